import { useMemo, useRef } from 'react'
import type { Cursor } from '../cursor'
import { useFollow } from '../useFollow'
import styles from './Charts.module.css'
import { useInks } from './inks'
import { isMoved, type Measure, type Ran } from './measure'
import { MeasureRow } from './MeasureRow'

interface ChartsProps {
  measures: readonly Measure[]
  runs: readonly Ran[]
  endMs: number
  cursor: Cursor
}

/** Small multiples: one row for each measure, one axis of time and one cursor for all. */
export function Charts({ measures, runs, endMs, cursor }: ChartsProps) {
  const root = useRef<HTMLDivElement>(null)
  const probe = useRef<HTMLSpanElement>(null)
  useFollow(root, cursor)
  const inks = useInks(probe)
  const moved = useMemo(() => measures.filter((measure) => isMoved(runs, measure)), [measures, runs])
  const still = measures.filter((measure) => !moved.includes(measure))
  return (
    <div ref={root} className={styles['charts']}>
      <span ref={probe} className={styles['probe']} aria-hidden="true" />
      {inks !== null && (
        <ul className={styles['rows']}>
          {moved.map((measure, index) => (
            <MeasureRow
              key={measure.name}
              {...{ measure, runs, endMs, cursor, inks }}
              hasTimes={index === 0 || index === moved.length - 1}
            />
          ))}
        </ul>
      )}
      {still.length > 0 && (
        <p className={styles['still']}>
          Nothing to draw, because it stays at zero: {still.map(({ title }) => title.toLowerCase()).join(', ')}.
        </p>
      )}
    </div>
  )
}
