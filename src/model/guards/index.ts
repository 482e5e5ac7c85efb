/**
 * The catalogue of guards, in the order in which they apply: first what the cache refuses, then who may
 * fill at all, then what else a fill is like; guards that change no request come last. A later guard
 * replaces the store of an earlier one.
 */
import type { Asking, Ending, Key, ReadProtocol, Resources } from '../engine/program'
import { cacheAbsent } from './cacheAbsent'
import { clear } from './clear'
import { clock } from './clock'
import { coalesce } from './coalesce'
import { compareAndSet } from './compareAndSet'
import { delay } from './delay'
import { expiry } from './expiry'
import { fill } from './fill'
import { flushEvery } from './flushEvery'
import type { Body, Guard } from './guard'
import { increments } from './increments'
import { invalidate } from './invalidate'
import { lease } from './lease'
import { leaseTimeout } from './leaseTimeout'
import { lifetimeOf } from './lifetimeOf'
import { lockTimeout } from './lockTimeout'
import { logOrder } from './logOrder'
import { queue } from './queue'
import { regions } from './regions'
import { rejectOldFills } from './rejectOldFills'
import { remoteMarker } from './remoteMarker'
import { retryRefusedFill } from './retryRefusedFill'
import { serveStale } from './serveStale'
import { softExpiry } from './softExpiry'
import { tombstone } from './tombstone'
import { warm } from './warm'
import { undo } from './undo'
import { versions } from './versions'
import { writeAheadLog } from './writeAheadLog'
import { writeLock } from './writeLock'

export const guards: readonly Guard[] = [
  versions,
  cacheAbsent,
  compareAndSet,
  lease,
  leaseTimeout,
  serveStale,
  tombstone,
  fill,
  invalidate,
  rejectOldFills,
  clock,
  retryRefusedFill,
  undo,
  expiry,
  lifetimeOf,
  softExpiry,
  warm,
  delay,
  queue,
  writeAheadLog,
  coalesce,
  flushEvery,
  clear,
  logOrder,
  regions,
  remoteMarker,
  writeLock,
  lockTimeout,
  increments,
]

export const guardNamed = (name: string): Guard | undefined => guards.find((guard) => guard.name === name)

/** The resources that one operation of a scenario is given. */
export function guarded(plain: Resources, chosen: Readonly<Record<string, string>>, role: 'read' | 'write'): Resources {
  let resources = plain
  for (const guard of guards) {
    const value = chosen[guard.name]
    if (value !== undefined && guard.wrap) resources = guard.wrap(resources, value, role)
  }
  return chosen['cache-absent'] === undefined ? fillingRows(resources) : resources
}

/** The same resources, where a row that is not there fills nothing. */
function fillingRows(resources: Resources): Resources {
  const { fill } = resources
  return {
    ...resources,
    fill: function* (key, row) {
      return row.version === 0 ? null : yield* fill(key, row)
    },
  }
}

/** One operation of a scenario, from its first request to its ending, with all that its guards do. */
export function guardedOperation(
  program: ReadProtocol,
  plain: Resources,
  chosen: Readonly<Record<string, string>>,
  role: 'read' | 'write',
  key: Key,
): Asking<Ending> {
  const resources = guarded(plain, chosen, role)
  let run: Body = (given) => program(given, key)
  for (const { name, around } of guards) {
    if (chosen[name] === undefined || around?.role !== role) continue
    const inner = run
    run = (given) => around.operation(inner, given, key)
  }
  return run(resources)
}
