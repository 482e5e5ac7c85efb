/** Every property at the step that is shown: whether it holds so far, and the two steps that conflict where it does not. */
import { missedInWords, whyInWords } from '../../../course/narration/why'
import type { Trace } from '../../../model/engine/trace'
import type { Standing } from '../../../model/explore/why/along'
import type { PropertyNow, Why } from '../../../model/explore/why/why'
import { propertyNamed } from '../../../model/properties'
import { Button } from '../../ui/Button'
import { VerdictMark } from '../../ui/VerdictMark'
import styles from './Questions.module.css'

interface Props {
  readonly trace: Trace
  /** Null of a run that is too long. */
  readonly why: Why | null
  readonly onSeek: (step: number) => void
}

const standings: Readonly<Record<Standing, string>> = {
  holds: 'so far',
  open: 'under way',
  violated: '',
}

/** The steps to look at; the start is none. */
const stepsOf = ({ conflict }: PropertyNow): readonly number[] =>
  conflict === null ? [] : [...new Set([conflict.earlier, conflict.later])].filter((step) => step > 0)

export function WhyPanel({ trace, why, onSeek }: Props) {
  if (why === null) return <p>This run is too long to say that of each of its steps. Its verdicts stand above.</p>
  return (
    <>
      {why.staleRead !== null && <p>{missedInWords(trace, why.staleRead)}</p>}
      <dl className={styles['list']}>
        {why.properties.map((now) => (
          <div key={now.property}>
            <dt className={styles['row']}>
              <span>{propertyNamed(now.property)?.title ?? now.property}</span>
              <span>
                {now.standing === 'open' ? null : <VerdictMark verdict={now.standing} hasWord />}{' '}
                {standings[now.standing]}
              </span>
            </dt>
            {now.standing !== 'holds' && (
              <dd className={styles['row']}>
                <span>{whyInWords(trace, now)}</span>
                {stepsOf(now).map((step) => (
                  <Button key={step} look="quiet" onClick={() => onSeek(step)}>
                    Go to step {step}
                  </Button>
                ))}
              </dd>
            )}
          </div>
        ))}
      </dl>
    </>
  )
}
