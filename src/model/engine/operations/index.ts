/**
 * What a client can do, as programs: each operation of a scenario with the resources, patterns and guards
 * that the scenario chooses.
 */
import type { Program } from '../automaton'
import type { Asking, Ending, Resources } from '../program'
import { resourcesOf } from '../resources'
import { guardedOperation } from '../../guards'
import { protocols } from '../../protocols'
import { increment } from '../../protocols/increment'
import { incrementInPlace } from '../../protocols/incrementInPlace'
import { rowsBehind, type Deed, type Scenario } from '../../scenario/scenario'
import { partsOf } from './increment'
import { transfer } from './transfer'

/** The read pattern of a read that leaves the cache alone. */
const BYPASS = 'database-only'

/** Makes the programs of a scenario. */
export function programmer(scenario: Scenario): (deed: Deed) => Program {
  const plans = plansOf(scenario, resourcesOf(scenario))
  return (deed) => {
    const { role, name, start } = plans[deed.kind](deed)
    const reader = deed.kind === 'bypass' ? BYPASS : scenario.protocol.read
    const cacheLoads = protocols.read[reader]?.owner === 'cache'
    const rows = deed.kind === 'transfer' ? [deed.key, deed.other] : rowsBehind(scenario, deed.key)
    return { role, name, start, deed, key: deed.key, rows, cacheLoads }
  }
}

type Plan = (deed: Deed) => Pick<Program, 'role' | 'name' | 'start'>

function plansOf(scenario: Scenario, resources: Resources): Readonly<Record<Deed['kind'], Plan>> {
  const { protocol, guards } = scenario
  const reading = (name: string, key: string): Asking<Ending> =>
    guardedOperation(protocols.read[name]!.program, resources, guards, 'read', key)
  const writing = (key: string): Asking<Ending> =>
    guardedOperation(protocols.write[protocol.write]!.program, resources, guards, 'write', key)
  const reads =
    (name: string): Plan =>
    ({ key }) => ({ role: 'read', name, start: () => reading(name, key) })
  return {
    read: reads(protocol.read),
    bypass: reads(BYPASS),
    write: ({ key }) => ({ role: 'write', name: protocol.write, start: () => writing(key) }),
    increment: ({ key }) => ({
      role: 'write',
      name: protocol.write,
      start: () => adding(scenario, reading, resources, key),
    }),
    transfer: (deed) => ({
      role: 'write',
      name: protocol.write,
      start: () => transfer(deed.kind === 'transfer' ? [writing(deed.key), writing(deed.other)] : []),
    }),
  }
}

/** Guards that go around writes go around the whole increment, and so around its reading too. */
function adding(
  { protocol, guards }: Scenario,
  reading: (name: string, key: string) => Asking<Ending>,
  resources: Resources,
  key: string,
): Asking<Ending> {
  const program = guards['increments'] === 'in-place' ? incrementInPlace : increment
  const compares = guards['increments'] === 'compare-and-set'
  const { program: write } = protocols.write[protocol.write]!
  return guardedOperation(
    (given) =>
      program(
        partsOf(
          (row) => reading(protocol.read, row),
          (row) => write(given, row),
          compares,
        ),
        key,
      ),
    resources,
    guards,
    'write',
    key,
  )
}
