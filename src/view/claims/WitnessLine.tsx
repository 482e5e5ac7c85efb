import type { WitnessRow } from '../../course/claims/board'
import { classes } from '../ui/classes'
import styles from './WitnessLine.module.css'

/** What a witness is called: its assumption, or else what it asks. */
const labelOf = ({ when, ask }: WitnessRow): string => (when === '' ? ask : when)

/** Where the link leads. */
const placeOf = (link: string): string => (link.startsWith('#/load') ? 'under load' : 'in the Lab')

/** What the engine answered to one question, how often or with what end, and the way to the run. */
export function WitnessLine({ claim, witness }: { claim: string; witness: WitnessRow }) {
  const { isTrue, when, ask, asked, counts, tells, link } = witness
  const Label = when === '' ? 'code' : 'strong'
  return (
    <li className={styles['line']}>
      <span className={styles['said']}>
        <Label>{labelOf(witness)}</Label>{' '}
        <span className={classes(styles['answer'], isTrue ? styles['true'] : styles['false'])}>{String(isTrue)}</span>{' '}
        {[counts, tells, `Asked of ${asked}.`].find((text) => text !== '')}
      </span>
      {link !== '' && (
        <a
          className={styles['lab']}
          href={link}
          aria-label={`Show ${placeOf(link)}: ${claim}, ${when === '' ? ask : when}`}
        >
          Show {placeOf(link)}
        </a>
      )}
    </li>
  )
}

/** Requests to servers, one after the other, with what these answered. */
const Exchanges = ({ witness: { name, exchanges } }: { witness: WitnessRow }) => (
  <>
    <p className={styles['dim']}>
      {name === ''
        ? 'Asked of the model’s servers:'
        : `Recorded on real servers as ${name}; the model answers the same:`}
    </p>
    <ol className={styles['exchanges']}>
      {exchanges.map(({ by, asked, answered }, index) => (
        <li key={index}>
          <span className={styles['by']}>{by}</span>
          <span>
            <code>{asked}</code> {answered !== '' && <code className={styles['answered']}>{answered}</code>}
          </span>
        </li>
      ))}
    </ol>
  </>
)

/** Everything there is to say of a witness: the question, what was run, and the run that shows it. */
export function WitnessDetail({ witness }: { witness: WitnessRow }) {
  const { ask, isTrue, when, asked, counts, setting, schedule, tells, exchanges } = witness
  return (
    <li className={styles['detail']}>
      {when !== '' && <p className={styles['when']}>{when}</p>}
      <p>
        <code>{ask}</code> is {String(isTrue)}. Asked of {asked}. {counts}
      </p>
      {setting !== '' && <p className={styles['dim']}>{setting}</p>}
      {schedule.length > 0 && (
        <p>
          <code className={styles['dim']}>{schedule.join(' ')}</code> {tells}
        </p>
      )}
      {exchanges.length > 0 && <Exchanges witness={witness} />}
    </li>
  )
}
