import { noFaults } from '../../model/engine/faults'
import type { Scenario } from '../../model/scenario/scenario'

/** A reader that misses and a writer that deletes: the run in which the reader fills too late. */
export const staleFill: Scenario = {
  scenario: 'stale-fill',
  title: 'The stale fill',
  about: 'A reader misses, loads the row and pauses.',
  start: { database: { x: 1 }, cache: {} },
  protocol: { read: 'read-through', write: 'write-invalidate' },
  guards: {},
  clients: [
    { name: 'T1', operations: [{ kind: 'read', key: 'x' }] },
    { name: 'T2', operations: [{ kind: 'write', key: 'x' }] },
  ],
  faults: noFaults,
  check: ['converges'],
  expect: {},
  schedule: ['T1', 'T1', 'T2', 'T2', 'T1'],
  twin: '',
}

export const withLease: Scenario = { ...staleFill, guards: { lease: 'wait' } }
