import { useId, useState } from 'react'
import type { Strategy } from '../../../model/load/strategy'
import { Switch } from '../../ui/Switch'
import { counting, type CountGuard } from './asScenario'
import styles from './StrategyCard.module.css'

interface CountFieldProps {
  guard: CountGuard
  strategy: Strategy
  onChange: (strategy: Strategy) => void
}

const START = 10

/** A guard with a number: a switch, and while it is on, the number. What is no such number stays, and is said. */
export function CountField({ guard: { name, title, says, min, max }, strategy, onChange }: CountFieldProps) {
  const id = useId()
  const value = strategy.guards[name]
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? value ?? ''
  const isWrong = typed !== null && countOf(typed, min, max) === null
  return (
    <>
      <Switch
        isOn={value !== undefined}
        onChange={(on) => onChange(counting(strategy, name, on ? START : null))}
        label={title}
        says={says}
      />
      {value !== undefined && (
        <span className={styles['count']}>
          <input
            inputMode="numeric"
            autoComplete="off"
            aria-label={`${title}: how many`}
            aria-invalid={isWrong}
            aria-describedby={isWrong ? id : undefined}
            value={text}
            onChange={(event) => {
              const next = event.currentTarget.value
              const count = countOf(next, min, max)
              setTyped(count === null ? next : null)
              if (count !== null) onChange(counting(strategy, name, count))
            }}
          />
          {isWrong && (
            <span id={id} className={styles['wrong']}>
              Write a whole number from {min} to {max.toLocaleString('en')}.
            </span>
          )}
        </span>
      )}
    </>
  )
}

function countOf(text: string, min: number, max: number): number | null {
  const count = /^\d{1,9}$/.test(text.trim()) ? Number(text) : NaN
  return count >= min && count <= max ? count : null
}
