/**
 * Tells a step from a jump: only a playhead that has just moved on by one while the run is being
 * stepped or played is animated. Seeking, going back and changing the run cut.
 */
import { useReducedMotion } from 'framer-motion'
import { useState } from 'react'
import { useMotionReady } from './motion'

/** Whether the row at the playhead is to be animated. */
export function useAdvance(playhead: number, isMoving: boolean): boolean {
  const isReady = useMotionReady()
  const isReduced = useReducedMotion()
  const [last, setLast] = useState({ playhead, animates: false })
  if (last.playhead !== playhead) {
    setLast({ playhead, animates: isMoving && isReady && isReduced !== true && playhead === last.playhead + 1 })
  }
  return last.playhead === playhead && last.animates
}
