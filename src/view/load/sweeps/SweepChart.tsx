import { useMemo, useRef } from 'react'
import type { Metric } from '../../../model/load/metrics/metric'
import type { SweepTitle } from '../../../workers/load/messages'
import type { Aligned } from '../charts/aligned'
import { useInks } from '../charts/inks'
import { Plot } from '../charts/Plot'
import { BOUND, type Mark, type PlotShape } from '../charts/plot'
import { shown, tick, timeText } from '../format'
import { letterOf } from '../letters'
import { boundAt } from './agreement'
import { placeOf } from './scale'
import styles from './Sweeps.module.css'
import type { SweepState } from './useSweep'

interface SweepChartProps {
  sweep: SweepTitle
  places: readonly number[]
  state: Pick<SweepState, 'boundaries' | 'points'>
  metric: Metric
}

const timeShort = (ms: number): string => timeText(ms).replace(/ 0\ss$/, '')

/** The upright lines where a boundary begins, or ends. */
const marksOf = ({ sweep, places, state: { boundaries }, metric }: SweepChartProps): readonly Mark[] =>
  places.flatMap((place) => {
    const boundary = boundaries[place]
    if (boundary?.metric !== metric.name) return []
    const { zero } = boundary
    if (zero.kind !== 'from' && zero.kind !== 'until') return []
    const title = `${letterOf(place)}: proved 0 ${zero.kind === 'from' ? 'from' : 'up to'} ${timeShort(zero.ms)}`
    return [{ at: placeOf(sweep.values, zero.ms), title }]
  })

/** The first strategy whose answers are bounded by the value itself. */
function boundLine({ sweep, places, state: { boundaries }, metric }: SweepChartProps): (number | null)[] | null {
  const boundary = places
    .flatMap((place) => boundaries[place] ?? [])
    .find((each) => each.metric === metric.name && each.zero.kind === 'below')
  return boundary === undefined ? null : sweep.values.map((ms) => boundAt(boundary, ms))
}

export function SweepChart(props: SweepChartProps) {
  const { sweep, places, state, metric } = props
  const { points, boundaries } = state
  const probe = useRef<HTMLSpanElement>(null)
  const inks = useInks(probe)
  const bound = useMemo(
    () => boundLine({ sweep, places, state: { boundaries, points }, metric }),
    [sweep, places, boundaries, points, metric],
  )
  const data = useMemo<Aligned>(() => {
    const lines = places.map((place) => sweep.values.map((_, at) => points[place]?.[at]?.[metric.name] ?? null))
    return [sweep.values.map((_, at) => at), ...lines, ...(bound === null ? [] : [bound])]
  }, [places, sweep, points, metric, bound])
  const marks = JSON.stringify(marksOf(props))
  const key = [...places, ...(bound === null ? [] : [BOUND])].join()
  const shape = useMemo<PlotShape>(
    () => ({
      places: key.split(',').map(Number),
      from: -0.2,
      to: sweep.values.length - 0.8,
      xText: (at) => timeShort(sweep.values[at] ?? 0),
      yText: (value) => tick(value, metric.unit),
      xTicks: sweep.values.map((_, at) => at),
      marks: JSON.parse(marks) as readonly Mark[],
      hasTimes: true,
      hasPoints: true,
    }),
    [key, sweep, metric, marks],
  )
  return (
    <figure className={styles['figure']}>
      <span ref={probe} className={styles['probe']} aria-hidden="true" />
      {inks !== null && <Plot shape={shape} data={data} inks={inks} label={spoken(props)} isTall />}
      <figcaption className={styles['axis']}>{sweep.parameter}</figcaption>
      <details className={styles['table']}>
        <summary>Table</summary>
        <SweepTable {...props} />
      </details>
    </figure>
  )
}

const spoken = ({ sweep, metric, places, state: { points } }: SweepChartProps): string => {
  const lines = places.map((place) => {
    const ends = [points[place]?.[0], points[place]?.at(-1)].map((point) =>
      shown(point?.[metric.name] ?? null, metric.unit),
    )
    return `${letterOf(place)}: from ${ends.join(' to ')}.`
  })
  return `${metric.title} over ${sweep.parameter.toLowerCase()}. ${lines.join(' ')}`
}

const SweepTable = ({ sweep, places, state: { points }, metric }: SweepChartProps) => (
  <div className={styles['scroller']} role="region" aria-label={`${metric.title}, as a table`} tabIndex={0}>
    <table>
      <thead>
        <tr>
          <th scope="col">{sweep.parameter}</th>
          {places.map((place) => (
            <th key={place} scope="col">
              {letterOf(place)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sweep.values.map((ms, at) => (
          <tr key={ms}>
            <th scope="row">{timeShort(ms)}</th>
            {places.map((place) => (
              <td key={place}>{shown(points[place]?.[at]?.[metric.name] ?? null, metric.unit)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
