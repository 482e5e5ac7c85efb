/** The pictures' twin in words: one list for all of them, which says what is the same once. */
import { memo, useState } from 'react'
import { lineInWords, type SharedLine } from '../../course/narration/sideBySide'
import { announcer } from '../shell/announcer'
import { copyText } from '../shell/copyText'
import { Button } from '../ui/Button'
import { classes } from '../ui/classes'
import styles from './Compare.module.css'

const copy = async (lines: readonly SharedLine[]) => {
  const isCopied = await copyText(lines.map(lineInWords).join('\n'))
  announcer.announce(isCopied ? 'The steps in words are copied.' : 'Copying is not allowed here.')
}

const remarks = { parts: 'Here they part.', differs: 'They differ here.' } as const

const Line = memo(function Line({ line, isCurrent }: { readonly line: SharedLine; readonly isCurrent: boolean }) {
  const { word, mark, says } = line
  return (
    <li aria-current={isCurrent ? 'step' : undefined} data-mark={mark ?? undefined}>
      <code>{word}</code> {mark !== null && <b>{remarks[mark]} </b>}
      {says.map(({ names, text }) => (
        <span key={names} className={styles['said']}>
          {names !== '' && <b>{names}: </b>}
          {text}{' '}
        </span>
      ))}
    </li>
  )
})

export function SharedTranscript({
  lines,
  playhead,
}: {
  readonly lines: readonly SharedLine[]
  readonly playhead: number
}) {
  const [isOpen, setOpen] = useState(false)
  return (
    <div className={styles['transcript']}>
      <div className={styles['ways']}>
        <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          Steps in words
        </Button>
        <Button onClick={() => void copy(lines)}>Copy the steps in words</Button>
      </div>
      <ol className={classes(!isOpen && styles['unseen'])} aria-label="All runs, step by step">
        {lines.map((line) => (
          <Line key={line.step} line={line} isCurrent={line.step === playhead} />
        ))}
      </ol>
    </div>
  )
}
