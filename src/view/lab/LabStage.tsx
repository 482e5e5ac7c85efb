import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { costInWords } from '../../course/narration/cost'
import { costOf } from '../../model/engine/cost'
import { Hidden } from '../panels/Panel'
import type { Geometry } from '../stage/geometry'
import { Stage } from '../stage/Stage'
import { contentsInWords } from './contentsInWords'
import { useLab, useLabState } from './labContext'
import { WhyMarks } from './questions/WhyMarks'
import { whyShown } from './questions/whyShown'

/** The picture of the run, at the playhead, and what its bands show there in words. */
export function LabStage() {
  const { player } = useLab()
  const { trace, playhead, moved, title } = useLabState((state) => ({
    trace: state.trace,
    playhead: state.playhead,
    moved: state.moved,
    title: state.base.title,
  }))
  const cost = useMemo(() => costInWords(costOf(trace, playhead)), [trace, playhead])
  const { marks, said } = useSyncExternalStore(whyShown.subscribe, whyShown.getState)
  const overlay = useCallback(
    (geometry: Geometry) => (marks.length === 0 ? null : <WhyMarks marks={marks} geometry={geometry} />),
    [marks],
  )
  return (
    <>
      <Stage
        trace={trace}
        playhead={playhead}
        isMoving={moved === 'step'}
        onSeek={player.seek}
        label={title}
        cost={said === '' ? cost : `${cost}. ${said.replace(/\.$/, '')}`}
        overlay={overlay}
      />
      <Hidden>{contentsInWords(trace, playhead)}</Hidden>
    </>
  )
}
