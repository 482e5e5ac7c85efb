/** Plays a run: one step after another, as far apart as the speed says, until it ends or somebody stops it. */
import type { StoreApi } from 'zustand/vanilla'
import type { Clock } from './clock'
import type { PlayerState, Speed } from './player'

/** Between two steps at speed 1. */
const STEP_MILLISECONDS = 1000

export interface Playback {
  readonly play: () => void
  readonly pause: () => void
  readonly setSpeed: (speed: Speed) => void
}

/** `moveTo` moves the playhead as far as the run lets it. */
export function createPlayback(
  { getState: get, setState: set }: StoreApi<PlayerState>,
  clock: Clock,
  moveTo: (playhead: number, moved: PlayerState['moved']) => void,
): Playback {
  let callOff: () => void = () => undefined
  const isAtEnd = () => get().playhead >= get().trace.steps.length
  const pause = () => {
    callOff()
    callOff = () => undefined
    if (get().isPlaying) set({ isPlaying: false })
  }
  const wait = () => {
    callOff()
    callOff = clock.after(STEP_MILLISECONDS / get().speed, () => {
      moveTo(get().playhead + 1, 'step')
      if (isAtEnd()) pause()
      else wait()
    })
  }
  return {
    play() {
      if (get().isPlaying || get().trace.steps.length === 0) return
      if (isAtEnd()) moveTo(0, 'jump')
      set({ isPlaying: true })
      wait()
    },
    pause,
    setSpeed(speed) {
      set({ speed })
      if (get().isPlaying) wait()
    },
  }
}
