import { memo, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { Cursor } from '../cursor'
import { Definition } from '../Definition'
import { shown, tick, timeText } from '../format'
import { letterOf } from '../letters'
import { Swatch } from '../Swatch'
import { aligned, valueAt } from './aligned'
import type { Inks } from './inks'
import { extentOf, lineOf, type Measure, type Ran } from './measure'
import styles from './MeasureRow.module.css'
import { Plot } from './Plot'
import type { PlotShape } from './plot'
import { TimesTable } from './TimesTable'

interface MeasureRowProps {
  measure: Measure
  runs: readonly Ran[]
  endMs: number
  cursor: Cursor
  inks: Inks
  /** The last row of a column carries the times. */
  hasTimes: boolean
}

/** A measure: its name, its chart, and what each strategy has at the cursor. */
export const MeasureRow = memo(function MeasureRow(props: MeasureRowProps) {
  const { measure, runs, endMs, cursor, inks, hasTimes } = props
  const { unit, title } = measure
  const lines = useMemo(() => runs.map((run) => lineOf(run, measure)), [runs, measure])
  const data = useMemo(() => aligned(lines), [lines])
  const places = runs.map(({ place }) => place).join()
  const shape = useMemo<PlotShape>(
    () => ({
      places: places === '' ? [] : places.split(',').map(Number),
      from: 0,
      to: endMs,
      xText: timeText,
      yText: (value) => tick(value, unit),
      hasTimes,
      hasPoints: false,
      marks: [],
    }),
    [places, endMs, unit, hasTimes],
  )
  const [isTabled, setTabled] = useState(false)
  return (
    <li className={styles['row']} aria-label={title}>
      <div className={styles['head']}>
        <h3 className={styles['title']}>{title}</h3> <Definition of={title} says={measure.says} />
      </div>
      <Plot shape={shape} data={data} inks={inks} label={spoken(measure, runs)} onPoint={cursor.seek} />
      <Values measure={measure} runs={runs} cursor={cursor} />
      <details className={styles['table']} onToggle={(event) => setTabled(event.currentTarget.open)}>
        <summary>Table</summary>
        {isTabled && <TimesTable measure={measure} runs={runs} />}
      </details>
    </li>
  )
})

function Values({ measure, runs, cursor }: Pick<MeasureRowProps, 'measure' | 'runs' | 'cursor'>) {
  const ms = useStore(cursor.store, (state) => state.ms)
  return (
    <dl className={styles['values']}>
      {runs.map((run) => (
        <div key={run.place}>
          <dt>
            <Swatch index={run.place} />
          </dt>
          <dd>{shown(valueAt(lineOf(run, measure), ms), measure.unit)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** `Write latency over time. A: from 1 ms to 12 ms, most at 1.2 s. B: nothing.` */
function spoken(measure: Measure, runs: readonly Ran[]): string {
  const lines = runs.map((run) => {
    const extent = extentOf(lineOf(run, measure))
    if (extent === null) return `${letterOf(run.place)}: nothing.`
    const { least, greatest, atMs } = extent
    return `${letterOf(run.place)}: from ${shown(least, measure.unit)} to ${shown(greatest, measure.unit)}, most at ${timeText(atMs)}.`
  })
  return [`${measure.title} over time.`, ...lines].join(' ')
}
