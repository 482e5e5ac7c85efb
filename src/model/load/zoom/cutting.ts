/**
 * A piece of a run as a scenario of its own: each operation is a client, the key is x, and its versions are counted from
 * the lowest one that was there when the piece began.
 */
import { faultsWith } from '../../engine/faults'
import { frozen } from '../../scenario/frozen'
import type { Scenario } from '../../scenario/scenario'
import type { Watched } from '../run/watch'
import type { Strategy } from '../strategy'
import type { Moment, Versions } from './moments'

const KEY = 'x'

export interface Cutting {
  readonly scenario: Scenario
  readonly schedule: readonly string[]
  /** The name of each operation's client, by its number. */
  readonly names: ReadonlyMap<number, string>
  /** What a version of the run is less than one here. */
  readonly shift: number
}

const wordOf = ({ step, operation, isLost }: Watched, names: ReadonlyMap<number, string>): string => {
  const name = names.get(operation) ?? ''
  const ending = isLost ? '!lost' : ''
  if (step === 'request') return `${name}${ending}`
  if (step === 'timer') return `timer:${name}${ending}`
  return step === 'replica' || step === 'log' || step === 'sync' || step === 'restart' || step === 'machine-lost'
    ? step
    : `${step}:${KEY}`
}

const isOwn = ({ step }: Watched): boolean => step === 'request' || step === 'timer'

/** Cuts these steps out. Steps of operations that are not in `operations` are left away. */
export function cut(
  { protocol, guards, replica }: Strategy,
  moments: readonly Moment[],
  operations: ReadonlyMap<number, 'read' | 'write'>,
): Cutting {
  const steps = moments.map(({ step }) => step).filter((step) => !isOwn(step) || operations.has(step.operation))
  const names = new Map([...operations.keys()].map((operation, index) => [operation, `T${index + 1}`]))
  const start: Versions = moments[0]?.before ?? { row: 1, cached: 0 }
  const shift = Math.min(start.row, start.cached || start.row) - 1
  const count = (kind: Watched['step']) => steps.filter(({ step }) => step === kind).length
  const { warm: _warm, ...kept } = guards
  const scenario: Scenario = frozen({
    ...{ scenario: 'under-load', title: 'A stale read under load', about: '', twin: '' },
    start: {
      database: { [KEY]: start.row - shift },
      cache: start.cached === 0 ? {} : { [KEY]: start.cached - shift },
    },
    protocol,
    guards: kept,
    clients: [...operations].map(([operation, kind]) => ({
      name: names.get(operation)!,
      operations: [{ kind, key: KEY }],
    })),
    faults: faultsWith({
      ...(replica === 'lagging' && { replica }),
      ...{ evict: count('evict'), expire: count('expire'), 'soft-expire': count('soft-expire') },
      ...{ 'cache-restart': count('restart'), 'machine-lost': count('machine-lost') },
      'lost-delete': steps.filter(({ isLost }) => isLost).length,
    }),
    ...{ check: ['linearizable', 'converges'], expect: {}, schedule: [] },
  })
  return { scenario, schedule: steps.map((step) => wordOf(step, names)), names, shift }
}
