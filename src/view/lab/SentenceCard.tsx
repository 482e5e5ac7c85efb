import { useEffect } from 'react'
import { narrate, spoken } from '../../course/narration'
import type { Trace } from '../../model/engine/trace'
import { announcer } from '../shell/announcer'
import { classes } from '../ui/classes'
import { useLabState } from './labContext'
import styles from './SentenceCard.module.css'

/** The state at a step, as it is said aloud. */
export const stateInWords = (trace: Trace, playhead: number): string =>
  playhead === 0
    ? 'The start. Nothing has happened yet.'
    : `Step ${playhead} of ${trace.steps.length}. ${spoken(narrate(trace, playhead))}`

const opening = 'Nothing has happened yet. Step a client, or play the run that is prepared.'

/** What the current step did and why, in one sentence; every new one is said in the live region, too. */
export function SentenceCard() {
  const { trace, playhead } = useLabState(({ trace, playhead }) => ({ trace, playhead }))
  const { headline, text, term, tone } = narrate(trace, playhead)
  const said = stateInWords(trace, playhead)
  useEffect(() => {
    if (playhead > 0) announcer.announce(said)
  }, [said, playhead])
  return (
    <section className={classes(styles['card'], styles[tone])} aria-label="What happened">
      <p>
        {headline !== null && <strong className={styles['headline']}>{headline} </strong>}
        {playhead === 0 ? opening : text}
      </p>
      {term !== null && <p className={styles['term']}>{term}</p>}
    </section>
  )
}
