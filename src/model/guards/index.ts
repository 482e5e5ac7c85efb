/**
 * The catalogue of guards, in the order in which they apply: first what the cache refuses, then who may
 * fill at all, then what else a fill is like; guards that change no request come last. A later guard
 * replaces the store of an earlier one.
 */
import type { Resources } from '../engine/program'
import { clear } from './clear'
import { compareAndSet } from './compareAndSet'
import { delay } from './delay'
import { expiry } from './expiry'
import { fill } from './fill'
import type { Guard } from './guard'
import { lease } from './lease'
import { queue } from './queue'
import { tombstone } from './tombstone'

export const guards: readonly Guard[] = [compareAndSet, lease, tombstone, fill, expiry, delay, queue, clear]

export const guardNamed = (name: string): Guard | undefined => guards.find((guard) => guard.name === name)

/** The resources that one operation of a scenario is given. */
export function guarded(plain: Resources, chosen: Readonly<Record<string, string>>, role: 'read' | 'write'): Resources {
  let resources = plain
  for (const guard of guards) {
    const value = chosen[guard.name]
    if (value !== undefined && guard.wrap) resources = guard.wrap(resources, value, role)
  }
  return resources
}
