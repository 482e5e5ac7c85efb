import type { Cell, Row } from '../../model/explore/matrix'
import { writePatterns } from '../../model/explore/matrix'
import { protocols } from '../../model/protocols'
import { markOf } from '../ui/markOf'
import { VerdictMark } from '../ui/VerdictMark'
import { allOf, besideMark, linkOf, stalenessOf, underMark, worstResult } from './cellWords'
import styles from './MatrixTable.module.css'
import type { Matrix } from './useMatrix'

const titleOf = (write: string): string => protocols.write[write]?.title ?? write

/** Guards down, write patterns across; each cell opens its shortest witness. */
export const MatrixTable = ({ matrix }: { matrix: Matrix }) => (
  <div className={styles['scroller']} role="region" aria-label="Verdict matrix" tabIndex={0}>
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">Guard</th>
          {writePatterns.map((write) => (
            <th key={write} scope="col">
              {titleOf(write)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {matrix.rows.map((row) => (
          <RowLine key={row.guard?.id ?? 'none'} row={row} reportOf={matrix.reportOf} />
        ))}
      </tbody>
    </table>
  </div>
)

const RowLine = ({ row, reportOf }: { row: Row; reportOf: Matrix['reportOf'] }) => (
  <tr>
    <th scope="row">
      {row.title}
      {row.guard !== null && <span className={styles['says']}>{row.guard.says}</span>}
    </th>
    {row.cells.map((cell) => (
      <td key={cell.write}>
        <CellContent cell={cell} row={row} reportOf={reportOf} />
      </td>
    ))}
  </tr>
)

function CellContent({
  cell: { scenario, write },
  row,
  reportOf,
}: {
  cell: Cell
  row: Row
  reportOf: Matrix['reportOf']
}) {
  if (scenario === null)
    return (
      <span className={styles['none']} title={`${row.title} means nothing here`}>
        <span aria-hidden="true">·</span>
        <span className={styles['unseen']}>means nothing here</span>
      </span>
    )
  const report = reportOf(scenario)
  const worst = report === null ? null : worstResult(report.results)
  if (report === null || worst === null)
    return <span className={styles['pending']} role="img" aria-label="being checked" />
  return (
    <a
      className={styles['cell']}
      href={linkOf(scenario, worst)}
      title={allOf(report)}
      aria-label={`${titleOf(write)}, ${row.title}: ${allOf(report)}. Open in the Lab`}
    >
      <span className={styles['line']}>
        <VerdictMark verdict={markOf(worst)} />
        {besideMark(report, worst)}
      </span>
      <span className={styles['under']}>{underMark(worst)}</span>
      <span className={styles['under']}>{stalenessOf(report)}</span>
    </a>
  )
}
