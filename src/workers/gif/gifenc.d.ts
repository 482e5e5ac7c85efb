/** What is used of the encoder, which comes without types. */
declare module 'gifenc' {
  type Palette = number[][]
  interface Encoder {
    writeFrame(
      index: Uint8Array,
      width: number,
      height: number,
      options: { palette: Palette; delay: number; repeat?: number },
    ): void
    finish(): void
    bytes(): Uint8Array<ArrayBuffer>
  }
  export function GIFEncoder(): Encoder
  export function quantize(pixels: Uint8ClampedArray, colours: number, options: { format: 'rgb565' }): Palette
  export function applyPalette(pixels: Uint8ClampedArray, palette: Palette, format: 'rgb565'): Uint8Array
}
