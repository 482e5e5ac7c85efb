/**
 * The moment of virtual time that everybody looks at: one for all charts, the values beside them and the stocks. It can
 * be moved by hand and played; played, the whole run goes by in the same time, however long it is.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'

export interface Moment {
  readonly ms: number
  /** Where the longest run ends. */
  readonly endMs: number
  readonly isPlaying: boolean
}

/** Calls back before the next frame with its time in milliseconds; the returned function calls it off. */
export type NextFrame = (task: (now: number) => void) => () => void

export const windowFrames: NextFrame = (task) => {
  const frame = requestAnimationFrame(task)
  return () => cancelAnimationFrame(frame)
}

/** Wall time that a whole run takes when it is played. */
export const PLAY_MS = 15_000

/** A step of an arrow key is this share of the run. */
const STEPS = 120

export interface Cursor {
  readonly store: StoreApi<Moment>
  /** For a new run: the same share of its time. */
  readonly span: (endMs: number) => void
  readonly seek: (ms: number) => void
  /** By so many steps of an arrow key. */
  readonly move: (steps: number) => void
  readonly play: () => void
  readonly pause: () => void
}

export function createCursor(frames: NextFrame = windowFrames): Cursor {
  const store = createStore<Moment>()(() => ({ ms: 0, endMs: 0, isPlaying: false }))
  let callOff: (() => void) | null = null
  const within = (ms: number) => Math.min(store.getState().endMs, Math.max(0, ms))
  const pause = () => {
    callOff?.()
    callOff = null
    if (store.getState().isPlaying) store.setState({ isPlaying: false })
  }
  const seek = (ms: number) => {
    pause()
    store.setState({ ms: within(ms) })
  }
  const playFrom = (last: number | null) => (now: number) => {
    const { ms, endMs } = store.getState()
    const next = within(ms + ((now - (last ?? now)) / PLAY_MS) * endMs)
    store.setState({ ms: next })
    if (next >= endMs) pause()
    else callOff = frames(playFrom(now))
  }
  return {
    store,
    seek,
    pause,
    span(endMs) {
      const { ms, endMs: before } = store.getState()
      store.setState({ endMs, ms: before === 0 ? endMs / 2 : (ms / before) * endMs })
    },
    move: (steps) => seek(store.getState().ms + (steps * store.getState().endMs) / STEPS),
    play() {
      const { ms, endMs } = store.getState()
      if (endMs === 0) return
      pause()
      store.setState({ isPlaying: true, ms: ms >= endMs ? 0 : ms })
      callOff = frames(playFrom(null))
    },
  }
}
