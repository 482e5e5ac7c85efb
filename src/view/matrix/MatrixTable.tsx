import { memo } from 'react'
import { writePatterns, type Row } from '../../model/explore/matrix'
import { protocols } from '../../model/protocols'
import { MatrixCell } from './MatrixCell'
import styles from './MatrixTable.module.css'
import type { Matrix } from './useMatrix'

const titleOf = (write: string): string => protocols.write[write]?.title ?? write

/** Guards down, write patterns across; each cell opens its shortest witness. */
export const MatrixTable = ({ matrix: { rows, reportsOf } }: { matrix: Matrix }) => (
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
        {rows.map((row) => (
          <tr key={row.guard?.id ?? 'none'}>
            <RowHead row={row} />
            {row.cells.map((cell) => {
              const [ending, endless] = reportsOf(cell)
              return (
                <MatrixCell
                  key={cell.write}
                  {...{ cell, ending, endless }}
                  pattern={titleOf(cell.write)}
                  guard={row.title}
                />
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

const RowHead = memo(function RowHead({ row: { title, guard } }: { row: Row }) {
  return (
    <th scope="row">
      {title}
      {guard !== null && <span className={styles['says']}>{guard.says}</span>}
    </th>
  )
})
