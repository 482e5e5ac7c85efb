/**
 * The run as a Mermaid sequence diagram, proved by Mermaid itself before it is copied. Mermaid is loaded in its own document,
 * and only while this is open.
 */
import { useRef, useState } from 'react'
import { copyText } from '../../shell/copyText'
import { Button } from '../../ui/Button'
import styles from './ExportDialog.module.css'
import { previewWords } from './previewWords'
import { saveText } from './saveBlob'
import { usePreview } from './usePreview'

export function MermaidTab({ name, mermaid }: { readonly name: string; readonly mermaid: string }) {
  const frame = useRef<HTMLIFrameElement>(null)
  const preview = usePreview(frame, mermaid)
  const [said, setSaid] = useState('')
  const copy = async () =>
    setSaid(
      (await copyText(mermaid)) ? 'Mermaid text copied.' : 'Copying is not allowed here. Select the text and copy it.',
    )
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
        <Button look="primary" onClick={() => void copy()}>
          Copy Mermaid text
        </Button>
        <Button onClick={() => saveText(`${name}.mmd`, mermaid)}>Download {name}.mmd</Button>
        <span className={styles['said']} role="status">
          {said}
        </span>
      </div>
    </div>
  )
}
