/** The editor of a learner's program: its text with the numbers of its lines, and one sentence about what is wrong with it. */
import { useId, useRef } from 'react'
import { ownTitle, TEXT_MAX, type Role } from '../../model/own/own'
import { protocols } from '../../model/protocols'
import { saveText } from '../panels/export/saveBlob'
import { Button, IconButton } from '../ui/Button'
import { classes } from '../ui/classes'
import { Select } from '../ui/Select'
import styles from './OwnEditor.module.css'
import type { Studio, StudioState } from './studio'

const titled = (patterns: Readonly<Record<string, { readonly title: string }>>) =>
  Object.entries(patterns).map(([value, { title }]) => ({ value, title }))

const patterns = (role: Role) => titled(protocols[role])

/** A file that is longer than any text in any encoding is not read. */
const FILE_MAX = 4 * TEXT_MAX

interface EditorProps {
  readonly studio: Studio
  readonly role: Role
  readonly state: StudioState
  /** The text that runs on the stage; undefined where it is the catalogue's. */
  readonly runs: string | undefined
}

export default function OwnEditor({ studio, role, state, runs }: EditorProps) {
  const draft = state.drafts[role]
  const trouble = state.trouble?.role === role ? state.trouble : null
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  if (draft === undefined) return null
  const count = draft.text.split('\n').length
  return (
    <section className={styles['editor']} aria-labelledby={`${id}-title`}>
      <header className={styles['header']}>
        <h3 id={`${id}-title`}>{ownTitle(role)}</h3>
        <IconButton icon="close" label="Close the editor" look="quiet" onClick={() => studio.edit(null)} />
      </header>
      <label className={styles['begin']}>
        Begin with the text of
        <Select
          label="Begin with the text of"
          value={draft.begunFrom}
          options={patterns(role)}
          onChange={(pattern) => studio.begin(role, pattern)}
        />
      </label>
      <div className={styles['text']}>
        <ol className={styles['numbers']} aria-hidden="true">
          {Array.from({ length: count }, (_, index) => (
            <li key={index} className={classes(trouble?.line === index + 1 && styles['bad'])}>
              {index + 1}
            </li>
          ))}
        </ol>
        <textarea
          ref={area}
          aria-label={`The text of ${ownTitle(role).toLowerCase()}`}
          aria-invalid={trouble !== null}
          aria-describedby={`${id}-says`}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          wrap="off"
          rows={count}
          maxLength={TEXT_MAX}
          value={draft.text}
          onChange={({ currentTarget }) => studio.type(role, currentTarget.value)}
        />
      </div>
      <Says
        studio={studio}
        role={role}
        state={state}
        runs={runs}
        id={`${id}-says`}
        onGo={(line) => area.current && goTo(area.current, line)}
      />
      <Actions studio={studio} role={role} text={draft.text} />
    </section>
  )
}

/** Selects a line. */
function goTo(area: HTMLTextAreaElement, line: number): void {
  const lines = area.value.split('\n')
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0)
  area.focus()
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0))
}

/** How the text is: what is wrong, that it is being checked, or that it runs. */
function Says(props: EditorProps & { readonly id: string; readonly onGo: (line: number) => void }) {
  const { role, state, runs, id, onGo } = props
  const { isChecking, isTooLong } = state
  const text = state.drafts[role]?.text
  const trouble = state.trouble?.role === role ? state.trouble : null
  const line = trouble?.line ?? null
  return (
    <div className={classes(styles['says'], trouble !== null && styles['wrong'])}>
      <p id={id} role="status">
        {trouble !== null && !isChecking
          ? `${trouble.sentence} The stage goes on with the last text that ran.`
          : isChecking
            ? 'Your text is being checked.'
            : runs === text
              ? `Your text runs.${isTooLong ? ' It is too long for a link: save it as a file to share it.' : ''}`
              : 'Change the text: what it does is checked whenever you pause.'}
      </p>
      {line !== null && <Button onClick={() => onGo(line)}>Go to line {line}</Button>}
    </div>
  )
}

function Actions({ studio, role, text }: { readonly studio: Studio; readonly role: Role; readonly text: string }) {
  const file = useRef<HTMLInputElement>(null)
  const openFile = (chosen: File | undefined) => {
    if (chosen === undefined) return
    if (chosen.size > FILE_MAX) studio.type(role, 'x'.repeat(TEXT_MAX + 1))
    else void chosen.text().then((found) => studio.type(role, found))
  }
  return (
    <div className={styles['actions']}>
      <Button onClick={() => studio.setBack(role)}>Set back</Button>
      <Button onClick={() => saveText(`own-${role}.ts`, text)}>Save as a file</Button>
      <Button onClick={() => file.current?.click()}>Open a file</Button>
      <input
        ref={file}
        type="file"
        hidden
        aria-label="A file with a program"
        accept=".ts,.js,.txt"
        onChange={({ currentTarget }) => {
          openFile(currentTarget.files?.[0])
          currentTarget.value = ''
        }}
      />
    </div>
  )
}
