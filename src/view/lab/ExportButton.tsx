import { lazy, Suspense, useMemo, useState } from 'react'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { fileDialog } from './fileDialog'
import { headingOf } from './heading'
import { useLabState } from './labContext'

const ExportDialog = lazy(async () => ({ default: (await import('../panels/export/ExportDialog')).ExportDialog }))

function OpenDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { trace, playhead, name, title, about } = useLabState((state) => ({
    trace: state.trace,
    playhead: state.playhead,
    name: state.base.scenario,
    ...headingOf(state),
  }))
  const run = useMemo(() => ({ name, title, about, trace, playhead }), [name, title, about, trace, playhead])
  const openFile = () => {
    onClose()
    fileDialog.ask()
  }
  return <ExportDialog run={run} isOpen={isOpen} onClose={onClose} onOpenFile={openFile} />
}

/** Offers the run as a file. The dialog is loaded when it is first asked for, and stays so that the focus comes back here. */
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
