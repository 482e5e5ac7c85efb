import type { WitnessRow } from '../../course/claims/board'
import { classes } from '../ui/classes'
import styles from './WitnessLine.module.css'

/** Longer lists of requests are there for those who open them. */
const OPEN_MAX = 5

/** Requests to servers, one after the other, with what these answered. */
const Exchanges = ({ witness: { name, exchanges } }: { witness: WitnessRow }) => (
  <details className={styles['exchanges']} open={exchanges.length <= OPEN_MAX}>
    <summary>
      {name === '' ? 'The requests and answers' : `Recorded on real servers, and answered by the model in the same way`}
    </summary>
    <ol>
      {exchanges.map(({ by, asked, answered }, index) => (
        <li key={index}>
          <span className={styles['by']}>{by}</span> <code>{asked}</code>{' '}
          {answered !== '' && <code className={styles['answered']}>{answered}</code>}
        </li>
      ))}
    </ol>
  </details>
)

/** What was asked of the engine, what it answered, and the run that shows it. */
export function WitnessLine({ claim, witness }: { claim: string; witness: WitnessRow }) {
  const { ask, isTrue, when, asked, counts, setting, schedule, tells, link, exchanges } = witness
  const label = when === '' ? asked : when
  return (
    <li className={styles['witness']}>
      <p className={styles['asked']}>
        {when !== '' && <span className={styles['when']}>{when}</span>}
        <code className={styles['ask']}>{ask}</code>
        <span className={classes(styles['answer'], isTrue ? styles['true'] : styles['false'])}>
          {isTrue ? 'true' : 'false'}
        </span>
        {link !== '' && (
          <a className={styles['lab']} href={link} aria-label={`Show in the Lab: ${claim}, ${label}`}>
            Show in the Lab
          </a>
        )}
      </p>
      <p className={styles['counts']}>
        Asked of {asked}. {counts}
      </p>
      {setting !== '' && <p className={styles['setting']}>{setting}</p>}
      {exchanges.length > 0 && <Exchanges witness={witness} />}
      {schedule.length > 0 && (
        <p className={styles['run']}>
          <span className={styles['schedule']}>{schedule.join(' ')}</span> {tells}
        </p>
      )}
    </li>
  )
}
