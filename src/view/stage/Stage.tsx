/**
 * The stage: a run as lanes whose resources are bands of state. It draws what the scene says, moves
 * only the row at the playhead, and stands beside its own transcript.
 */
import { LazyMotion } from 'framer-motion'
import { useMemo, useRef, type ReactNode } from 'react'
import type { Trace } from '../../model/engine/trace'
import { castKeyCount, castLanes, isLarge, sceneOf } from '../scene'
import { Drawing } from './Drawing'
import { geometryOf, type Geometry } from './geometry'
import { Heads } from './Heads'
import { loadFeatures } from './motion'
import styles from './Stage.module.css'
import { useSurface } from './surface'
import { Transcript } from './Transcript'
import { useAdvance } from './useAdvance'
import { useRowWindow } from './useRowWindow'

export interface StageProps {
  readonly trace: Trace
  /** Steps taken, from 0. */
  readonly playhead: number
  /** The run is being stepped or played: a playhead that moves on by one is then animated. */
  readonly isMoving: boolean
  /** Called with a step's number when its row or its sentence is chosen. */
  readonly onSeek?: (step: number) => void
  /** What the picture is of, for those who do not see it. */
  readonly label: string
  /** What the run has cost so far, in words; left out where nobody asks. */
  readonly cost?: string | undefined
  /** What else is drawn over the picture, in its coordinates. */
  readonly overlay?: ((geometry: Geometry) => ReactNode) | undefined
}

const everything = { first: 0, last: Infinity }

/** Fills the width of its container; scrolls inside itself where the container, or `--stage-max-height`, bounds its height. */
export function Stage({ trace, playhead, isMoving, onSeek, label, cost, overlay }: StageProps) {
  const viewport = useRef<HTMLDivElement>(null)
  const surface = useSurface(viewport)
  const lanes = useMemo(() => castLanes(trace.scenario), [trace.scenario])
  const keyCount = useMemo(() => castKeyCount(trace.scenario), [trace.scenario])
  const count = trace.steps.length
  const at = Math.min(Math.max(0, Math.trunc(playhead) || 0), count)
  const animates = useAdvance(at, isMoving)
  const geometry = useMemo(() => geometryOf(lanes, keyCount, surface), [lanes, keyCount, surface])
  const rowWindow = useRowWindow(viewport, geometry, count, at, animates)
  // Which rows are in view matters to large runs alone; the scene of any other is the same wherever one looks.
  const { first, last } = isLarge(trace) ? rowWindow : everything
  const scene = useMemo(() => sceneOf(trace, playhead, { first, last }), [trace, playhead, first, last])
  return (
    <LazyMotion features={loadFeatures} strict>
      <figure className={styles['stage']} aria-label={label}>
        <div ref={viewport} className={styles['viewport']} role="group" aria-label={`${label}, drawn`} tabIndex={0}>
          {surface.width > 0 && (
            <>
              <Heads lanes={lanes} keys={scene.keys} geometry={geometry} />
              <Drawing {...{ scene, geometry, rowWindow, animates, onSeek, overlay }} />
            </>
          )}
        </div>
        <Transcript
          trace={trace}
          playhead={scene.playhead}
          onSeek={onSeek}
          label={`${label}, step by step`}
          cost={cost}
        />
      </figure>
    </LazyMotion>
  )
}
