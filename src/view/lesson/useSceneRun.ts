import { useEffect, useReducer } from 'react'
import type { SceneBlock } from '../../course/lesson/lesson'
import type { Clock } from '../player/clock'
import { atStart, moved, type Move, type SceneRun } from './sceneRun'

/** Between two steps while playing: long enough to read the sentence. */
export const STEP_MILLISECONDS = 1400

/** A scene's run in the page: the pure transitions, and the clock that ticks while it plays. */
export function useSceneRun(scene: SceneBlock, clock: Clock): readonly [SceneRun, (move: Move) => void] {
  const [run, move] = useReducer((state: SceneRun, step: Move) => moved(scene, state, step), atStart)
  const { isPlaying, playhead } = run
  useEffect(
    () => (isPlaying ? clock.after(STEP_MILLISECONDS, () => move({ type: 'tick' })) : undefined),
    [clock, isPlaying, playhead],
  )
  return [run, move]
}
