import { lazy, Suspense, useMemo, useState } from 'react'
import { transcript } from '../../course/narration'
import { costInWords } from '../../course/narration/cost'
import { costOf } from '../../model/engine/cost'
import { mermaidOf } from '../scene'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { useLabState } from './labContext'

const ExportDialog = lazy(async () => ({ default: (await import('../panels/export/ExportDialog')).ExportDialog }))

function OpenDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { trace, name } = useLabState((state) => ({ trace: state.trace, name: state.base.scenario }))
  const mermaid = useMemo(() => mermaidOf(trace), [trace])
  const lines = useMemo(() => [...transcript(trace), `${costInWords(costOf(trace))}.`], [trace])
  return <ExportDialog name={name} mermaid={mermaid} transcript={lines} isOpen={isOpen} onClose={onClose} />
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
