/**
 * Texts as links carry them: how many bytes, a point, and the bytes compressed, in the letters of addresses.
 *
 * A packed text is a stranger's. Unpacking stops at the bytes that it has named, which are few, so that a small text
 * cannot become a large one.
 */
import { BYTES_MAX, PACKED_MAX } from '../../model/scenario/linkOwn'

const lettersOf = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')

const bytesOf = (letters: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(letters.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0))

/** Reads a stream to its end, or up to `max` bytes; null where there are more. */
async function read(stream: ReadableStream<Uint8Array>, max: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const all: number[] = []
  const reader = stream.getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    if (all.length + part.value.length > max) {
      await reader.cancel()
      return null
    }
    for (const byte of part.value) all.push(byte)
  }
  return Uint8Array.from(all)
}

/** The packed text; empty where it is too long for a link. */
export async function pack(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text)
  const compressed = await read(
    new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw')),
    PACKED_MAX,
  )
  const packed = compressed === null ? '' : `${bytes.length}.${lettersOf(compressed)}`
  return packed.length > PACKED_MAX ? '' : packed
}

/** The text; null where what was packed is not whole, or is not what it says. */
export async function unpack(packed: string): Promise<string | null> {
  const [, size = '', letters = ''] = /^(\d{1,5})\.([\w-]+)$/.exec(packed) ?? []
  const count = Number(size)
  if (letters === '' || count > BYTES_MAX || packed.length > PACKED_MAX) return null
  try {
    const stream = new Blob([bytesOf(letters)]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
    const bytes = await read(stream, count)
    return bytes?.length === count ? new TextDecoder('utf-8', { fatal: true }).decode(bytes) : null
  } catch {
    return null
  }
}
