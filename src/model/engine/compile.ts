/**
 * A scenario, compiled: its cells laid out, its programs ready to grow, its movers in canonical order.
 *
 * The canonical order of steps, which counts, witnesses and schedules rely on: clients as the scenario
 * lists them (an open `any` first by key, then read before write; each choice as it is, then with each fault
 * that may strike it), then their timers and late requests, then crashes, evictions and expiries, each by
 * client or key. Only one compiled model may use its memory at a time.
 */
import { Automata, IDLE, type Node } from './automaton'
import { ClientMover } from './client'
import { faults } from './faults'
import type { Ground } from './kind'
import { CellOverflow, Layout, offsetOf, type CellWidth, type Memory } from './layout'
import { Loader, type LoaderName } from './loader'
import type { Mover, OwnMover } from './mover'
import { programmer } from './operations'
import type { ReadProtocol } from './program'
import { allResources, resourcesOf } from './resources'
import type { Site } from './resources/resource'
import { scriptsOf } from './script'
import { unrolled } from './unrolled'
import { guarded } from '../guards'
import { keysNamed, keysOf, rowsOf, type Deed, type Operation, type Scenario } from '../scenario/scenario'

export interface Model {
  /** With repetitions written out. */
  readonly scenario: Scenario
  readonly keys: readonly string[]
  readonly memory: Memory
  readonly automata: Automata
  readonly clients: readonly ClientMover[]
  /** Programs that no client runs. */
  readonly loaders: readonly Loader[]
  /** Whatever steps without being asked: timers, daemons, faults. */
  readonly own: readonly OwnMover[]
  /** All movers, in canonical order. */
  readonly movers: readonly Mover[]
  /** Writes the initial world into the memory. */
  reset(): void
}

export interface CompileOptions {
  /** Bytes a cell; a value that does not fit throws CellOverflow. */
  readonly width?: CellWidth
  /** Lets a monitor reserve cells of its own. */
  readonly reserve?: (layout: Layout, keys: readonly string[]) => void
}

/** Compiles a scenario that the parser has accepted. Throws ProgramRefused for a program that cannot be checked. */
export function compile(given: Scenario, options: CompileOptions = {}): Model {
  const scenario = unrolled(given)
  const keys = keysOf(scenario)
  const layout = new Layout(keys.length, scenario.clients.length)
  for (const resource of allResources) resource.reserve(layout, keys, scenario)
  const clientsAt = layout.reservePerClient('clients', 2)
  for (const fault of faults) fault.reserve(layout, scenario)
  options.reserve?.(layout, keys)
  const memory = layout.seal(options.width ?? 1)

  const indices = new Map(keys.map((key, index) => [key, index]))
  const keyIndex = (key: string) => indices.get(key)!
  const ground: Ground = { memory, scenario, keyIndex }
  const automata = new Automata(ground, scriptsOf(given))
  const requestFaults = faults.flatMap((fault) => fault.requestFault?.(ground, automata) ?? [])
  const startOf = startNodes(scenario, automata)
  const clients = scenario.clients.map(
    ({ name, operations }, index) =>
      new ClientMover(
        name,
        index,
        operations,
        operations.map(startOf),
        automata,
        memory,
        keyIndex,
        clientsAt + 2 * index,
        requestFaults,
      ),
  )
  const loaderOf = loaderMaker(scenario, keys, memory, automata)
  const loaders = allResources.flatMap((resource) => resource.loader?.({ memory, scenario, loaderOf }) ?? [])
  const site: Site = { memory, scenario, keys, clients, ground, automata, requestFaults, loaders }
  const own = [
    ...allResources.flatMap((resource) => resource.movers?.(site) ?? []),
    ...faults.flatMap((fault) => fault.movers(site)),
  ]
  return {
    scenario,
    keys,
    memory,
    automata,
    clients,
    loaders,
    own,
    movers: [...clients, ...own],
    reset() {
      memory.words.fill(0)
      checkStart(scenario, memory)
      for (const resource of allResources) resource.start?.(memory, keys, scenario)
      for (const fault of faults) fault.start(memory, scenario)
    },
  }
}

/** Which first nodes an operation may take: one, or for `any` each read and write of each row. */
function startNodes(scenario: Scenario, automata: Automata) {
  const starts = new Map<string, Node>()
  const programOf = programmer(scenario)
  const start = (deed: Deed): Node => {
    const name = `${deed.kind} ${keysNamed(deed).join(' ')}`
    const node = starts.get(name) ?? automata.begin(programOf(deed))
    starts.set(name, node)
    return node
  }
  const rows = rowsOf(scenario)
  return (operation: Operation): readonly Node[] =>
    operation.kind === 'any'
      ? rows.flatMap((key) => [start({ kind: 'read', key }), start({ kind: 'write', key })])
      : [start(operation.kind === 'forever' ? { kind: 'read', key: operation.key } : operation)]
}

/** Makes loaders, each with a program for every key. */
function loaderMaker(scenario: Scenario, keys: readonly string[], memory: Memory, automata: Automata) {
  const resources = resourcesOf(scenario)
  return (name: LoaderName, program: string, body: ReadProtocol): Loader => {
    const starts = keys.map((key) =>
      automata.begin({
        ...{ role: 'read', deed: { kind: 'read', key }, key, rows: [key], cacheLoads: false },
        name: program,
        start: () => body(guarded(resources, scenario.guards, 'read'), key),
      }),
    )
    return new Loader(name, memory, automata, offsetOf(memory, name), starts, scenario.clients.length)
  }
}

function checkStart(scenario: Scenario, memory: Memory): void {
  const versions = [...Object.values(scenario.start.database), ...Object.values(scenario.start.cache)]
  const budgets = Object.values(scenario.faults).filter((value) => typeof value === 'number')
  const counts = scenario.clients.map((client) => client.operations.length)
  if (Math.max(IDLE, ...versions, ...budgets, ...counts) > memory.max) throw new CellOverflow(memory.width)
}

/** Runs `use` with the narrowest cells that hold everything it meets. */
export function withCells<Result>(use: (width: CellWidth) => Result): Result {
  for (const width of [1, 2] as const) {
    try {
      return use(width)
    } catch (error) {
      if (!(error instanceof CellOverflow)) throw error
    }
  }
  return use(4)
}
