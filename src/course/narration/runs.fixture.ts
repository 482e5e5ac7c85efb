/** Small scenarios for tests, written as shortly as a scenario file. */
import { faultsWith, type Faults } from '../../model/engine/faults'
import { replay } from '../../model/engine/replay'
import type { Trace } from '../../model/engine/trace'
import type { Client, Operation, Scenario } from '../../model/scenario/scenario'

interface Sketch extends Partial<Faults> {
  readonly read?: string
  readonly write?: string
  readonly guards?: Readonly<Record<string, string>>
  readonly database?: Readonly<Record<string, number>>
  readonly cache?: Readonly<Record<string, number>>
  readonly clients?: Readonly<Record<string, readonly string[]>>
}

function operation(words: string): Operation {
  const [kind, key = ''] = words.split(' ')
  if (kind === 'read' || kind === 'write') return { kind, key }
  return { kind: 'any' }
}

/** A scenario with what the sketch says; by default the cold stale fill under cache-aside and write-invalidate. */
export function sketched(sketch: Sketch = {}): Scenario {
  const clients: readonly Client[] = Object.entries(sketch.clients ?? { T1: ['read x'], T2: ['write x'] }).map(
    ([name, operations]) => ({ name, operations: operations.map(operation) }),
  )
  return {
    scenario: 'sketch',
    title: 'A sketch',
    about: '',
    start: { database: sketch.database ?? { x: 1 }, cache: sketch.cache ?? {} },
    protocol: { read: sketch.read ?? 'cache-aside', write: sketch.write ?? 'write-invalidate' },
    guards: sketch.guards ?? {},
    clients,
    faults: faultsWith({ ...(sketch as Partial<Faults>) }),
    check: [],
    expect: {},
    schedule: [],
    twin: '',
  }
}

/** Replays words separated by blanks. */
export const run = (sketch: Sketch, schedule: string): Trace => replay(sketched(sketch), schedule.split(' '))
