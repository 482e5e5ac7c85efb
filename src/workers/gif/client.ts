/** The page's side of the GIF encoder: a worker for as long as one GIF is made. */
import workerUrl from './gif.worker?worker&url'
import { trustedWorkerUrl } from '../trustedUrl'
import type { Frame, GifAnswer, GifQuestion } from './messages'

export interface GifEncoder {
  /** Hands a frame over; its pixels are gone for whoever had them. */
  readonly add: (frame: Frame) => void
  /** The file, once every frame is in it. */
  readonly finish: () => Promise<Uint8Array<ArrayBuffer>>
  readonly dispose: () => void
}

export function gifEncoder(): GifEncoder {
  const worker = new Worker(trustedWorkerUrl(workerUrl), { type: 'module', name: 'gif' })
  const done = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<GifAnswer>) =>
      data.type === 'gif' ? resolve(data.bytes) : reject(new Error(`The GIF could not be made: ${data.message}.`))
    worker.onerror = (event) => {
      event.preventDefault()
      reject(new Error(`The GIF could not be made: ${event.message || 'its worker could not be started'}.`))
    }
  })
  // Whoever gives up before the end asks for no file, and then nobody hears why there is none.
  done.catch(() => undefined)
  const post = (question: GifQuestion, handedOver: Transferable[] = []) => worker.postMessage(question, handedOver)
  return {
    add: (frame) => post({ type: 'frame', frame }, [frame.pixels.buffer]),
    finish: () => {
      post({ type: 'finish' })
      return done
    },
    dispose: () => worker.terminate(),
  }
}
