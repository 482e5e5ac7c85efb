/**
 * The verdict matrix: every write pattern under every single guard, on one small workload, so that a glance
 * says which guard repairs which pattern. Each cell is two scenarios like any other, nothing here knows a verdict: in one
 * of them readers end and the properties of runs that end are judged; in the other one somebody reads for ever beside the
 * writer, and the answer is for how long something stale can be seen.
 */
import { faultsWith } from '../engine/faults'
import type { FaultValue } from '../engine/faults/fault'
import { properties } from '../properties'
import { protocols } from '../protocols'
import { frozen } from '../scenario/frozen'
import { misfitIn } from '../scenario/rules'
import type { Client, Scenario } from '../scenario/scenario'
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

const oneRead = { kind: 'read', key: 'x' } as const
const writer: Client = { name: 'W', operations: [{ kind: 'write', key: 'x' }] }

type Workload = Pick<Scenario, 'clients' | 'check'>

/** Those properties that have something to say of these clients; of runs without end, or of runs that end. */
const judgedOf = (clients: readonly Client[], isEndless: boolean): readonly string[] =>
  properties
    .filter((property) => (property.endless !== undefined) === isEndless && !(property.lacks?.({ clients }) ?? null))
    .map(({ name }) => name)

const readers: readonly Client[] = ['R1', 'R2'].map((name) => ({ name, operations: [oneRead, oneRead] }))

/** Two readers of two reads each and a writer. */
const ending: Workload = {
  clients: [readers[0]!, writer, readers[1]!],
  check: judgedOf([...readers, writer], false),
}

/**
 * One who reads for ever beside the writer. Where a reader may crash it is another one: what a crash leaves behind is
 * seen only by those who go on.
 */
function endless({ faults }: Profile): Workload {
  const { crash } = faultsWith(faults)
  const mortal = readers.filter(({ name }) => crash.includes(name)).map(({ name }) => ({ name, operations: [oneRead] }))
  const clients: readonly Client[] = [...mortal, writer, { name: 'R2', operations: [{ kind: 'forever', key: 'x' }] }]
  return { clients, check: judgedOf(clients, true) }
}

/** A cell's scenario with nothing guarded, on one key. */
function plainCell(write: string, { read, profile, isWarm }: Setup, workload: Workload): Scenario {
  return frozen({
    ...{ scenario: `matrix-${write}`, title: protocols.write[write]?.title ?? write, about: '', twin: '' },
    start: { database: { x: 1 }, cache: isWarm ? { x: 1 } : {} },
    protocol: { read, write },
    guards: {},
    faults: faultsWith(profile.faults),
    ...{ ...workload, expect: {}, schedule: [] },
  })
}

/** Who does what in a cell, and what is judged of it; null where nothing that is chosen is. */
const workloadOf = (workload: Workload, chosen: readonly string[]): Workload | null => {
  const check = workload.check.filter((name) => chosen.includes(name))
  return check.length === 0 ? null : { ...workload, check }
}

/** A cell: its two scenarios, each null where the guard means nothing beside the pattern or nothing is judged of it. */
export interface Cell {
  readonly write: string
  /** The switch that is on; null in the first row. */
  readonly guard: Switch | null
  /** With readers that end. */
  readonly scenario: Scenario | null
  /** With somebody who reads for ever. */
  readonly endless: Scenario | null
}

export const scenariosOf = ({ scenario, endless }: Cell): readonly Scenario[] =>
  [scenario, endless].filter((each) => each !== null)

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

/** A cell's scenario by write pattern and guard; null where it means nothing. */
function cellsOf(setup: Setup, workload: Workload | null): (index: number, guard: Switch | null) => Scenario | null {
  const fits = writePatterns.map((write) => {
    const plain = workload === null ? null : plainCell(write, setup, workload)
    return plain === null || misfitIn(plain) !== null ? null : plain
  })
  return (index, guard) => {
    const plain = fits[index] ?? null
    return plain === null || guard === null ? plain : guarded(plain, guard)
  }
}

/** All rows: first without a guard, then one for each guard that means something beside some pattern. */
export function matrixOf(setup: Setup): readonly Row[] {
  const { check, profile } = setup
  const scenario = cellsOf(setup, workloadOf(ending, check))
  const lasting = cellsOf(setup, workloadOf(endless(profile), check))
  const rowOf = (guard: Switch | null): Row => ({
    guard,
    title: guard?.title ?? 'No guard',
    cells: writePatterns.map((write, index) => ({
      ...{ write, guard },
      scenario: scenario(index, guard),
      endless: lasting(index, guard),
    })),
  })
  return [rowOf(null), ...switches.map(rowOf).filter(({ cells }) => cells.some((cell) => scenariosOf(cell).length > 0))]
}

/** Properties that the matrix can judge: those that have something to say of one of its workloads. */
export const allProperties: readonly string[] = properties
  .map(({ name }) => name)
  .filter((name) => [ending, endless(noProfile)].some(({ check }) => check.includes(name)))
