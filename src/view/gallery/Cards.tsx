import type { Report, Result } from '../../model/explore/report'
import type { Scenario } from '../../model/scenario/scenario'
import { markOf } from '../ui/markOf'
import { VerdictMark } from '../ui/VerdictMark'
import styles from './Cards.module.css'
import type { Pair } from './pairs'

/** A property that holds because there was nothing to judge gets no tick. */
function Mark({ result }: { result: Result | undefined }) {
  if (result === undefined) return <span className={styles['pending']} />
  if (result.verdict !== 'holds' || result.judged > 0) return <VerdictMark verdict={markOf(result)} />
  return <span className={styles['nothing']} role="img" aria-label="nothing to judge in" />
}

/** The marks of a scenario, one a property; a line of the same height while they are being computed. */
function Marks({ scenario, report }: { scenario: Scenario; report: Report | undefined }) {
  return (
    <ul className={styles['marks']} aria-label="Verdicts">
      {scenario.check.map((property) => {
        const result = report?.results.find((each) => each.property === property)
        const words = property.replaceAll('-', ' ')
        return (
          <li key={property} className={styles['mark']}>
            <Mark result={result} />
            {words}
          </li>
        )
      })}
    </ul>
  )
}

function Card({ pair: { scenario, twin }, reports }: { pair: Pair; reports: ReadonlyMap<string, Report> }) {
  return (
    <li className={styles['card']}>
      <h3 className={styles['title']}>
        <a href={`#/lab/${scenario.scenario}`}>{scenario.title}</a>
      </h3>
      <p className={styles['about']}>{scenario.about}</p>
      <Marks scenario={scenario} report={reports.get(scenario.scenario)} />
      {twin !== null && (
        <div className={styles['twin']}>
          <a href={`#/lab/${twin.scenario}`}>{twin.title}</a>
          <Marks scenario={twin} report={reports.get(twin.scenario)} />
        </div>
      )}
    </li>
  )
}

/** Scenarios as cards: what goes wrong, and beside it what stops it. */
export const Cards = ({ pairs, reports }: { pairs: readonly Pair[]; reports: ReadonlyMap<string, Report> }) => (
  <ul className={styles['cards']}>
    {pairs.map((pair) => (
      <Card key={pair.scenario.scenario} pair={pair} reports={reports} />
    ))}
  </ul>
)
