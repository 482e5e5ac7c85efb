/** The stamps of fills as a naive explorer gathers them from a trace: what each open operation's stamp has seen go by. */
import { isRefusal } from '../engine/program'
import type { Trace, TraceStep } from '../engine/trace'
import { driftsOfValue } from '../guards/clock'

type Stamp = 'fresh' | 'outlasting' | 'too old'

const isThere = ({ cache, tombstone }: TraceStep['after'], key: string): boolean =>
  cache[key] !== null || tombstone[key] !== null

const stores = /^cache\.(set|compareAndSet|fill|leaseSet)|^queue\./

/** Whether a step began a lifetime of the key's entry: a store, a delete that left a tombstone, or a hit where hits count. */
function beginsLifetime({ event, after }: TraceStep, key: string, hitsCount: boolean): boolean {
  if (event.type === 'timer') return after.tombstone[key] !== null
  if (event.type !== 'request' || event.key !== key || event.fault === 'lost' || event.fault === 'late') return false
  const { kind } = event.request
  if (kind === 'cache.delete') return after.tombstone[key] !== null && after.cache[key] === null
  if (hitsCount && /[gG]et/.test(kind)) return (event.reply as { readonly found?: boolean }).found === true
  return stores.test(kind) && !isRefusal(event.reply)
}

/** What a step of somebody does to a stamp. */
function seen(stamp: Stamp, step: TraceStep, key: string, hitsCount: boolean): Stamp {
  const { event, before, after } = step
  if (stamp === 'too old') return stamp
  if (event.type === 'expire' && event.key === key && isThere(before, key))
    return stamp === 'outlasting' ? 'too old' : stamp
  if (!isThere(after, key)) return 'fresh'
  return beginsLifetime(step, key, hitsCount) ? 'outlasting' : stamp
}

function stampOf({ scenario, steps }: Trace, client: string): Stamp | null {
  const hitsCount = scenario.guards['expiry'] === 'after-access'
  const cacheReads = scenario.protocol.read === 'read-through'
  let stamp: Stamp | null = null
  let key = ''
  for (const step of steps) {
    const { event } = step
    if (stamp !== null) stamp = seen(stamp, step, key, hitsCount)
    if (event.type === 'crash' && event.client === client && !cacheReads) stamp = null
    if (event.type !== 'request' || event.client !== client) continue
    if (event.request.kind === 'database.select') [stamp, key] = ['fresh', event.key]
    if (event.ends || event.startsOver) stamp = null
  }
  return stamp
}

/** The stamp of each client's open operation, where clients are compared by stamps and their clock is exact. */
export function stampsOf(trace: Trace): readonly unknown[] {
  const { guards, clients } = trace.scenario
  if (guards['reject-old-fills'] !== 'at-select') return []
  const drifts = driftsOfValue(guards['clock'] ?? '')
  return clients.map(({ name }) => ((drifts.get(name) ?? 0) === 0 ? stampOf(trace, name) : null))
}
