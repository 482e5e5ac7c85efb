/**
 * What clients saw: their operations as intervals, with a moment in each at which it may be thought to have happened, or
 * the few that no order explains. The table under the drawing says the same in words.
 */
import { useMemo, useState } from 'react'
import type { Trace } from '../../../model/engine/trace'
import {
  EXPLAINED_MAX,
  explainedHistory,
  type ExplainedHistory,
  type OrderKind,
} from '../../../model/explore/why/explained'
import { clientPaint } from '../../stage/colours'
import { Select } from '../../ui/Select'
import { historyLayout, labelOf } from './historyLayout'
import styles from './HistoryPanel.module.css'
import shared from './Questions.module.css'

const kinds: readonly { readonly value: OrderKind; readonly title: string }[] = [
  { value: 'linearizable', title: 'In real time (linearizable)' },
  { value: 'sequential', title: 'In each client’s order (sequential)' },
]

function Drawing({ history, clients }: { history: ExplainedHistory; clients: readonly string[] }) {
  const { width, height, lanes, bars } = historyLayout(history)
  return (
    <div className={shared['scroll']} tabIndex={0} role="group" aria-label="Operations as intervals">
      <svg className={styles['drawing']} width={width} height={height} aria-hidden="true">
        {lanes.map(({ client, y }) => (
          <g key={client}>
            <text x={4} y={y + 4}>
              {client}
            </text>
            <line className={styles['lane']} x1={36} x2={width} y1={y} y2={y} />
          </g>
        ))}
        {bars.map(({ interval, x1, x2, y, pointX, label }) => (
          <g
            key={`${interval.client} ${interval.key} ${interval.from}`}
            className={styles['bar']}
            data-open={interval.to === null}
            data-blame={interval.isToBlame}
            style={clientPaint(clients.indexOf(interval.client))}
          >
            <rect x={x1} y={y - 8} width={Math.max(8, x2 - x1)} height={16} rx={4} />
            {pointX !== null && <circle className={styles['point']} cx={pointX} cy={y} r={5} />}
            <text x={x1} y={y - 13}>
              {interval.isToBlame ? `× ${label}` : label}
            </text>
          </g>
        ))}
      </svg>
    </div>
  )
}

const endWords = ({ to, isLost }: ExplainedHistory['intervals'][number]): string =>
  to !== null ? `step ${to}` : isLost ? 'never answered' : 'not yet'

function Table({ history }: { history: ExplainedHistory }) {
  return (
    <div className={shared['scroll']}>
      <table className={shared['table']}>
        <thead>
          <tr>
            <th scope="col">Client</th>
            <th scope="col">Operation</th>
            <th scope="col">Begins</th>
            <th scope="col">Ends</th>
            <th scope="col">{history.holds ? 'Place in the order' : 'To blame'}</th>
          </tr>
        </thead>
        <tbody>
          {history.intervals.map((interval) => (
            <tr key={`${interval.client} ${interval.key} ${interval.from}`}>
              <th scope="row">{interval.client}</th>
              <td>{labelOf(interval)}</td>
              <td>step {interval.from}</td>
              <td>{endWords(interval)}</td>
              <td>{history.holds ? (interval.place ?? 'none') : interval.isToBlame ? 'yes' : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function verdictWords({ holds, kind, intervals }: ExplainedHistory): string {
  if (intervals.length === 0) return 'No operation has begun yet.'
  if (!holds) {
    const blamed = intervals.filter(({ isToBlame }) => isToBlame).length
    return `No order explains what was read. These ${blamed} operations contradict each other, and without any one of them nothing would be wrong.`
  }
  return kind === 'linearizable'
    ? 'An order explains what was read: each operation may have happened at its point.'
    : 'An order that keeps each client’s own explains what was read; it need not follow real time.'
}

export function HistoryPanel({ trace, playhead }: { readonly trace: Trace; readonly playhead: number }) {
  const [kind, setKind] = useState<OrderKind>('linearizable')
  const history = useMemo(() => explainedHistory(trace, playhead, kind), [trace, playhead, kind])
  if (history === null) return <p>Histories of up to {EXPLAINED_MAX} operations are drawn, and this run has more.</p>
  const clients = trace.scenario.clients.map(({ name }) => name)
  return (
    <>
      <Select label="Which order" value={kind} options={kinds} onChange={setKind} />
      <p>{verdictWords(history)}</p>
      {history.intervals.length > 0 && (
        <>
          <Drawing history={history} clients={clients} />
          <Table history={history} />
        </>
      )}
    </>
  )
}
