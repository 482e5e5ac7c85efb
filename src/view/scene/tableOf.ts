/** A run as a table: the picture's twin for those who would rather read cells. */
import { spoken, narrate } from '../../course/narration'
import type { Trace } from '../../model/engine/trace'
import type { WorldView } from '../../model/engine/view'
import { keysOf } from '../../model/scenario/scenario'
import { lanesOf } from './lanes'
import { rowsOf } from './rows'
import { versionText } from './versionText'

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
  { scenario }: Trace,
  world: WorldView,
  lane: 'cache' | 'queue' | 'replica' | 'database',
  keys: readonly string[],
): string =>
  keys
    .filter((key) => lane === 'cache' || scenario.composed?.[key] === undefined)
    .map((key) => {
      const held = world[lane][key] ?? null
      const version = lane === 'cache' ? held : held || null
      const count = lane === 'replica' ? null : (world.counts[key]?.[lane] ?? null)
      const counts = version === null || count === null ? '' : ` counts ${count}`
      const grave = lane === 'cache' && version === null ? (world.tombstone[key] ?? null) : null
      return `${key} ${version === null ? `absent${grave === null ? '' : `, tombstone v${grave}`}` : versionText(key, version, scenario.composed) + counts}`
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
      cache: contents(trace, after, 'cache', keys),
      queue: titles.has('queue') ? contents(trace, after, 'queue', keys) : '',
      replica: titles.has('replica') ? contents(trace, after, 'replica', keys) : '',
      database: contents(trace, after, 'database', keys),
      says: spoken(narrate(trace, row.number)),
    }
  })
}
