/**
 * What clients saw of a run: their operations as intervals of steps, row by row, as checkers of histories want them.
 *
 * A version is a value. A write that was not answered may have made one all the same: the version that its operation has
 * brought about is known to whoever looks at the trace, and where it has brought about none it says nothing.
 */
import { apart } from '../../engine/together'
import type { RequestEvent, Trace, TraceStep } from '../../engine/trace'
import type { HistoryOperation, Initial } from '../../histories'
import { keysOf, type Deed, type Scenario } from '../../scenario/scenario'

export interface Seen {
  readonly client: string
  readonly role: 'read' | 'write'
  readonly key: string
  /** The step of the first request, from 1. */
  readonly from: number
  /** The step of the answer; null while there is none. */
  readonly to: number | null
  /** What was read, acknowledged, or made without an answer; null where nobody knows, or nothing was. */
  readonly version: number | null
  /** It is over without an answer: it failed, or its client is gone. */
  readonly isLost: boolean
}

type Open = { -readonly [Field in keyof Seen]: Seen[Field] }

const rowsOf = ({ composed }: Scenario, deed: Deed): readonly string[] =>
  deed.kind === 'transfer' ? [deed.key, deed.other] : (composed?.[deed.key] ?? [deed.key])

/** The version of a row that a step of a write has brought about; null where it brought about none. */
function madeBy({ event, before, after }: TraceStep, key: string): number | null {
  const request = event as RequestEvent
  const replied = (request.reply as { readonly version?: number } | null)?.version
  const row = after.database[key] ?? null
  if (row !== before.database[key]) return row
  const isCounted = request.request.kind === 'cache.setNext' || request.request.kind === 'queue.setAndEnqueue'
  return isCounted && request.key === key ? (replied ?? null) : null
}

/** All operations that have begun in the first `count` steps, in the order in which they did. */
export function seenIn(trace: Trace, count = trace.steps.length): readonly Seen[] {
  const seen: Open[] = []
  const open = new Map<string, readonly Open[]>()
  for (const step of trace.steps.slice(0, count)) {
    const { number, event } = step
    if (event.type === 'crash') for (const each of open.get(event.client) ?? []) each.isLost = true
    if (event.type !== 'request') continue
    if (event.begins) begin(trace, event, number)
    const mine = open.get(event.client) ?? []
    for (const each of mine) if (each.role === 'write') each.version = madeBy(step, each.key) ?? each.version
    if (!event.ends) continue
    open.delete(event.client)
    const isLost = event.fails || event.result === null
    const versions = event.result === null ? [] : mine.length === 1 ? [event.result] : apart(event.result)
    for (const [at, each] of mine.entries()) {
      each.isLost = isLost
      if (!isLost) Object.assign(each, { to: number, version: versions[at] ?? null })
    }
  }
  return seen

  function begin({ scenario }: Trace, { client, deed }: RequestEvent, from: number): void {
    const role = deed.kind === 'read' || deed.kind === 'bypass' ? 'read' : 'write'
    const rows = rowsOf(scenario, deed).map((key): Open => ({
      client,
      role,
      key,
      from,
      to: null,
      version: null,
      isLost: false,
    }))
    open.set(client, rows)
    seen.push(...rows)
  }
}

/** One operation of a history, and what it was in the run; null for a write from before the run. */
export interface Placed {
  readonly operation: HistoryOperation
  readonly seen: Seen | null
}

/**
 * The history, and what every key was at first. Where cache and database differ at the start, the newer one was
 * written before the run, and nobody knows whether it counts already: a write that is pending.
 */
export function historyOf(
  { scenario }: Trace,
  seen: readonly Seen[],
): { readonly placed: readonly Placed[]; readonly initial: Initial } {
  const { database, cache } = scenario.start
  const ends = keysOf(scenario).map((key) => {
    const row = database[key] ?? 1
    return { key, row, entry: cache[key] ?? row }
  })
  const before = ends
    .filter(({ row, entry }) => row !== entry)
    .map(({ key, row, entry }): Placed => ({
      operation: { client: '', kind: 'write', key, value: String(Math.max(row, entry)), from: 0, to: null },
      seen: null,
    }))
  const told = seen
    .filter(({ role, to, version }) => to !== null || (role === 'write' && version !== null))
    .map((each): Placed => {
      const { client, role, key, version, from, to } = each
      const isOld = before.some(({ operation }) => operation.key === key && operation.value === String(version))
      // Whoever writes a version that was there before the run has only read it.
      const kind = isOld ? 'read' : role
      return { operation: { client, kind, key, value: String(version), from, to }, seen: each }
    })
  const initial = Object.fromEntries(ends.map(({ key, row, entry }) => [key, String(Math.min(row, entry))]))
  return { placed: [...before, ...told], initial }
}
