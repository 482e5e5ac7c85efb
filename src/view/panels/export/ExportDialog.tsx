/** The run to take away: as a picture, as text for Mermaid, as a trace that opens again, in words, and on paper. */
import { useMemo, useState } from 'react'
import { transcript } from '../../../course/narration'
import { costInWords } from '../../../course/narration/cost'
import { costOf } from '../../../model/engine/cost'
import { writeTrace } from '../../../model/traces/writeTrace'
import { mermaidOf } from '../../scene/mermaidOf'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Tabs } from '../../ui/Tabs'
import styles from './ExportDialog.module.css'
import { HandoutTab } from './HandoutTab'
import { MermaidTab } from './MermaidTab'
import { takenOf } from './picture/range'
import { PictureTab } from './PictureTab'
import type { ExportedRun } from './run'
import { TextTab } from './TextTab'

/** Mermaid draws no more, and nobody reads more of them at once. */
const STEPS_MAX = 400

interface ExportProps {
  readonly run: ExportedRun
  readonly isOpen: boolean
  readonly onClose: () => void
  /** Asks for a file or a diagram instead. */
  readonly onOpenFile: () => void
}

export const ExportDialog = ({ run, isOpen, onClose, onOpenFile }: ExportProps) => (
  <Dialog title="Export this run" isOpen={isOpen} onClose={onClose} width="wide">
    <Contents run={run} />
    <p className={styles['other']}>
      Have a run, a scenario or a diagram already?{' '}
      <Button look="quiet" onClick={onOpenFile}>
        Open a file or a diagram
      </Button>
    </p>
  </Dialog>
)

/** One sentence a step, and what they cost together; of a long run those around the present one. */
function wordsOf({ trace, playhead }: ExportedRun): string {
  const range = takenOf(trace.steps.length, playhead, STEPS_MAX)
  const lines = transcript(trace, range)
  const count = trace.steps.length
  const all =
    lines.length === count
      ? [...lines, `${costInWords(costOf(trace))}.`]
      : [`Steps ${range.first} to ${range.last} of ${count}.`, ...lines]
  return `${all.join('\n')}\n`
}

function MermaidOfRun({ run }: { readonly run: ExportedRun }) {
  const { trace, playhead, name } = run
  const mermaid = useMemo(() => mermaidOf(trace, takenOf(trace.steps.length, playhead, STEPS_MAX)), [trace, playhead])
  return <MermaidTab name={name} mermaid={mermaid} />
}

function TraceOfRun({ run }: { readonly run: ExportedRun }) {
  const { trace, playhead, name } = run
  const text = useMemo(() => writeTrace(trace, playhead), [trace, playhead])
  return (
    <TextTab
      label="Trace of the run"
      what="the trace"
      text={text}
      file={`${name}.trace.json`}
      type="application/json"
      about="The scenario, the schedule and every step as JSON. Open it here again and you have the same run."
    />
  )
}

function WordsOfRun({ run }: { readonly run: ExportedRun }) {
  const text = useMemo(() => wordsOf(run), [run])
  return (
    <TextTab
      label="Transcript of the run"
      what="the transcript"
      text={text}
      file={`${run.name}.txt`}
      type="text/plain"
      about="One sentence a step, as a screen reader hears it."
    />
  )
}

function Contents({ run }: { readonly run: ExportedRun }) {
  const [tab, setTab] = useState<'picture' | 'mermaid' | 'trace' | 'words' | 'handout'>('picture')
  return (
    <Tabs
      label="Formats"
      chosen={tab}
      onChoose={setTab}
      tabs={[
        { name: 'picture', title: 'Picture', content: <PictureTab run={run} /> },
        { name: 'mermaid', title: 'Mermaid', content: <MermaidOfRun run={run} /> },
        { name: 'trace', title: 'Trace', content: <TraceOfRun run={run} /> },
        { name: 'words', title: 'Words', content: <WordsOfRun run={run} /> },
        { name: 'handout', title: 'Handout', content: <HandoutTab run={run} /> },
      ]}
    />
  )
}
