/**
 * The run as text, to take away: a Mermaid sequence diagram, proved by Mermaid itself before it is copied, and the plain
 * transcript. Mermaid is loaded in its own document, and only while the dialog is open.
 */
import { useRef, useState } from 'react'
import { copyText } from '../../shell/copyText'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { downloadText } from './downloadText'
import styles from './ExportDialog.module.css'
import { previewWords } from './previewWords'
import { usePreview } from './usePreview'

interface ExportProps {
  /** The scenario's name: the file is called after it. */
  readonly name: string
  /** The run as Mermaid text. */
  readonly mermaid: string
  /** One sentence a step. */
  readonly transcript: readonly string[]
}

export const ExportDialog = (props: ExportProps & { readonly isOpen: boolean; readonly onClose: () => void }) => (
  <Dialog title="Export this run" isOpen={props.isOpen} onClose={props.onClose} width="wide">
    <Contents name={props.name} mermaid={props.mermaid} transcript={props.transcript} />
  </Dialog>
)

function Contents({ name, mermaid, transcript }: ExportProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const preview = usePreview(frame, mermaid)
  const [said, setSaid] = useState('')
  const copy = async (text: string, what: string) =>
    setSaid((await copyText(text)) ? `${what} copied.` : `Copying is not allowed here. Select the text and copy it.`)
  return (
    <div className={styles['export']}>
      <div className={styles['columns']}>
        <textarea
          className={styles['text']}
          aria-label="Mermaid text of the run"
          value={mermaid}
          readOnly
          spellCheck={false}
        />
        <iframe
          ref={frame}
          className={styles['frame']}
          title="The run as Mermaid draws it"
          src="./mermaid-preview.html"
          sandbox="allow-scripts"
        />
      </div>
      <p className={styles['verdict']} role="status">
        {previewWords(preview)}
      </p>
      <div className={styles['actions']}>
        <Button look="primary" onClick={() => void copy(mermaid, 'Mermaid text')}>
          Copy Mermaid text
        </Button>
        <Button onClick={() => downloadText(`${name}.mmd`, mermaid)}>Download {name}.mmd</Button>
        <Button onClick={() => void copy(transcript.join('\n'), 'Transcript')}>Copy the transcript</Button>
        <span className={styles['said']} role="status">
          {said}
        </span>
      </div>
    </div>
  )
}
