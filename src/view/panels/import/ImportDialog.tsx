/**
 * A file or a text to open: dropped, chosen or pasted, by mouse, keyboard or thumb. What opens at once is open; what has to be
 * known first is said first; what cannot be opened leaves everything as it was.
 */
import { useCallback, useEffect, useId, useState } from 'react'
import type { Opening } from '../../player/moment'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Note } from '../../ui/Note'
import styles from './ImportDialog.module.css'
import { openText, type Opened } from './openText'
import { textOfFile } from './readFile'
import { StoryTable } from './StoryTable'

interface ImportProps {
  readonly isOpen: boolean
  /** What was dropped; null where the dialog was asked for. */
  readonly file: File | null
  readonly onClose: () => void
  readonly onOpen: (opening: Opening, title: string) => void
}

export const ImportDialog = (props: ImportProps) => (
  <Dialog title="Open a file or a diagram" isOpen={props.isOpen} onClose={props.onClose} width="wide">
    <Contents {...props} />
  </Dialog>
)

function Contents({ file, onOpen }: ImportProps) {
  const [opened, setOpened] = useState<Opened | null>(null)
  const [text, setText] = useState('')
  const show = useCallback(
    (result: Opened) => {
      if (result.kind === 'run' && result.warnings.length === 0) onOpen(result.opening, result.title)
      else setOpened(result)
    },
    [onOpen],
  )
  const take = useCallback(
    async (taken: File) => {
      const read = await textOfFile(taken)
      show('problem' in read ? { kind: 'problem', message: read.problem } : openText(read.text, taken.name))
    },
    [show],
  )
  useEffect(() => {
    if (file !== null) void take(file)
  }, [file, take])
  return (
    <div className={styles['import']}>
      <Chooser onChoose={(chosen) => void take(chosen)} />
      <Paster text={text} onText={setText} onOpen={() => show(openText(text, 'The text'))} />
      <div role="status">
        {opened?.kind === 'problem' && <Note tone="bad">{opened.message}</Note>}
        {opened?.kind === 'run' && <Warnings {...opened} onOpen={onOpen} />}
      </div>
      {opened?.kind === 'recording' && <StoryTable story={opened.story} />}
    </div>
  )
}

function Chooser({ onChoose }: { readonly onChoose: (file: File) => void }) {
  const id = useId()
  return (
    <div className={styles['choose']}>
      <label htmlFor={id}>
        A trace or a recording (<code>.json</code>), a scenario (<code>.scenario.yaml</code>) or a Mermaid sequence
        diagram (<code>.mmd</code>). It stays on this machine. You can also drop it onto the Lab.
      </label>
      <input
        id={id}
        type="file"
        accept=".json,.yaml,.yml,.mmd,.mermaid,.md,.txt,application/json,text/plain"
        className={styles['file']}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          if (file !== undefined) onChoose(file)
          // The same file may be chosen again once it has been mended.
          currentTarget.value = ''
        }}
      />
    </div>
  )
}

function Paster({ text, onText, onOpen }: { text: string; onText: (text: string) => void; onOpen: () => void }) {
  const id = useId()
  return (
    <div className={styles['paste']}>
      <label htmlFor={id}>Or paste its text</label>
      <textarea
        id={id}
        className={styles['text']}
        value={text}
        placeholder={'sequenceDiagram\n  T1->>Cache: GET x\n  Cache-->>T1: miss\n  T1->>Database: SELECT x'}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onText(event.currentTarget.value)}
      />
      <div>
        <Button reason={text.trim() === '' ? 'there is no text yet' : null} onClick={onOpen}>
          Open this text
        </Button>
      </div>
    </div>
  )
}

function Warnings({
  opening,
  title,
  warnings,
  onOpen,
}: Extract<Opened, { kind: 'run' }> & Pick<ImportProps, 'onOpen'>) {
  return (
    <Note
      actions={
        <Button look="primary" onClick={() => onOpen(opening, title)}>
          Open the rest
        </Button>
      }
    >
      {title} can be opened, and not all of it means something here:
      <ul className={styles['warnings']}>
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </Note>
  )
}
