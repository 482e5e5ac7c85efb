/** A run as a table: the picture's twin for those who would rather read cells. */
import { spoken, narrate } from '../../course/narration'
import type { Trace } from '../../model/engine/trace'
import type { WorldView } from '../../model/engine/view'
import { keysOf } from '../../model/scenario/scenario'
import { lanesOf } from './lanes'
import { rowsOf } from './rows'

export interface TableRow {
  readonly step: number
  /** Who acts: a client, the cache, the timer; `Fault` where nobody asked. */
  readonly actor: string
  readonly request: string
  readonly reply: string
  /** What both hold after the step, e.g. `x v1` or `x absent`, keys separated by commas. */
  readonly cache: string
  /** What waits for the database; empty where the scenario has no queue. */
  readonly queue: string
  /** What a replica holds; empty where none lags. */
  readonly replica: string
  readonly database: string
  readonly says: string
}

const contents = (
  world: WorldView,
  lane: 'cache' | 'queue' | 'replica' | 'database',
  keys: readonly string[],
): string =>
  keys
    .map((key) => {
      const version = world[lane][key] ?? null
      const grave = lane === 'cache' && version === null ? (world.tombstone[key] ?? null) : null
      return `${key} ${version === null ? `absent${grave === null ? '' : `, tombstone v${grave}`}` : `v${version}`}`
    })
    .join(', ')

/** One row a step, in order. */
export function tableOf(trace: Trace): readonly TableRow[] {
  const keys = keysOf(trace.scenario)
  const titles = new Map(lanesOf(trace.scenario).map(({ id, title }) => [id, title]))
  return rowsOf(trace).map((row, index) => {
    const after = trace.steps[index]?.after ?? trace.initial
    return {
      step: row.number,
      actor:
        row.kind === 'self' && row.client === null && row.from !== 'queue' && row.from !== 'log'
          ? 'Fault'
          : (titles.get(row.from) ?? row.from),
      request: row.label,
      reply: row.reply,
      cache: contents(after, 'cache', keys),
      queue: titles.has('queue') ? contents(after, 'queue', keys) : '',
      replica: titles.has('replica') ? contents(after, 'replica', keys) : '',
      database: contents(after, 'database', keys),
      says: spoken(narrate(trace, row.number)),
    }
  })
}
