import type { Beat } from '../../course/lesson/lesson'
import { clientStyle } from '../panels/clientColour'
import { classes } from '../ui/classes'
import { Inlines } from './Prose'
import styles from './Beats.module.css'

interface BeatsProps {
  readonly beats: readonly Beat[]
  readonly playhead: number
  /** The client of each step, as its place in the scenario; null for a step of nobody's. */
  readonly clients: readonly (number | null)[]
  readonly onSeek: (step: number) => void
}

const numbers = ({ from, to }: Beat): string => (from === to ? String(from) : `${from}–${to}`)

/** The telling of a run: each sentence shows its step when it is read, and when its number is pressed. */
export function Beats({ beats, playhead, clients, onSeek }: BeatsProps) {
  return (
    <ol className={styles['beats']}>
      {beats.map((beat) => {
        const isHere = beat.from <= playhead && playhead <= beat.to
        const client = clients[beat.to - 1] ?? null
        return (
          <li
            key={beat.from}
            data-beat={beat.to}
            className={classes(styles['beat'], isHere && styles['here'])}
            style={client === null ? undefined : clientStyle(client)}
          >
            <button
              type="button"
              className={styles['number']}
              aria-label={`Show step ${numbers(beat)}`}
              aria-current={isHere ? 'step' : undefined}
              onClick={() => onSeek(beat.to)}
            >
              {numbers(beat)}
            </button>
            <span className={styles['words']}>
              <Inlines inlines={beat.inlines} />
            </span>
          </li>
        )
      })}
    </ol>
  )
}
