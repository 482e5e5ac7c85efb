/**
 * The one place that programs under load are about: a scenario with a single key, which speaks for every key of a
 * workload. Its programs are grown once, and its cells are laid out once, for all of them.
 */
import { faultsWith } from '../../engine/faults'
import type { Scenario } from '../../scenario/scenario'
import type { Strategy } from '../strategy'

/** The key that stands for whatever key an operation is about. */
export const KEY = 'x'

/** Every row is there at first, at this version. */
export const FIRST_VERSION = 1

export const onePlace = ({ protocol, guards, replica }: Strategy): Scenario => ({
  scenario: 'under-load',
  title: '',
  about: '',
  start: { database: { [KEY]: FIRST_VERSION }, cache: {} },
  protocol,
  guards,
  clients: [
    {
      name: 'T1',
      operations: [
        { kind: 'read', key: KEY },
        { kind: 'write', key: KEY },
      ],
    },
  ],
  faults: faultsWith({ replica }),
  check: [],
  expect: {},
  schedule: [],
  twin: '',
})
