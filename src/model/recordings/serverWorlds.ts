/** The world of each server: the parts of the model whose requests and steps it is made of. */
import { SEQUENCE } from './postgres/postgres'
import { World, type WorldPlan } from './world'

/** What the worlds of a run have in common. */
type Common = Pick<WorldPlan, 'rows' | 'processes' | 'commits'>

/** Rows, open transactions, a sequence, the change log and a replica that follows it. */
export const postgresWorld = (common: Common, keys: readonly string[]): World =>
  new World({
    ...common,
    keys: [...keys, SEQUENCE],
    write: 'write-around',
    guards: { transaction: 'true', versions: 'separate-sequence' },
    faults: { replica: 'lagging' },
  })

/** Entries that expire, tombstones, and the queue of write-behind. */
export const redisWorld = (common: Common, keys: readonly string[]): World =>
  new World({ ...common, keys, write: 'write-behind', guards: { tombstone: 'true' }, faults: { expire: 'any' } })

/** Entries that expire and tokens that run out; marks only where they are used, because a delete then leaves them. */
export const memcachedWorld = (common: Common, keys: readonly string[], marksStale: boolean): World =>
  new World({
    ...common,
    keys,
    write: 'write-invalidate',
    guards: { lease: 'bypass', 'lease-timeout': 'any', ...(marksStale ? { 'serve-stale': 'late-fills' } : {}) },
    faults: { expire: 'any' },
  })
