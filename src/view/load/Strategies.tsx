import type { Strategy } from '../../model/load/strategy'
import { protocols } from '../../model/protocols'
import { Button } from '../ui/Button'
import { STRATEGIES_MAX } from './letters'
import styles from './Strategies.module.css'
import { StrategyCard } from './strategies/StrategyCard'
import { keyOf } from './strategies/words'

interface StrategiesProps {
  strategies: readonly Strategy[]
  progress: readonly (number | null)[]
  problems: readonly (string | null)[]
  onChange: (strategies: readonly Strategy[]) => void
}

/** The first way to write that nobody compares yet. */
function another(strategies: readonly Strategy[]): Strategy {
  const last = strategies.at(-1)?.protocol.read ?? 'cache-aside'
  const ways = Object.keys(protocols.write).map((write): Strategy => ({
    protocol: { read: last, write },
    guards: {},
    replica: 'none',
  }))
  const taken = strategies.map(keyOf)
  const [first = { protocol: { read: 'cache-aside', write: 'write-invalidate' }, guards: {}, replica: 'none' }] =
    ways.filter(
      (way) => !taken.includes(keyOf(way)) && !strategies.some(({ protocol }) => protocol.write === way.protocol.write),
    )
  return first
}

export function Strategies({ strategies, progress, problems, onChange }: StrategiesProps) {
  const isFull = strategies.length >= STRATEGIES_MAX
  return (
    <div className={styles['cards']}>
      {strategies.map((strategy, index) => (
        <StrategyCard
          key={index}
          index={index}
          strategy={strategy}
          progress={progress[index] ?? null}
          problem={problems[index] ?? null}
          onChange={(changed) => onChange(strategies.map((each, at) => (at === index ? changed : each)))}
          onDuplicate={isFull ? null : () => onChange([...strategies, strategy])}
          onRemove={strategies.length === 1 ? null : () => onChange(strategies.filter((_, at) => at !== index))}
        />
      ))}
      {!isFull && (
        <Button className={styles['add']} onClick={() => onChange([...strategies, another(strategies)])}>
          Add a strategy
        </Button>
      )}
    </div>
  )
}
