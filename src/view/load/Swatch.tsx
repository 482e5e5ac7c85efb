import { classes } from '../ui/classes'
import { dashesOf, letterOf } from './letters'
import styles from './tones.module.css'

export const toneOf = (index: number): string | undefined => styles[`tone${index + 1}`]

/** A strategy's letter with its line as it is drawn in the charts. */
export const Swatch = ({ index }: { index: number }) => (
  <span className={classes(styles['swatch'], toneOf(index))}>
    <svg className={styles['line']} viewBox="0 0 26 8" aria-hidden="true" focusable="false">
      <path d="M0 4H26" stroke="currentColor" strokeWidth="2.2" strokeDasharray={dashesOf(index).join(' ')} />
    </svg>
    {letterOf(index)}
  </span>
)
