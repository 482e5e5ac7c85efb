/**
 * The verdicts, and what was searched for them. A violated one plays its shortest witness; one that holds only because
 * there was nothing to judge says so, and one that nobody could decide says why.
 */
import type { ReactNode } from 'react'
import type { Report, Result } from '../../../model/explore/report'
import { propertyNamed } from '../../../model/properties'
import { Button } from '../../ui/Button'
import { classes } from '../../ui/classes'
import { markOf } from '../../ui/markOf'
import { VerdictMark } from '../../ui/VerdictMark'
import { Panel, Skeleton } from '../Panel'
import styles from './VerdictsPanel.module.css'
import { answerWords, caveat, factWords, heading, searchedWords, sometimesWords } from './words'

interface VerdictsPanelProps {
  /** The last answer; null before the first. */
  readonly report: Report | null
  /** The report is of an earlier scenario, and a newer one is being made. */
  readonly isStale: boolean
  /** Plays a witness. */
  readonly onShow: (schedule: readonly string[]) => void
  /** How far the running check has come; null when none runs, or none long enough to tell. */
  readonly progress: { readonly worlds: number } | null
  readonly onCancel: () => void
  /** What else there is to say of the run. */
  readonly children?: ReactNode
}

export function VerdictsPanel({ report, isStale, onShow, progress, onCancel, children }: VerdictsPanelProps) {
  const isBusy = isStale || report === null
  return (
    <Panel title={report ? heading(report) : 'Checking every world'} isBusy={isBusy}>
      <p className={styles['searched']}>{subheading(report, isStale)}</p>
      {report?.facts && <p className={styles['facts']}>{factWords(report)}</p>}
      {report ? (
        <ul className={classes(styles['list'], isStale && styles['stale'])}>
          {report.results.map((result) => (
            <Verdict key={result.property} result={result} isOfRun={report.run !== undefined} onShow={onShow} />
          ))}
        </ul>
      ) : (
        <Skeleton lines={3} />
      )}
      {progress && (
        <div className={styles['progress']}>
          <span>{progress.worlds.toLocaleString('en')} worlds so far</span>
          <Button onClick={onCancel}>Stop the check</Button>
        </div>
      )}
      {children}
      <p className={styles['small']}>
        {report ? `${sometimesWords(report)} ` : ''}
        {caveat(report)}
      </p>
    </Panel>
  )
}

function subheading(report: Report | null, isStale: boolean): string {
  if (!report) return 'The first answer is on its way.'
  return isStale ? 'This was before the last change. Checking again.' : searchedWords(report.searched)
}

const counted = ({ length }: readonly string[]) => `${String(length)} ${length === 1 ? 'step' : 'steps'}`

/** Sentence case inside a sentence: "Cache converges" -> "cache converges". */
const inSentence = (title: string) => title.charAt(0).toLowerCase() + title.slice(1)

function Verdict(props: {
  readonly result: Result
  /** It says something about one run alone. */
  readonly isOfRun: boolean
  readonly onShow: (schedule: readonly string[]) => void
}) {
  const { result, isOfRun, onShow } = props
  const property = propertyNamed(result.property)
  const title = property?.title ?? result.property
  const answer = answerWords(result)
  const isEmpty = result.verdict === 'holds' && result.judged === 0
  return (
    <li className={styles['row']}>
      <details className={styles['title']}>
        <summary>{title}</summary>
        <p className={styles['says']}>{property?.says}</p>
      </details>
      <span className={styles['mark']}>
        {isEmpty ? (
          <span className={styles['nothing']}>nothing to judge</span>
        ) : (
          <VerdictMark verdict={markOf(result)} hasWord />
        )}
      </span>
      {result.verdict === 'violated' && (
        <button
          className={styles['show']}
          aria-label={`show ${isOfRun ? 'how this run' : 'the shortest run that'} violates “${inSentence(title)}”, ${counted(result.schedule)}`}
          onClick={() => onShow(result.schedule)}
        >
          show
        </button>
      )}
      {result.verdict === 'holds' && result.example && (
        <button
          className={styles['show']}
          aria-label={`show the shortest run to a stale read, ${counted(result.example)}`}
          onClick={() => onShow(result.example ?? [])}
        >
          show
        </button>
      )}
      {!isEmpty && answer !== null && <span className={styles['answer']}>{answer}</span>}
      {result.verdict === 'unknown' && <span className={styles['reason']}>{result.reason}</span>}
    </li>
  )
}
