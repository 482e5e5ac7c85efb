import type { ClaimVerdict } from '../../course/claims/claim'
import { classes } from '../ui/classes'
import styles from './ClaimMark.module.css'

const shapes: Readonly<Record<ClaimVerdict, string>> = {
  holds: 'M2.5 8.6 6.2 12.3 13.5 4',
  fails: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  depends: 'M2 9.4c2-3.6 4-3.6 6-1.4s4 2.2 6-1.4',
  opinion: 'M3 3.5h10v7H7.5L4.5 13v-2.5H3z',
  'not-run': 'M3 8h10',
}

export const verdictNames: Readonly<Record<ClaimVerdict, string>> = {
  holds: 'holds',
  fails: 'fails',
  depends: 'depends',
  opinion: 'opinion',
  'not-run': 'not run',
}

/** What has become of a claim: a shape, a colour and a word. */
export const ClaimMark = ({ verdict }: { verdict: ClaimVerdict }) => (
  <span className={classes(styles['mark'], styles[verdict])}>
    <svg viewBox="0 0 16 16" width="1em" height="1em" aria-hidden="true" focusable="false">
      <path d={shapes[verdict]} fill="none" stroke="currentColor" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
    {verdictNames[verdict]}
  </span>
)
