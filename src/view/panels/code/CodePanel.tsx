/**
 * The programs that run, as they are written: one card for each program of each client, the next line marked in the
 * client's colour, and the lines that a guard changed marked as changed.
 */
import { sources } from 'virtual:program-sources'
import { useId } from 'react'
import type { StepEvent } from '../../../model/engine/trace'
import type { WorldView } from '../../../model/engine/view'
import type { Scenario } from '../../../model/scenario/scenario'
import { classes } from '../../ui/classes'
import { clientStyle } from '../clientColour'
import { CodeLine, GuardLines } from './CodeLine'
import styles from './CodePanel.module.css'
import { loaderCards } from './loaderCards'
import { ownSources } from './ownSources'
import { programCards, type ProgramCard } from './programCards'

export function CodePanel(props: {
  readonly scenario: Scenario
  /** The world at the playhead. */
  readonly world: WorldView
  /** The step that led there; null at the start. */
  readonly event: StepEvent | null
}) {
  return (
    <div className={styles['cards']}>
      {cardsOf(props).map((card) => (
        <Card key={`${card.client} ${card.program.source}`} card={card} />
      ))}
    </div>
  )
}

function cardsOf({ scenario, world, event }: Parameters<typeof CodePanel>[0]): readonly ProgramCard[] {
  const texts = scenario.own === undefined ? sources : { ...sources, ...ownSources(scenario.own) }
  return [...programCards(scenario, world, event, texts), ...loaderCards(scenario, world, event, texts)]
}

function Card({ card }: { readonly card: ProgramCard }) {
  const id = useId()
  const isHeld = card.isWaiting || card.state === 'crashed'
  return (
    <section className={styles['card']} style={clientStyle(card.index)} aria-labelledby={id}>
      <header className={styles['header']}>
        <h3 id={id} className={styles['title']}>
          {card.client} runs {card.program.isOwn ? card.program.title.toLowerCase() : card.program.source}
        </h3>
        {card.state !== '' && <span className={classes(styles['state'], isHeld && styles['held'])}>{card.state}</span>}
      </header>
      {card.around.map(({ guard, line }) => {
        const text = sources[guard]
        return text && <GuardLines key={guard} text={text} operation="operation" line={line} how="inside" />
      })}
      <div className={styles['scroll']} role="group" aria-label={`Lines of ${card.program.source}`}>
        <ol>
          {card.program.lines.map((tokens, index) => {
            const changed = card.changed.get(index + 1)
            const guard = changed && sources[changed.guard]
            const inGuard = card.next === index + 1 && card.inGuard?.source === changed?.guard ? card.inGuard : null
            return (
              <CodeLine
                key={index}
                tokens={tokens}
                isNext={card.next === index + 1}
                isLast={card.last === index + 1}
                guard={guard ? { text: guard, operation: changed.operation, line: inGuard?.line ?? null } : null}
              />
            )
          })}
        </ol>
      </div>
    </section>
  )
}
