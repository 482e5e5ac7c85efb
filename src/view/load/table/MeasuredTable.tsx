import { useEffect, useState } from 'react'
import type { LoadResult } from '../../../model/load/result'
import { metricNamed } from '../../../model/load/metrics'
import type { Strategy } from '../../../model/load/strategy'
import { askWorker } from '../../../workers/load/client'
import { protocols } from '../../../model/protocols'
import { classes } from '../../ui/classes'
import { Definition } from '../Definition'
import { Swatch, toneOf } from '../Swatch'
import styles from './MeasuredTable.module.css'
import { guardTitles } from '../strategies/words'
import { rowsOf, type Cell, type LinesOf, type Row } from './rows'

interface MeasuredTableProps {
  /** By the place of the strategy; null where it could not run. */
  runs: readonly (LoadResult | null)[]
}

/** The lines of each strategy's programs, once the worker has counted them. */
function useLines(runs: MeasuredTableProps['runs']): LinesOf {
  const [lines, setLines] = useState<ReadonlyMap<Strategy, number>>(() => new Map())
  useEffect(() => {
    const control = new AbortController()
    const strategies = runs.flatMap((run) => run?.strategy ?? [])
    askWorker({ type: 'lines', strategies }, { signal: control.signal })
      .then((counts) => setLines(new Map(strategies.map((strategy, at) => [strategy, counts[at] ?? 0]))))
      // Without a worker there is no run either.
      .catch(() => undefined)
    return () => control.abort('others are asked about')
  }, [runs])
  return (strategy) => lines.get(strategy) ?? null
}

/** Eight rows down, strategies across; in a narrow window each row is a list. */
export function MeasuredTable({ runs }: MeasuredTableProps) {
  const linesOf = useLines(runs)
  const rows = rowsOf(runs, linesOf)
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">
            <span className={styles['unseen']}>What is compared</span>
          </th>
          {runs.map((run, index) => (
            <th key={index} scope="col" className={toneOf(index)}>
              <Swatch index={index} />
              {run !== null && (
                <>
                  <span className={styles['write']}>{protocols.write[run.strategy.protocol.write]?.title}</span>
                  <span className={styles['guards']}>{guardTitles(run.strategy).join(', ')}</span>
                </>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <span className={styles['title']}>
                {row.title} <Definition of={row.title} says={definitionOf(row)} />
              </span>
            </th>
            {row.cells.map((cell, index) => (
              <td key={index}>
                {cell === null ? <span className={styles['none']}>–</span> : <Measured cell={cell} index={index} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The definitions of all that the row speaks of. */
const definitionOf = ({ metrics }: Row): readonly { title: string; says: string }[] =>
  metrics.flatMap((name) => metricNamed(name) ?? [])

const Measured = ({ cell: { value, sentence, said, agrees }, index }: { cell: Cell; index: number }) => (
  <>
    <p className={styles['value']}>
      <span className={styles['swatch']}>
        <Swatch index={index} />
      </span>
      {value}
    </p>
    <p className={styles['sentence']}>{sentence}</p>
    {said !== null && (
      <p className={classes(styles['said'], agrees === false && styles['differs'])}>
        <Mark agrees={agrees} />
        <span>
          <a href={`#/claims/${said.claim}`}>Document</a>: {said.words}
        </span>
      </p>
    )}
  </>
)

const marks = {
  agrees: { shape: 'M3 6h10M3 10h10', word: 'The run agrees.' },
  differs: { shape: 'M3 6h10M3 10h10M11 2 5 14', word: 'The run disagrees.' },
} as const

/** The same or not the same, as signs. */
function Mark({ agrees }: { agrees: boolean | null }) {
  if (agrees === null) return null
  const { shape, word } = marks[agrees ? 'agrees' : 'differs']
  return (
    <>
      <svg viewBox="0 0 16 16" className={styles['mark']} aria-hidden="true" focusable="false">
        <path d={shape} fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      </svg>
      <span className={styles['unseen']}>{word}</span>
    </>
  )
}
