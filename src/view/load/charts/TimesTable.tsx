import { shown, timeText } from '../format'
import { letterOf } from '../letters'
import { valueAt } from './aligned'
import { lineOf, type Measure, type Ran } from './measure'
import styles from './TimesTable.module.css'

/** More rows than these nobody reads; the download has all of them. */
const ROWS_MAX = 60

/** The chart's numbers: one row for each stretch of time, one column for each strategy. */
export function TimesTable({ measure, runs }: { measure: Measure; runs: readonly Ran[] }) {
  const longest = runs.reduce<Float64Array>(
    (times, { result }) => (result.endMs > (times.at(-1) ?? -1) ? result.series.times : times),
    new Float64Array(),
  )
  const every = Math.ceil(longest.length / ROWS_MAX)
  const times = [...longest].filter((_, index) => (index + 1) % every === 0 || index === longest.length - 1)
  return (
    <div className={styles['scroller']} role="region" aria-label={`${measure.title}, as a table`} tabIndex={0}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">Until</th>
            {runs.map(({ place }) => (
              <th key={place} scope="col">
                {letterOf(place)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {times.map((time) => (
            <tr key={time}>
              <th scope="row">{timeText(time)}</th>
              {runs.map((run) => (
                <td key={run.place}>{shown(valueAt(lineOf(run, measure), time), measure.unit)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
