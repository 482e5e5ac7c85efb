import type { Result } from '../../model/explore/report'
import { propertyNamed } from '../../model/properties'
import { useLabState } from '../lab/labContext'
import { worstOf } from '../lab/useGuards'
import { useReport } from '../lab/useReport'
import { heading } from '../panels/verdicts/words'
import { markOf } from '../ui/markOf'
import { VerdictMark } from '../ui/VerdictMark'
import styles from './Embed.module.css'

/** What holds only because there was nothing to judge is no good news. */
const isEmpty = (result: Result): boolean => result.verdict === 'holds' && result.judged === 0

const Verdict = ({ result }: { result: Result }) => (
  <li>
    {propertyNamed(result.property)?.title ?? result.property}{' '}
    {isEmpty(result) ? (
      <span className={styles['says']}>nothing to judge</span>
    ) : (
      <VerdictMark verdict={markOf(result)} hasWord />
    )}
  </li>
)

/** The worst verdict in one line, and all of them for those who ask. Their witnesses are in the full Lab. */
export function EmbedVerdicts() {
  const scenario = useLabState((state) => state.scenario)
  const { report, isStale, problem } = useReport(scenario)
  if (problem !== null) return <p className={styles['says']}>{problem}</p>
  if (report === null || isStale) return <p className={styles['says']}>Checking every world</p>
  const worst = worstOf(report.results.filter((result) => !isEmpty(result)))
  return (
    <details className={styles['verdicts']}>
      <summary className={styles['says']}>
        {heading(report)} {worst !== null && <VerdictMark verdict={worst} hasWord />}
      </summary>
      <ul className={styles['list']} aria-label="Verdicts">
        {report.results.map((result) => (
          <Verdict key={result.property} result={result} />
        ))}
      </ul>
    </details>
  )
}
