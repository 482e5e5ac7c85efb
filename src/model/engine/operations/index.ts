/**
 * What a client can do, as programs: each operation of a scenario with the resources, patterns and guards
 * that the scenario chooses.
 */
import type { Program } from '../automaton'
import type { Asking, Ending, ReadProtocol, Resources, WriteProtocol } from '../program'
import { resourcesOf } from '../resources'
import { guardedOperation } from '../../guards'
import { ownName } from '../../own/own'
import { ownProtocol } from '../../own/walk'
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

interface Named<Body> {
  readonly name: string
  readonly program: Body
}

/** The programs of a scenario's patterns, or those that a learner has put in their place. */
function chosenPrograms({ protocol, own = {} }: Scenario): {
  readonly reader: Named<ReadProtocol>
  readonly writer: Named<WriteProtocol>
} {
  const [read, write] = [protocols.read[protocol.read]!, protocols.write[protocol.write]!]
  return {
    reader: own.read
      ? { name: ownName('read'), program: ownProtocol('read', own.read, write) }
      : { name: protocol.read, program: read.program },
    writer: own.write
      ? { name: ownName('write'), program: ownProtocol('write', own.write, write) }
      : { name: protocol.write, program: write.program },
  }
}

type Plan = (deed: Deed) => Pick<Program, 'role' | 'name' | 'start'>

function plansOf(scenario: Scenario, resources: Resources): Readonly<Record<Deed['kind'], Plan>> {
  const { guards } = scenario
  const { reader, writer } = chosenPrograms(scenario)
  const reading = (program: ReadProtocol, key: string): Asking<Ending> =>
    guardedOperation(program, resources, guards, 'read', key)
  const writing = (key: string): Asking<Ending> => guardedOperation(writer.program, resources, guards, 'write', key)
  const reads =
    ({ name, program }: Named<ReadProtocol>): Plan =>
    ({ key }) => ({ role: 'read', name, start: () => reading(program, key) })
  return {
    read: reads(reader),
    bypass: reads({ name: BYPASS, program: protocols.read[BYPASS]!.program }),
    write: ({ key }) => ({ role: 'write', name: writer.name, start: () => writing(key) }),
    increment: ({ key }) => ({
      role: 'write',
      name: writer.name,
      start: () => adding(scenario, (row) => reading(reader.program, row), writer.program, resources, key),
    }),
    transfer: (deed) => ({
      role: 'write',
      name: writer.name,
      start: () => transfer(deed.kind === 'transfer' ? [writing(deed.key), writing(deed.other)] : []),
    }),
  }
}

/** Guards that go around writes go around the whole increment, and so around its reading too. */
function adding(
  { guards }: Scenario,
  reading: (key: string) => Asking<Ending>,
  write: WriteProtocol,
  resources: Resources,
  key: string,
): Asking<Ending> {
  const program = guards['increments'] === 'in-place' ? incrementInPlace : increment
  const compares = guards['increments'] === 'compare-and-set'
  return guardedOperation(
    (given) =>
      program(
        partsOf(reading, (row) => write(given, row), compares),
        key,
      ),
    resources,
    guards,
    'write',
    key,
  )
}
