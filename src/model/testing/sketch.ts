/**
 * A scenario in one line, for tests: everything that is not said is plain, cold and without faults.
 */
import { faultsWith, type Faults } from '../engine/faults'
import { operationOf as readOperation } from '../scenario/operations'
import type { Composed, Operation, Scenario } from '../scenario/scenario'

export interface Sketch extends Partial<Faults> {
  /** Version by key in the database; x: 1 when nothing is said. */
  readonly database?: Readonly<Record<string, number>>
  /** Version by key in the cache; cold when nothing is said. */
  readonly cache?: Readonly<Record<string, number>>
  readonly read?: string
  readonly write?: string
  readonly guards?: Readonly<Record<string, string>>
  /** Operations by client, as a file writes them: `read x`, `write x`, `any`. */
  readonly clients: Readonly<Record<string, readonly string[]>>
  readonly composed?: Composed
  readonly check?: readonly string[]
}

export const everyProperty = [
  'converges',
  'reads-in-order',
  'read-your-writes',
  'linearizable',
  'register-linearizable',
  'sequential',
  'durable',
  'no-phantom',
  'not-stuck',
] as const

const operationOf = (text: string): Operation => {
  const read = readOperation(text)
  if ('problem' in read) throw new Error(read.problem)
  return read.operation
}

/** Draws the scenario: read-through and write-invalidate over one cold key unless the sketch says otherwise. */
export const sketched = (sketch: Sketch): Scenario => ({
  scenario: 'sketch',
  title: 'A sketch',
  about: '',
  start: { database: sketch.database ?? { x: 1 }, cache: sketch.cache ?? {} },
  protocol: { read: sketch.read ?? 'read-through', write: sketch.write ?? 'write-invalidate' },
  guards: sketch.guards ?? {},
  clients: Object.entries(sketch.clients).map(([name, operations]) => ({
    name,
    operations: operations.map(operationOf),
  })),
  faults: faultsWith({ ...(sketch as Partial<Faults>) }),
  ...(sketch.composed === undefined ? {} : { composed: sketch.composed }),
  check: sketch.check ?? everyProperty,
  expect: {},
  schedule: [],
  twin: '',
})

/** The words of a schedule written on one line. */
export const words = (schedule: string): readonly string[] => (schedule === '' ? [] : schedule.split(' '))
