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
  readonly cost?: string | undefined
}

/** A longer run is listed around the playhead. */
const LISTED_MAX = 400
const LISTED = 120
/** The list of a long run moves in strides, so that most steps leave it as it is. */
const STRIDE = 20

/** Numbers of the first and the last step that are listed. */
function listedSteps(count: number, playhead: number): { readonly first: number; readonly last: number } {
  if (count <= LISTED_MAX) return { first: 1, last: count }
  const middle = Math.floor(playhead / STRIDE) * STRIDE
  const first = Math.max(1, Math.min(middle - LISTED / 2, count - LISTED + 1))
  return { first, last: first + LISTED - 1 }
}

/** Where the focus goes from entry `at`; null for keys that do not move it. */
function destination(key: string, at: number, first: number, last: number): number | null {
  if (key === 'ArrowDown') return Math.min(last, at + 1)
  if (key === 'ArrowUp') return Math.max(first, at - 1)
  if (key === 'Home') return first
  return key === 'End' ? last : null
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

/** Which part of a long run is listed. */
function Extent(props: {
  readonly first: number
  readonly last: number
  readonly count: number
  readonly isOpen: boolean
}) {
  const [first, last, count] = [props.first, props.last, props.count].map((number) => number.toLocaleString('en'))
  return (
    <p className={styles[props.isOpen ? 'extent' : 'unseen']}>
      Steps {first} to {last} of {count}, around the present one.
    </p>
  )
}

function CostSoFar({ cost, isOpen }: { readonly cost: string; readonly isOpen: boolean }) {
  return <div className={styles[isOpen ? 'extent' : 'unseen']}>So far {cost}.</div>
}

export function Transcript({ trace, playhead, onSeek, label, cost }: Props) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const list = useRef<HTMLOListElement>(null)
  const count = trace.steps.length
  const { first, last } = listedSteps(count, playhead)
  const entries = useMemo(
    () => trace.steps.slice(first - 1, last).map(({ number }) => narrate(trace, number)),
    [trace, first, last],
  )
  const onKeyDown = (event: KeyboardEvent) => {
    const at = Number((event.target as HTMLElement).dataset['step'])
    const to = Number.isInteger(at) ? destination(event.key, at, first, last) : null
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
  const stop = Math.min(Math.max(1, playhead), count)
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
      {count > LISTED_MAX && <Extent {...{ first, last, count, isOpen }} />}
      <ol
        ref={list}
        id={id}
        start={first}
        className={styles[isOpen ? 'list' : 'unseen']}
        aria-label={label}
        onKeyDown={onKeyDown}
      >
        {entries.map((narration, index) => (
          <Entry
            key={first + index}
            narration={narration}
            number={first + index}
            isCurrent={first + index === playhead}
            isAhead={first + index > playhead}
            isStop={first + index === stop}
            onSeek={isOpen && onSeek ? seek : null}
          />
        ))}
      </ol>
      {count <= LISTED_MAX && cost !== undefined && <CostSoFar cost={cost} isOpen={isOpen} />}
    </div>
  )
}
