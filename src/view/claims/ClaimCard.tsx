import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { ClaimRow } from '../../course/claims/board'
import { classes } from '../ui/classes'
import styles from './ClaimCard.module.css'
import { ClaimMark } from './ClaimMark'
import { WitnessDetail, WitnessLine } from './WitnessLine'

const Fact = ({ term, children }: { term: string; children: ReactNode }) => (
  <div className={styles['fact']}>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
)

/** What was asked and run, made when it is opened: there is too much of it to have it all on the page at once. */
function Witnesses({ row: { id, witnesses }, isOpen }: { row: ClaimRow; isOpen: boolean }) {
  const [isWanted, setIsWanted] = useState(isOpen)
  return (
    <>
      <ul className={styles['witnesses']} aria-label={`What the engine answers about ${id}`}>
        {witnesses.map((witness, index) => (
          <WitnessLine key={index} claim={id} witness={witness} />
        ))}
      </ul>
      <details className={styles['details']} open={isOpen} onToggle={() => setIsWanted(true)}>
        <summary>What was asked, and what was run</summary>
        {isWanted && (
          <ul>
            {witnesses.map((witness, index) => (
              <WitnessDetail key={index} witness={witness} />
            ))}
          </ul>
        )}
      </details>
    </>
  )
}

/** One claim. A link that names it brings it into view and the keyboard to it. */
export function ClaimCard({ row, isNamed }: { row: ClaimRow; isNamed: boolean }) {
  const card = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!isNamed) return
    card.current?.scrollIntoView({ block: 'start' })
    card.current?.focus({ preventScroll: true })
  }, [isNamed])
  const { id, statement, verdict, assumption, correction, note, reason, witnesses } = row
  const facts = [
    [verdict === 'depends' ? 'Holds if' : 'Assuming', assumption],
    ['Instead', correction],
    ['Why it is not run', reason],
    ['Note', note],
  ].filter(([, text]) => text !== '')
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
      {facts.length > 0 && (
        <dl className={styles['facts']}>
          {facts.map(([term = '', text]) => (
            <Fact key={term} term={term}>
              {text}
            </Fact>
          ))}
        </dl>
      )}
      {witnesses.length > 0 && <Witnesses row={row} isOpen={isNamed} />}
    </article>
  )
}
