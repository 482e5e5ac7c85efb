/** What is true of all runs together, property by property, with a shortest and a typical one to look at. */
import type { NoFacts, PropertyFacts } from '../../../model/explore/find/facts'
import { propertyNamed } from '../../../model/properties'
import { Button } from '../../ui/Button'
import styles from './Questions.module.css'
import { noProbability, schedulesWords, stepsWords, tallyWords, worldsWords } from './words'

interface Props {
  /** One for each property; null while it is counted. */
  readonly facts: readonly (PropertyFacts | NoFacts | null)[]
  readonly properties: readonly string[]
  readonly problem: string | null
  readonly onShow: (schedule: readonly string[]) => void
}

function Facts({ facts, onShow }: { facts: PropertyFacts; onShow: Props['onShow'] }) {
  const says = propertyNamed(facts.property)?.violatedSays ?? 'violate it'
  const { shortest, typical } = facts
  return (
    <>
      <dd>{tallyWords(facts.runs, says)}</dd>
      <dd className={styles['row']}>
        {shortest !== null && (
          <Button onClick={() => onShow(shortest)}>Show the shortest, {stepsWords(shortest.length)}</Button>
        )}
        {typical !== null && (
          <Button onClick={() => onShow(typical)}>Show a typical one, {stepsWords(typical.length)}</Button>
        )}
      </dd>
    </>
  )
}

/** How much there is of everything, from whichever property has counted it. */
function sizeWords(facts: Props['facts']): string {
  const known = facts.find((each) => each !== null && 'worlds' in each)
  if (!known || 'reason' in known) return ''
  const schedules = typeof known.runs === 'string' ? '' : ` and ${schedulesWords(known.runs.all)}`
  return `There are ${worldsWords(known.worlds)}${schedules}. `
}

export function FactsPanel({ facts, properties, problem, onShow }: Props) {
  if (problem !== null) return <p className={styles['problem']}>{problem}</p>
  return (
    <>
      <p>
        {sizeWords(facts)}
        {noProbability}
      </p>
      <dl className={styles['list']}>
        {properties.map((name, index) => {
          const known = facts[index] ?? null
          return (
            <div key={name}>
              <dt>{propertyNamed(name)?.title ?? name}</dt>
              {known === null && <dd>Counting every schedule.</dd>}
              {known !== null && 'reason' in known && <dd>Not counted: {known.reason}</dd>}
              {known !== null && 'worlds' in known && <Facts facts={known} onShow={onShow} />}
            </div>
          )
        })}
      </dl>
      <p className={styles['dim']}>
        A typical run is as long as the median of all runs like it; of those, it is the one in the middle of their
        order.
      </p>
    </>
  )
}
