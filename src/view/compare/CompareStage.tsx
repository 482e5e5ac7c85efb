/** One of several stages on one schedule: the same picture as the stage, with the marks of the comparison and without words. */
import { LazyMotion } from 'framer-motion'
import { useMemo, useRef } from 'react'
import type { Trace } from '../../model/engine/trace'
import { castKeyCount, castLanes, type Lane } from '../scene'
import { Drawing } from '../stage/Drawing'
import { geometryOf } from '../stage/geometry'
import { Heads } from '../stage/Heads'
import { loadFeatures } from '../stage/motion'
import stage from '../stage/Stage.module.css'
import { useSurface } from '../stage/surface'
import { useAdvance } from '../stage/useAdvance'
import { useRowWindow } from '../stage/useRowWindow'
import { comparedScene } from './comparedScene'
import styles from './Compare.module.css'
import { Marks } from './Marks'

export interface CompareStageProps {
  readonly trace: Trace
  readonly playhead: number
  readonly isMoving: boolean
  readonly onSeek: (step: number) => void
  readonly label: string
  readonly different: readonly number[]
  /** Lanes of the stages beside it, whose rows its own stand level with. */
  readonly peers: readonly (readonly Lane[])[]
}

export function CompareStage(props: CompareStageProps) {
  const { trace, playhead, isMoving, onSeek, label, different, peers } = props
  const viewport = useRef<HTMLDivElement>(null)
  const surface = useSurface(viewport)
  const { scenario } = trace
  const lanes = useMemo(() => castLanes(scenario), [scenario])
  const keyCount = useMemo(() => castKeyCount(scenario), [scenario])
  const animates = useAdvance(playhead, isMoving)
  const geometry = useMemo(() => {
    const others = peers.map((each) => geometryOf(each, keyCount, surface))
    return {
      ...geometryOf(lanes, keyCount, surface),
      rowHeight: Math.max(...others.map(({ rowHeight }) => rowHeight)),
      headHeight: Math.max(...others.map(({ headHeight }) => headHeight)),
    }
  }, [lanes, keyCount, surface, peers])
  const rowWindow = useRowWindow(viewport, geometry, trace.steps.length, playhead, animates)
  const scene = useMemo(() => comparedScene(trace, playhead), [trace, playhead])
  return (
    <LazyMotion features={loadFeatures} strict>
      <figure className={stage['stage']} aria-label={label}>
        <div ref={viewport} className={stage['viewport']} role="group" aria-label={`${label}, drawn`} tabIndex={0}>
          {surface.width > 0 && (
            <>
              <Heads lanes={lanes} keys={scene.keys} geometry={geometry} />
              <div className={styles['picture']}>
                <Drawing {...{ scene, geometry, rowWindow, animates, onSeek }} overlay={undefined} />
                <Marks {...{ trace, geometry, different }} {...rowWindow} />
              </div>
            </>
          )}
        </div>
      </figure>
    </LazyMotion>
  )
}
