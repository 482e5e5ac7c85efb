/** All lies, by theme: at least one for each atomic operation, guard, pattern, property and fault. */
import { cacheRequests } from './lies/cacheRequests.mjs'
import { databaseRequests } from './lies/databaseRequests.mjs'
import { endless } from './lies/endless.mjs'
import { faults } from './lies/faults.mjs'
import { fillGuards } from './lies/fillGuards.mjs'
import { histories } from './lies/histories.mjs'
import { load } from './lies/load.mjs'
import { operations } from './lies/operations.mjs'
import { patterns } from './lies/patterns.mjs'
import { properties } from './lies/properties.mjs'
import { search } from './lies/search.mjs'
import { servers } from './lies/servers.mjs'
import { writeGuards } from './lies/writeGuards.mjs'

const themes = [
  ...[cacheRequests, databaseRequests, fillGuards, writeGuards, patterns, faults, operations],
  ...[properties, search, endless, histories, servers, load],
]

/** @type {readonly import('./lie.mjs').Lie[]} */
export const lies = themes.flat()

/** A few of them, for every run of all gates: the first of each theme, which ought to be a quick one. */
export const sample = themes.flatMap((theme) => theme.slice(0, 1))
