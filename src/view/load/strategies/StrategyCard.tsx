import type { Strategy } from '../../../model/load/strategy'
import { protocols } from '../../../model/protocols'
import { Button } from '../../ui/Button'
import { classes } from '../../ui/classes'
import { Disclosure } from '../../ui/Disclosure'
import { Note } from '../../ui/Note'
import { Select } from '../../ui/Select'
import { Switch } from '../../ui/Switch'
import { letterOf } from '../letters'
import { Swatch, toneOf } from '../Swatch'
import { countGuardsFor, isOn, switched, switchesFor, withoutGuardOf, withPattern } from './asScenario'
import { CountField } from './CountField'
import styles from './StrategyCard.module.css'
import { guardTitle, patternsOf } from './words'

const reads = Object.entries(protocols.read).map(([value, { title }]) => ({ value, title }))
const writes = Object.entries(protocols.write).map(([value, { title }]) => ({ value, title }))

interface StrategyCardProps {
  index: number
  strategy: Strategy
  /** Its share of the run, from 0 to 1; null while it does not run. */
  progress: number | null
  /** Why it cannot run, or what stopped it; null where nothing is wrong. */
  problem: string | null
  onChange: (strategy: Strategy) => void
  /** null where nothing may be added. */
  onDuplicate: (() => void) | null
  /** null where nothing may be removed. */
  onRemove: (() => void) | null
}

export function StrategyCard(props: StrategyCardProps) {
  const { index, strategy, progress, problem, onChange } = props
  const letter = letterOf(index)
  return (
    <section
      className={classes(styles['card'], toneOf(index))}
      aria-label={`Strategy ${letter}: ${patternsOf(strategy)}`}
    >
      <header className={styles['head']}>
        <Swatch index={index} />
        <Actions {...props} letter={letter} />
      </header>
      <div className={styles['patterns']}>
        <label className={styles['pattern']}>
          <span>Reads</span>
          <Select
            label={`Reads of ${letter}`}
            value={strategy.protocol.read}
            options={reads}
            onChange={(read) => onChange(withPattern(strategy, 'read', read))}
          />
        </label>
        <label className={styles['pattern']}>
          <span>Writes</span>
          <Select
            label={`Writes of ${letter}`}
            value={strategy.protocol.write}
            options={writes}
            onChange={(write) => onChange(withPattern(strategy, 'write', write))}
          />
        </label>
      </div>
      <Chosen strategy={strategy} onChange={onChange} />
      <Guards strategy={strategy} onChange={onChange} />
      {problem !== null && <Note tone="bad">{problem}</Note>}
      {progress !== null && (
        <progress className={styles['progress']} value={progress} aria-label={`Run of strategy ${letter}`} />
      )}
    </section>
  )
}

const Actions = ({ letter, onDuplicate, onRemove }: StrategyCardProps & { letter: string }) => (
  <div className={styles['actions']}>
    <Button
      look="quiet"
      aria-label={`Duplicate strategy ${letter}`}
      reason={onDuplicate === null ? 'No more than four are compared' : null}
      onClick={() => onDuplicate?.()}
    >
      Duplicate
    </Button>
    <Button
      look="quiet"
      aria-label={`Remove strategy ${letter}`}
      reason={onRemove === null ? 'It takes two to compare' : null}
      onClick={() => onRemove?.()}
    >
      Remove
    </Button>
  </div>
)

type Editing = Pick<StrategyCardProps, 'strategy' | 'onChange'>

/** What is on besides the patterns, each with a way to take it off. */
function Chosen({ strategy, onChange }: Editing) {
  const chosen = Object.entries(strategy.guards)
  if (chosen.length === 0 && strategy.replica === 'none') return <p className={styles['none']}>No guard</p>
  return (
    <ul className={styles['chips']}>
      {chosen.map(([name, value]) => (
        <li key={name}>
          <Button
            className={styles['chip']}
            aria-label={`Take off ${guardTitle(name, value)}`}
            onClick={() => onChange(withoutGuardOf(strategy, name))}
          >
            {guardTitle(name, value)} <span aria-hidden="true">×</span>
          </Button>
        </li>
      ))}
      {strategy.replica === 'lagging' && <li className={styles['fact']}>Reads a replica that lags</li>}
    </ul>
  )
}

function Guards({ strategy, onChange }: Editing) {
  const applicable = switchesFor(strategy)
  const counts = countGuardsFor(strategy)
  return (
    <Disclosure title={`Guards to choose from (${applicable.length + counts.length + 1})`}>
      <ul className={styles['guards']}>
        {applicable.map((each) => (
          <li key={each.id}>
            <Switch
              isOn={isOn(strategy, each)}
              onChange={(on) => onChange(switched(strategy, each, on))}
              label={each.title}
              says={each.says}
            />
          </li>
        ))}
        {counts.map((guard) => (
          <li key={guard.name}>
            <CountField guard={guard} strategy={strategy} onChange={onChange} />
          </li>
        ))}
        <li>
          <Switch
            isOn={strategy.replica === 'lagging'}
            onChange={(on) => onChange({ ...strategy, replica: on ? 'lagging' : 'none' })}
            label="Replica that lags"
            says="selects read a copy that gets each commit after the workload’s lag"
          />
        </li>
      </ul>
    </Disclosure>
  )
}
