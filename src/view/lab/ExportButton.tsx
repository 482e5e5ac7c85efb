import { lazy, Suspense, useMemo, useState } from 'react'
import { transcript } from '../../course/narration'
import { costInWords } from '../../course/narration/cost'
import { costOf } from '../../model/engine/cost'
import type { Trace } from '../../model/engine/trace'
import { type RowRange } from '../scene'
import { mermaidOf } from '../scene/mermaidOf'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { useLabState } from './labContext'

const ExportDialog = lazy(async () => ({ default: (await import('../panels/export/ExportDialog')).ExportDialog }))

/** Mermaid draws no more, and nobody reads more of them at once. */
const STEPS_MAX = 400

/** What is taken away of a run: all of it, or of a longer one the last steps up to the present one. */
function takenSteps({ steps }: Trace, playhead: number): RowRange {
  const last = Math.min(steps.length, Math.max(STEPS_MAX, playhead))
  return { first: Math.max(1, last - STEPS_MAX + 1), last }
}

function OpenDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { trace, playhead, name } = useLabState((state) => ({
    trace: state.trace,
    playhead: state.playhead,
    name: state.base.scenario,
  }))
  const { first, last } = takenSteps(trace, playhead)
  const mermaid = useMemo(() => mermaidOf(trace, { first, last }), [trace, first, last])
  const lines = useMemo(() => transcriptOf(trace, { first, last }), [trace, first, last])
  return <ExportDialog name={name} mermaid={mermaid} transcript={lines} isOpen={isOpen} onClose={onClose} />
}

function transcriptOf(trace: Trace, range: RowRange): readonly string[] {
  const lines = transcript(trace, range)
  const { first, last } = range
  const count = trace.steps.length
  return lines.length === count
    ? [...lines, `${costInWords(costOf(trace))}.`]
    : [`Steps ${first} to ${last} of ${count}.`, ...lines]
}

/** Offers the run as text. The dialog is loaded when it is first asked for, and stays so that the focus comes back here. */
export function ExportButton() {
  const [state, setState] = useState<'unasked' | 'open' | 'closed'>('unasked')
  return (
    <>
      <Button onClick={() => setState('open')}>
        <Icon name="download" />
        Export
      </Button>
      {state !== 'unasked' && (
        <Suspense>
          <OpenDialog isOpen={state === 'open'} onClose={() => setState('closed')} />
        </Suspense>
      )}
    </>
  )
}
