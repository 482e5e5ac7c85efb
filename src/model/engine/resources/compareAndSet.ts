/**
 * Compare-and-set: a store that the cache itself refuses. Two rules go under that name.
 *
 * Equal: the entry must hold exactly the version that the caller expects (a script that compares the
 * stored version with an expected one, as text, and stores on equality). Newer: the version to store
 * must be greater than the stored one ("the higher version wins"). Both accept any store to an absent
 * key, which is why neither can tell a cold key from a deleted one.
 *
 * Atomic: comparing and storing together (a Redis script runs alone). Left out: the text form of
 * versions; a reply other than stored and refused.
 * Source: redis.io "Scripting with Lua" (atomic execution); memcached doc/protocol.txt "cas".
 */
import { ask, type Key, type Stored } from '../program'
import { ABSENT, conditionalStore } from './cache'
import type { Resource } from './resource'

/** The two rules, also for whoever stores without a request. */
export const replacesExpected = (present: number, _version: number, expected: number): boolean =>
  present === ABSENT || present === expected

export const replacesOlder = (present: number, version: number): boolean => present === ABSENT || version > present

const equal = conditionalStore('cache.compareAndSetEqual', 'SET IF EQUAL', replacesExpected)

const newer = conditionalStore('cache.compareAndSetNewer', 'SET IF NEWER', replacesOlder)

/** No cells of its own: the cache's entries are enough. */
export const compareAndSetResource: Resource = {
  kinds: [equal, newer],
  reserve: () => undefined,
}

/** `expected` 0 stands for "absent". */
export const setIfEqual = (key: Key, version: number, expected: number) =>
  ask<Stored>({ kind: 'cache.compareAndSetEqual', key, version, expected })

export const setIfNewer = (key: Key, version: number) => ask<Stored>({ kind: 'cache.compareAndSetNewer', key, version })
