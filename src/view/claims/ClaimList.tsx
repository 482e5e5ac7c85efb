import type { ClaimRow } from '../../course/claims/board'
import { ClaimCard } from './ClaimCard'
import styles from './ClaimList.module.css'
import { sectionsOf } from './choose'

/** Claims under the sections of their documents. */
export function ClaimList({ rows, named }: { rows: readonly ClaimRow[]; named: string | null }) {
  return sectionsOf(rows).map(({ document, title, rows: inside }) => {
    const heading = `section-${inside[0]?.id ?? ''}`
    return (
      <section key={heading} aria-labelledby={heading} className={styles['section']}>
        <h2 id={heading} className={styles['heading']}>
          <span className={styles['document']}>{document}</span> {title}
        </h2>
        <div className={styles['rows']}>
          {inside.map((row) => (
            <ClaimCard key={row.id} row={row} isNamed={row.id === named} />
          ))}
        </div>
      </section>
    )
  })
}
