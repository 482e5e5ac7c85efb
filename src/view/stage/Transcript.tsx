/**
 * The picture's twin in words: one entry a step. It is always there for a screen reader; a disclosure
 * shows it to everybody else, and then its entries seek, with one tab stop and the arrow keys.
 */
import { memo, useCallback, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { narrate, type Narration } from '../../course/narration'
import type { Trace } from '../../model/engine/trace'
import { classes } from '../ui/classes'
import styles from './Transcript.module.css'

interface Props {
  readonly trace: Trace
  readonly playhead: number
  readonly onSeek?: ((step: number) => void) | undefined
  readonly label: string
}

/** Where the focus goes from entry `at` of `count`; null for keys that do not move it. */
function destination(key: string, at: number, count: number): number | null {
  if (key === 'ArrowDown') return Math.min(count, at + 1)
  if (key === 'ArrowUp') return Math.max(1, at - 1)
  if (key === 'Home') return 1
  return key === 'End' ? count : null
}

interface EntryProps {
  readonly narration: Narration
  readonly number: number
  readonly isCurrent: boolean
  /** It belongs to the kept future. */
  readonly isAhead: boolean
  /** The list's one tab stop. */
  readonly isStop: boolean
  /** Null where the entry is text to be read and nothing to press. */
  readonly onSeek: ((step: number) => void) | null
}

function PlainEntry({ narration, number, isCurrent, isAhead, isStop, onSeek }: EntryProps) {
  const { headline, text, tone } = narration
  const current = isCurrent ? 'step' : undefined
  const words = (
    <>
      {headline !== null && <b>{headline} </b>}
      {text}
    </>
  )
  return (
    <li
      className={classes(styles['entry'], isAhead && styles['ahead'])}
      data-tone={tone}
      aria-current={onSeek ? undefined : current}
    >
      {onSeek ? (
        <button
          type="button"
          data-step={number}
          tabIndex={isStop ? 0 : -1}
          aria-current={current}
          onClick={() => onSeek(number)}
        >
          {words}
        </button>
      ) : (
        words
      )}
    </li>
  )
}

/** Entries that a step does not touch are not drawn anew. */
const Entry = memo(PlainEntry)

export function Transcript({ trace, playhead, onSeek, label }: Props) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const list = useRef<HTMLOListElement>(null)
  const entries = useMemo(() => trace.steps.map(({ number }) => narrate(trace, number)), [trace])
  const onKeyDown = (event: KeyboardEvent) => {
    const at = Number((event.target as HTMLElement).dataset['step'])
    const to = Number.isInteger(at) ? destination(event.key, at, entries.length) : null
    if (to === null) return
    event.preventDefault()
    event.stopPropagation()
    list.current?.querySelector<HTMLElement>(`[data-step="${to}"]`)?.focus()
  }
  const latest = useRef(onSeek)
  useEffect(() => {
    latest.current = onSeek
  }, [onSeek])
  const seek = useCallback((step: number) => latest.current?.(step), [])
  const stop = Math.min(Math.max(1, playhead), entries.length)
  return (
    <div className={styles['transcript']}>
      <button
        type="button"
        className={styles['toggle']}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        Steps in words
      </button>
      <ol ref={list} id={id} className={styles[isOpen ? 'list' : 'unseen']} aria-label={label} onKeyDown={onKeyDown}>
        {entries.map((narration, index) => (
          <Entry
            key={index}
            narration={narration}
            number={index + 1}
            isCurrent={index + 1 === playhead}
            isAhead={index + 1 > playhead}
            isStop={index + 1 === stop}
            onSeek={isOpen && onSeek ? seek : null}
          />
        ))}
      </ol>
    </div>
  )
}
