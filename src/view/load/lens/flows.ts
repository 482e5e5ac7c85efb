/**
 * What flows into and out of the stock that each strategy has: updates that wait for a flush, or requests that wait for
 * the database; and the load at which it tips.
 */
import type { LoadResult } from '../../../model/load/result'
import { databaseBalance, queueBalance, type Balance } from '../../../model/load/systems/tipping'
import type { Workload } from '../../../model/load/workload/workload'
import { protocols } from '../../../model/protocols'
import { valueAt } from '../charts/aligned'
import { lineOf } from '../charts/measure'

export interface Flow {
  readonly isQueue: boolean
  /** Names of the parts, as they are written on the picture. */
  readonly arriving: string
  readonly stock: string
  /** Per second at the moment; null where nothing is known of it. */
  readonly inflow: number | null
  readonly level: number | null
  readonly outflow: number | null
  /** The highest that the stock has stood, in the averages of the intervals. */
  readonly levelMax: number
  readonly balance: Balance
}

const column = (result: LoadResult, name: string) => lineOf({ result }, { name })

const sum = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b)

const highest = (run: LoadResult, name: string): number =>
  column(run, name).values.reduce((most, value) => (value > most ? value : most), 0)

/** Acknowledged writes a second, over the whole run. */
function writeRate({ metrics }: LoadResult): number {
  return (metrics['updatesPerWrite'] ?? 0) * (metrics['databaseWritesPerSecond'] ?? 0)
}

/** What arrives in open arrivals is known; what closed clients send is what they were answered. */
const offeredWrites = ({ arrivals, reads }: Workload, run: LoadResult): number =>
  arrivals.kind === 'open' ? arrivals.perSecond * (1 - reads) : writeRate(run)

/** What a stock has whatever the moment is: how high it ever stands, and where it tips. */
export type Stock = Pick<Flow, 'isQueue' | 'levelMax' | 'balance'>

export function stockOf(workload: Workload, run: LoadResult): Stock {
  const { metrics } = run
  if (protocols.write[run.strategy.protocol.write]?.queues === true)
    return {
      isQueue: true,
      levelMax: highest(run, 'pending'),
      balance: queueBalance(workload, run.strategy, offeredWrites(workload, run)),
    }
  return {
    isQueue: false,
    levelMax: highest(run, 'databaseQueue'),
    balance: databaseBalance(workload, metrics['databaseReadsPerSecond'] ?? 0, metrics['databaseWritesPerSecond'] ?? 0),
  }
}

export function flowAt(stock: Stock, run: LoadResult, ms: number): Flow {
  const at = (name: string) => valueAt(column(run, name), ms)
  if (stock.isQueue)
    return {
      ...{ ...stock, arriving: 'Updates', stock: 'Pending writes' },
      inflow: at('writes'),
      level: at('pending'),
      outflow: at('databaseWrites'),
    }
  const asked = sum(at('databaseReads'), at('databaseWrites'))
  return {
    ...{ ...stock, arriving: 'Requests', stock: 'Waiting' },
    inflow: asked,
    level: at('databaseQueue'),
    outflow: asked,
  }
}
