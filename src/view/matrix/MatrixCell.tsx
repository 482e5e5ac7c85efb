import { memo } from 'react'
import type { Cell } from '../../model/explore/matrix'
import { answerIn, type Report } from '../../model/explore/report'
import { markOf } from '../ui/markOf'
import { VerdictMark } from '../ui/VerdictMark'
import { CellCard } from './CellCard'
import { allOf, besideMark, spelled, wayFrom, worstResult, type Findings } from './cellWords'
import styles from './MatrixTable.module.css'
import { StalenessMark } from './StalenessMark'
import { useCard } from './useCard'

interface CellProps {
  readonly cell: Cell
  /** What was found of the cell's two scenarios; null what is not known yet, or was not asked. */
  readonly ending: Report | null
  readonly endless: Report | null
  readonly pattern: string
  readonly guard: string
}

/** Remembers what it shows: most cells stay as they are while others are filled. */
export const MatrixCell = memo(function MatrixCell({ cell, ending, endless, pattern, guard }: CellProps) {
  if (cell.scenario === null && cell.endless === null)
    return (
      <td>
        <span className={styles['none']} title={`${guard} means nothing here`}>
          <span aria-hidden="true">·</span>
          <span className={styles['unseen']}>means nothing here</span>
        </span>
      </td>
    )
  if ((cell.scenario !== null && ending === null) || (cell.endless !== null && endless === null))
    return (
      <td>
        <span className={styles['pending']} role="img" aria-label="being checked" />
      </td>
    )
  const findings: Findings = {
    ending: cell.scenario && ending && { scenario: cell.scenario, report: ending },
    endless: cell.endless && endless && { scenario: cell.endless, report: endless },
  }
  return <Found findings={findings} pattern={pattern} guard={guard} />
})

/** One link: to the shortest witness. The card beside it says more while the cell is pointed at or has the focus. */
function Found({ findings, pattern, guard }: { findings: Findings; pattern: string; guard: string }) {
  const { isOpen, onCell, onLink } = useCard()
  return (
    <td {...onCell}>
      <a
        className={styles['cell']}
        href={wayFrom(findings)}
        aria-label={`${pattern}, ${guard}: ${allOf(findings)}. Open in the Lab`}
        {...onLink}
      >
        <Verdict findings={findings} />
        <Staleness findings={findings} />
      </a>
      {isOpen && <CellCard findings={findings} title={`${pattern} · ${guard}`} />}
    </td>
  )
}

function Verdict({ findings: { ending } }: { findings: Findings }) {
  const worst = ending && worstResult(ending.report.results)
  if (ending === null || worst === null) return null
  return (
    <>
      <span className={styles['line']}>
        <VerdictMark verdict={markOf(worst)} />
        {besideMark(ending.report, worst)}
      </span>
      {worst.verdict !== 'holds' && <span className={styles['under']}>{spelled(worst.property)}</span>}
    </>
  )
}

function Staleness({ findings: { endless } }: { findings: Findings }) {
  const [result] = endless?.report.results ?? []
  const answer = result ? answerIn(result) : null
  if (answer !== null) return <StalenessMark answer={answer} />
  return result ? <VerdictMark verdict="unknown" hasWord /> : null
}
