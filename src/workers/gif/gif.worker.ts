/** Encodes frames as they come, each with the 256 colours that it has most of, and hands over the file at the end. */
import { applyPalette, GIFEncoder, quantize } from 'gifenc'
import type { Frame, GifAnswer, GifQuestion } from './messages'

const encoder = GIFEncoder()
const COLOURS = 256

function add({ pixels, width, height, delay }: Frame): void {
  const palette = quantize(pixels, COLOURS, { format: 'rgb565' })
  encoder.writeFrame(applyPalette(pixels, palette, 'rgb565'), width, height, { palette, delay })
}

function answer(question: GifQuestion): GifAnswer | null {
  try {
    if (question.type === 'frame') {
      add(question.frame)
      return null
    }
    encoder.finish()
    return { type: 'gif', bytes: encoder.bytes() }
  } catch (error) {
    return { type: 'failed', message: error instanceof Error ? error.message : String(error) }
  }
}

self.onmessage = (event: MessageEvent<GifQuestion>) => {
  const said = answer(event.data)
  if (said !== null) self.postMessage(said)
}
