import { useMemo } from 'react'
import { costInWords } from '../../course/narration/cost'
import { costOf } from '../../model/engine/cost'
import { Hidden } from '../panels/Panel'
import { Stage } from '../stage/Stage'
import { contentsInWords } from './contentsInWords'
import { useLab, useLabState } from './labContext'

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
  return (
    <>
      <Stage
        trace={trace}
        playhead={playhead}
        isMoving={moved === 'step'}
        onSeek={player.seek}
        label={title}
        cost={cost}
      />
      <Hidden>{contentsInWords(trace, playhead)}</Hidden>
    </>
  )
}
