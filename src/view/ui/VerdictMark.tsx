import { classes } from './classes'
import styles from './VerdictMark.module.css'

/** `bounded` is what holds of runs without end though something stale is seen on the way. */
export type MarkedVerdict = 'holds' | 'bounded' | 'violated' | 'unknown'

const shapes: Readonly<Record<MarkedVerdict, string>> = {
  holds: 'M2.5 8.6 6.2 12.3 13.5 4',
  bounded: 'M2.5 9.8c1.4-4 3.6-4 5.5-1.8s4.1 2.2 5.5-1.8',
  violated: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  unknown: 'M5 5.6a3 3 0 1 1 4.3 2.7c-.9.450-1.3.9-1.3 1.9M8 13v.1',
}

/** A verdict: its shape, its colour and its word. Without `hasWord` the word is there for screen readers only. */
export function VerdictMark({ verdict, hasWord = false }: { verdict: MarkedVerdict; hasWord?: boolean }) {
  return (
    <span className={classes(styles['mark'], styles[verdict])}>
      <svg viewBox="0 0 16 16" width="1em" height="1em" aria-hidden="true" focusable="false">
        <path d={shapes[verdict]} fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
      </svg>
      <span className={hasWord ? undefined : styles['unseen']}>{verdict}</span>
    </span>
  )
}
