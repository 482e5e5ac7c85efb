import { Stage } from '../stage/Stage'
import { useLab, useLabState } from './labContext'

/** The picture of the run, at the playhead. */
export function LabStage() {
  const { player } = useLab()
  const { trace, playhead, moved, title } = useLabState((state) => ({
    trace: state.trace,
    playhead: state.playhead,
    moved: state.moved,
    title: state.base.title,
  }))
  return <Stage trace={trace} playhead={playhead} isMoving={moved === 'step'} onSeek={player.seek} label={title} />
}
