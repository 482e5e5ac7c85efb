/** All lies: at least one for each atomic operation, guard, property and fault. */
import { explorer } from './explorer.mjs'
import { faults } from './faults.mjs'
import { guards } from './guards.mjs'
import { properties } from './properties.mjs'
import { requests } from './requests.mjs'

/** @type {readonly import('./lie.mjs').Lie[]} */
export const lies = [...requests, ...guards, ...properties, ...faults, ...explorer]

/** A few of them, for every run of all gates: spread over the list, always the same. */
export const sample = lies.filter((_, index) => index % Math.ceil(lies.length / 6) === 0)
