import { useEffect, useRef, type ReactNode } from 'react'
import type { ClaimRow } from '../../course/claims/board'
import { classes } from '../ui/classes'
import styles from './ClaimCard.module.css'
import { ClaimMark } from './ClaimMark'
import { WitnessLine } from './WitnessLine'

const Fact = ({ term, children }: { term: string; children: ReactNode }) => (
  <div className={styles['fact']}>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
)

/** One claim. A link that names it brings it into view and the keyboard to it. */
export function ClaimCard({ row, isNamed }: { row: ClaimRow; isNamed: boolean }) {
  const card = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!isNamed) return
    card.current?.scrollIntoView({ block: 'center' })
    card.current?.focus({ preventScroll: true })
  }, [isNamed])
  const { id, statement, verdict, assumption, correction, note, reason, witnesses } = row
  return (
    <article
      ref={card}
      tabIndex={-1}
      aria-labelledby={`claim-${id}`}
      className={classes(styles['card'], isNamed ? styles['named'] : undefined)}
    >
      <p className={styles['head']}>
        <a className={styles['id']} href={`#/claims/${id}`} aria-label={`Link to ${id}`}>
          {id}
        </a>
        <ClaimMark verdict={verdict} />
      </p>
      <h3 id={`claim-${id}`} className={styles['statement']}>
        {statement}
      </h3>
      <dl className={styles['facts']}>
        {assumption !== '' && <Fact term={verdict === 'depends' ? 'Holds if' : 'Meant'}>{assumption}</Fact>}
        {correction !== '' && <Fact term="Instead">{correction}</Fact>}
        {reason !== '' && <Fact term="Why it is not run">{reason}</Fact>}
        {note !== '' && <Fact term="Note">{note}</Fact>}
      </dl>
      {witnesses.length > 0 && (
        <ul className={styles['witnesses']} aria-label={`What the engine was asked about ${id}`}>
          {witnesses.map((witness, index) => (
            <WitnessLine key={index} claim={id} witness={witness} />
          ))}
        </ul>
      )}
    </article>
  )
}
