/**
 * What the run costs so far, as a line; opened, as a table beside the least and the most of all complete runs, with what
 * each count means. All runs are counted only when somebody asks.
 */
import { useMemo, useState } from 'react'
import { costInWords, costTerms, waitsInWords } from '../../../course/narration/cost'
import { costOf } from '../../../model/engine/cost'
import type { Trace } from '../../../model/engine/trace'
import { costRange } from '../../../model/explore/costRange'
import styles from './RunCost.module.css'

export function RunCost({ trace, playhead }: { readonly trace: Trace; readonly playhead: number }) {
  const [isOpen, setOpen] = useState(false)
  const cost = useMemo(() => costOf(trace, playhead), [trace, playhead])
  const { scenario } = trace
  const range = useMemo(() => (isOpen ? costRange(scenario) : null), [isOpen, scenario])
  const waits = waitsInWords(cost)
  const loads = Object.entries(cost.loads)
  return (
    <details className={styles['cost']} open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={styles['line']}>So far {costInWords(cost)}</summary>
      <table className={styles['table']}>
        <caption className={styles['unseen']}>What this run costs</caption>
        <thead>
          <tr>
            <th scope="col">What is counted</th>
            <th scope="col">So far</th>
            {range && <th scope="col">All runs</th>}
          </tr>
        </thead>
        <tbody>
          {costTerms.map(({ name, title, says }) => (
            <tr key={name}>
              <th scope="row">
                {title} <span className={styles['says']}>{says}</span>
              </th>
              <td>{cost[name]}</td>
              {range && <td>{between(range.least[name], range.most[name])}</td>}
            </tr>
          ))}
          {loads.length > 1 &&
            loads.map(([key, count]) => (
              <tr key={key}>
                <th scope="row">
                  Loads of {key} <span className={styles['says']}>selects of it</span>
                </th>
                <td>{count}</td>
                {range && <td />}
              </tr>
            ))}
        </tbody>
      </table>
      <p className={styles['says']}>
        {waits === '' ? 'Nobody has an answer yet.' : `${waits.charAt(0).toUpperCase()}${waits.slice(1)}.`} Messages go
        from one machine to another; what the cache asks of itself is none.
      </p>
    </details>
  )
}

const between = (least: number, most: number): string => (least === most ? `${least}` : `${least} to ${most}`)
