/** A cell in sentences: what was searched, what was found, why, and a link to the run that shows it. */
import { useLayoutEffect, useRef } from 'react'
import { answerIn, type Result } from '../../model/explore/report'
import { propertyNamed } from '../../model/properties'
import { heading, searchedWords } from '../panels/verdicts/words'
import { markOf } from '../ui/markOf'
import { VerdictMark } from '../ui/VerdictMark'
import styles from './CellCard.module.css'
import { counted, linkOf, spelled, worstResult, type Finding, type Findings } from './cellWords'
import { placeBeside } from './placeBeside'
import { StalenessMark } from './StalenessMark'
import { whyOf } from './whyOf'

export function CellCard({ findings: { ending, endless }, title }: { findings: Findings; title: string }) {
  const card = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const { current } = card
    return current?.parentElement ? placeBeside(current, current.parentElement) : undefined
  }, [])
  return (
    <div ref={card} className={styles['card']} role="group" aria-label={title}>
      <strong className={styles['title']}>{title}</strong>
      {ending && <Worst finding={ending} />}
      {endless && <Lasting finding={endless} />}
    </div>
  )
}

const searched = ({ report }: Finding): string => `${heading(report)}: ${searchedWords(report.searched)}.`

function Worst({ finding }: { finding: Finding }) {
  const { scenario, report } = finding
  const worst = worstResult(report.results)
  if (worst === null) return null
  const others = report.results.filter((other) => other !== worst && other.verdict === worst.verdict)
  return (
    <div className={styles['part']}>
      <p className={styles['found']}>
        <VerdictMark verdict={markOf(worst)} /> {foundOf(worst, report.results.length)}
      </p>
      {worst.verdict === 'violated' && <p>{whyOf(scenario, worst.schedule)}</p>}
      {worst.verdict === 'unknown' && <p>{worst.reason}</p>}
      {worst.verdict !== 'holds' && others.length > 0 && (
        <p className={styles['small']}>
          Also {worst.verdict}: {others.map(({ property }) => spelled(property)).join(', ')}.
        </p>
      )}
      <p className={styles['small']}>{searched(finding)}</p>
      <a className={styles['link']} href={linkOf(scenario, worst)}>
        {worst.verdict === 'violated' ? 'Play the witness' : 'Open in the Lab'}
      </a>
    </div>
  )
}

function foundOf(worst: Result, properties: number): string {
  if (worst.verdict === 'holds') return properties === 1 ? titleOf(worst) : `All ${properties} properties hold`
  return worst.verdict === 'violated'
    ? `${titleOf(worst)}: violated after ${counted(worst.steps, 'step')}`
    : titleOf(worst)
}

const titleOf = ({ property }: Result): string => propertyNamed(property)?.title ?? property

function Lasting({ finding }: { finding: Finding }) {
  const { scenario, report } = finding
  const [result] = report.results
  if (result === undefined) return null
  const answer = answerIn(result)
  return (
    <div className={styles['part']}>
      <p className={styles['found']}>
        {answer === null ? <VerdictMark verdict="unknown" hasWord /> : <StalenessMark answer={answer} isWhole />}
      </p>
      <p>{lastingWhy(finding, result)}</p>
      <p className={styles['small']}>{searched(finding)} One of the clients reads for ever.</p>
      <a className={styles['link']} href={linkOf(scenario, result)}>
        {answer === 'for-ever'
          ? 'Play how it stays stale'
          : answer === 'bounded'
            ? 'Play the stale read'
            : 'Open in the Lab'}
      </a>
    </div>
  )
}

function lastingWhy({ scenario }: Finding, result: Result): string {
  if (result.verdict === 'unknown') return result.reason
  if (result.verdict === 'violated')
    return `${whyOf(scenario, result.schedule)} Then ${(result.loop ?? []).join(' ')} can follow again and again, with a stale read each time.`
  if (result.example === undefined) return 'No read returns less than was written for good before it began.'
  return `${whyOf(scenario, result.example)} If everything goes on that can, stale reads come to an end.`
}
