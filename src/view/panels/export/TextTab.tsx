import { useState } from 'react'
import { copyText } from '../../shell/copyText'
import { Button } from '../../ui/Button'
import styles from './ExportDialog.module.css'
import { saveText } from './saveBlob'

interface TextTabProps {
  /** What it is, for the text's name: `Trace of the run`. */
  readonly label: string
  /** In a button: `the trace`. */
  readonly what: string
  readonly text: string
  readonly file: string
  readonly type: string
  /** One sentence about what it is good for. */
  readonly about: string
}

/** More of a text is in the file, and nobody reads it in a box. */
const SHOWN_MAX = 60_000

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** A text to read, copy or save. */
export function TextTab({ label, what, text, file, type, about }: TextTabProps) {
  const [said, setSaid] = useState('')
  const copy = async () =>
    setSaid(
      (await copyText(text))
        ? `${capital(what)} is copied.`
        : 'Copying is not allowed here. Select the text and copy it.',
    )
  return (
    <div className={styles['export']}>
      <p className={styles['about']}>{about}</p>
      <textarea
        className={styles['text']}
        aria-label={label}
        value={text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}\n… the rest is in the file` : text}
        readOnly
        spellCheck={false}
      />
      <div className={styles['actions']}>
        <Button look="primary" onClick={() => saveText(file, text, type)}>
          Download {file}
        </Button>
        <Button onClick={() => void copy()}>Copy {what}</Button>
        <span className={styles['said']} role="status">
          {said}
        </span>
      </div>
    </div>
  )
}
