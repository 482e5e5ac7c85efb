/** Everything that crosses between the page and the worker that encodes a GIF. One worker has one GIF. */

export interface Frame {
  /** RGBA; handed over, not copied. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>
  readonly width: number
  readonly height: number
  /** Milliseconds for which it is shown. */
  readonly delay: number
}

export type GifQuestion = { readonly type: 'frame'; readonly frame: Frame } | { readonly type: 'finish' }

export type GifAnswer =
  | { readonly type: 'gif'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly type: 'failed'; readonly message: string }
