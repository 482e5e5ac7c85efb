import type { Answer } from '../../model/properties/property'
import { classes } from '../ui/classes'
import { stalenesses } from './cellWords'
import styles from './StalenessMark.module.css'

/** A ribbon of what is cached, over time: clean, hatched for a while, or hatched on and on. */
const bands: Readonly<Record<Answer, string>> = {
  never: 'M1.5 2h25v8h-25z',
  bounded: 'M1.5 2h25v8h-25zM9.5 2v8M19.5 2v8',
  'for-ever': 'M30 2h-28.5v8H30M9.5 2v8',
}
const hatchings: Readonly<Record<Answer, string>> = {
  never: '',
  bounded: 'M10.5 9l5-6M14.5 9l4.5-5.5',
  'for-ever': 'M10.5 9l5-6M15.5 9l5-6M20.5 9l5-6M25.5 9l4.5-5.5',
}

/** For how long whoever reads for ever may see an old version: its shape, its colour and its word. */
export const StalenessMark = ({ answer, isWhole = false }: { answer: Answer; isWhole?: boolean }) => (
  <span className={classes(styles['mark'], styles[answer])}>
    <svg viewBox="0 0 32 12" aria-hidden="true" focusable="false">
      <path className={styles['hatching']} d={hatchings[answer]} />
      <path className={styles['band']} d={bands[answer]} />
    </svg>
    <span className={styles['word']}>{isWhole ? stalenesses[answer].whole : stalenesses[answer].short}</span>
  </span>
)
