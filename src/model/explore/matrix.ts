/**
 * The verdict matrix: every write pattern under every single guard, on one small workload, so that a glance
 * says which guard repairs which pattern. Each cell is a scenario like any other; nothing here knows a verdict.
 */
import { faultsWith } from '../engine/faults'
import type { FaultValue } from '../engine/faults/fault'
import { properties } from '../properties'
import { protocols } from '../protocols'
import { frozen } from '../scenario/frozen'
import { misfitIn } from '../scenario/rules'
import type { Scenario } from '../scenario/scenario'
import { switches, type Switch } from '../scenario/switches'

/** What may go wrong in every cell. */
export interface Profile {
  readonly id: string
  readonly title: string
  readonly faults: Readonly<Record<string, FaultValue>>
}

export const noProfile: Profile = { id: 'none', title: 'Nothing', faults: {} }

export const profiles: readonly Profile[] = [
  noProfile,
  { id: 'writer-crash', title: 'The writer crashes', faults: { crash: ['W'] } },
  { id: 'reader-crash', title: 'A reader crashes', faults: { crash: ['R1'] } },
  { id: 'eviction', title: 'One eviction', faults: { evict: 1 } },
  { id: 'lag', title: 'A lagging replica', faults: { replica: 'lagging' } },
]

/** What all cells have in common. */
export interface Setup {
  readonly read: string
  readonly profile: Profile
  /** Names of the properties. */
  readonly check: readonly string[]
  /** Whether the key is cached at the start. */
  readonly isWarm: boolean
}

export const writePatterns: readonly string[] = Object.keys(protocols.write)

/** Two readers of two reads each and a writer, on one key, with nothing guarded. */
export function plainCell(write: string, { read, profile, check, isWarm }: Setup): Scenario {
  const reads = [
    { kind: 'read', key: 'x' },
    { kind: 'read', key: 'x' },
  ] as const
  return frozen({
    ...{ scenario: `matrix-${write}`, title: protocols.write[write]?.title ?? write, about: '', twin: '' },
    start: { database: { x: 1 }, cache: isWarm ? { x: 1 } : {} },
    protocol: { read, write },
    guards: {},
    clients: [
      { name: 'R1', operations: reads },
      { name: 'W', operations: [{ kind: 'write', key: 'x' }] },
      { name: 'R2', operations: reads },
    ],
    faults: faultsWith(profile.faults),
    ...{ check, expect: {}, schedule: [] },
  })
}

/** A cell: its scenario, or null where the guard means nothing beside the pattern. */
export interface Cell {
  readonly write: string
  /** The switch that is on; null in the first row. */
  readonly guard: Switch | null
  readonly scenario: Scenario | null
}

export interface Row {
  readonly guard: Switch | null
  readonly title: string
  /** One cell for each write pattern, in their order. */
  readonly cells: readonly Cell[]
}

/** Turns a guard on in a cell; null where that would change the pattern or mean nothing. */
function guarded(plain: Scenario, guard: Switch): Scenario | null {
  if (!guard.applies(plain)) return null
  const on = guard.apply(plain, true)
  const isSamePattern = on.protocol.read === plain.protocol.read && on.protocol.write === plain.protocol.write
  return isSamePattern && guard.isOn(on) && misfitIn(on) === null ? on : null
}

/** All rows: first without a guard, then one for each guard that means something beside some pattern. */
export function matrixOf(setup: Setup): readonly Row[] {
  const plain = writePatterns.map((write) => plainCell(write, setup))
  const fits = plain.map((scenario) => (misfitIn(scenario) === null ? scenario : null))
  const rowOf = (guard: Switch | null): Row => ({
    guard,
    title: guard?.title ?? 'No guard',
    cells: fits.map((scenario, index) => ({
      write: writePatterns[index]!,
      guard,
      scenario: scenario === null || guard === null ? scenario : guarded(scenario, guard),
    })),
  })
  return [rowOf(null), ...switches.map(rowOf).filter(({ cells }) => cells.some(({ scenario }) => scenario !== null))]
}

/** Properties that the matrix can judge: all but those of runs without end, since its readers end. */
export const allProperties: readonly string[] = properties
  .filter(({ endless }) => endless === undefined)
  .map(({ name }) => name)
