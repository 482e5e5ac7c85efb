/** Reads what a scenario chooses from the registries: `protocol`, `guards` and `faults`. */
import { isScalar } from 'yaml'
import { faultNamed, faultsWith, noFaults } from '../engine/faults'
import type { Fault, FaultValue } from '../engine/faults/fault'
import { endlessWord, exampleOf } from './faultValues'
import { guardNamed } from '../guards'
import { readShaped, strangerIn, type Cast } from './guardValues'
import { FAULTS_MAX } from './limits'
import { suggestion } from './names'
import { quoted } from './problem'
import { isNothing, type Field, type Reader, type Spot } from './reader'
import { bareValue, firstValue, guardProblem, misfitIn } from './rules'
import type { Chosen } from './setting'
import type { Faults, Scenario } from './scenario'
import { faultWords, guardWords, readWords, wordProblem, writeWords } from './vocabulary'
import { pointlessIn, startProblem, type Workload } from './workloadRules'

const protocolExample = 'protocol: { read: cache-aside, write: write-invalidate }'
const roles = { what: 'part of the protocol', built: ['read', 'write'], later: [] }

export function readProtocol(reader: Reader, field: Spot): Scenario['protocol'] {
  const chosen = { read: '', write: '' }
  const fields = reader.fields(field, { what: 'a map of two patterns', example: protocolExample }, roles)
  for (const part of fields ?? []) {
    const role = part.name === 'read' ? 'read' : 'write'
    const words = role === 'read' ? readWords : writeWords
    const name = reader.text(part, { what: `a ${words.what}`, example: `${role}: ${words.built[0]!}` })
    const problem = name === null ? null : wordProblem(name, words)
    if (problem !== null) reader.problems.at(part.at, problem)
    chosen[role] = name ?? ''
  }
  if (fields === null) return chosen
  for (const role of ['read', 'write'] as const)
    if (!fields.some(({ name }) => name === role))
      reader.problems.at(field.at, `The protocol has no ${role} pattern. Write e.g. ${protocolExample}.`)
  return chosen
}

export function readGuards(reader: Reader, field: Spot | undefined): Scenario['guards'] {
  const chosen = new Map<string, string>()
  if (field === undefined || isNothing(field)) return {}
  const expected = { what: 'a map of guards', example: 'guards: { lease: wait }' }
  const fields = reader.fields(field, expected, guardWords) ?? []
  for (const guard of fields) {
    const value = guardValue(reader, guard)
    const problem = value === null ? null : guardProblem(guard.name, value)
    if (problem !== null) reader.problems.at(guard.at, problem)
    else if (value !== null) chosen.set(guard.name, value)
  }
  return Object.fromEntries(chosen)
}

/** Says which choice means nothing beside the others, at its name under `guards` or `faults`. */
export function checkTogether(reader: Reader, fields: ReadonlyMap<string, Field>, chosen: Chosen): void {
  const misfit = misfitIn(chosen)
  const field = misfit === null ? undefined : fields.get(`${misfit.kind}s`)
  if (misfit !== null && field !== undefined)
    reader.problems.at(reader.nameAt(field, misfit.name) ?? field.at, misfit.message)
}

/** Says which operation, or which version at the start, means nothing beside what is chosen. */
export function checkWorkload(reader: Reader, fields: ReadonlyMap<string, Field>, chosen: Workload): void {
  const pointless = pointlessIn(chosen)
  const clients = fields.get('clients')
  if (pointless !== null && clients !== undefined)
    reader.problems.at(reader.nameAt(clients, pointless.client) ?? clients.at, pointless.message)
  const problem = startProblem(chosen)
  const start = fields.get('start')
  if (problem !== null && start !== undefined) reader.problems.at(start.at, problem)
}

/** Says which guard names a client or a key that is not there. */
export function checkCast(reader: Reader, field: Field | undefined, guards: Scenario['guards'], cast: Cast): void {
  const stranger = field === undefined ? null : strangerIn(guards, cast)
  if (stranger !== null && field !== undefined)
    reader.problems.at(reader.nameAt(field, stranger.name) ?? field.at, stranger.message)
}

function guardValue(reader: Reader, guard: Field): string | null {
  const shape = guardNamed(guard.name)?.shape
  if (shape !== undefined) return readShaped(reader, guard, shape)
  const isBare = isNothing(guard) || (isScalar(guard.value) && guard.value.value === true)
  if (isBare) return bareValue(guard.name)
  if (isScalar(guard.value) && guard.value.value === false) {
    reader.problems.at(guard.at, `A guard is switched off by leaving it out. Remove "${guard.name}".`)
    return null
  }
  // What is a number to YAML, as in `regions: 2`, is one of the guard's words all the same.
  const word = isScalar(guard.value) ? String(guard.value.value) : ''
  if (guardNamed(guard.name)?.values.includes(word)) return word
  return reader.text(guard, { what: 'the value of a guard', example: `${guard.name}: ${firstValue(guard.name)}` })
}

export function readFaults(reader: Reader, field: Spot | undefined, clients: readonly string[]): Faults {
  const values: Record<string, FaultValue> = {}
  if (field === undefined || isNothing(field)) return noFaults
  const expected = { what: 'a map of faults', example: 'faults: { evict: 1 }' }
  for (const spot of reader.fields(field, expected, faultWords) ?? []) {
    const fault = faultNamed(spot.name)
    if (fault !== undefined) values[fault.name] = faultValue(reader, spot, fault, clients)
  }
  return faultsWith(values)
}

/** The value that a file gives a fault; the absent one, with a problem, where it cannot be read. */
function faultValue(reader: Reader, spot: Field, { absent, form }: Fault, clients: readonly string[]): FaultValue {
  if (form.kind === 'clients') return readCrash(reader, spot, clients)
  const endless = endlessWord(form)
  if (endless !== null && isScalar(spot.value) && String(spot.value.value) === endless) return endless
  if (form.kind !== 'choice') return reader.whole(spot, form.what, 0, FAULTS_MAX) ?? absent
  const values = { what: 'value', built: form.values, later: [] }
  const word = reader.text(spot, { what: `the value of ${spot.name}`, example: exampleOf(spot.name, clients) })
  const problem = word === null ? null : wordProblem(word, values)
  if (problem !== null) reader.problems.at(spot.at, problem)
  return word ?? absent
}

function readCrash(reader: Reader, field: Field, clients: readonly string[]): readonly string[] {
  const expected = { what: 'a list of clients', example: `crash: [${clients[0] ?? 'T1'}]` }
  const names: string[] = []
  for (const item of reader.items(field, expected) ?? []) {
    const name = reader.text(item, { what: 'the name of a client', example: expected.example })
    if (name === null) continue
    if (names.includes(name))
      reader.problems.at(item.at, `${quoted(name)} stands here twice, and a client crashes once.`)
    else if (!clients.includes(name))
      reader.problems.at(item.at, `There is no client ${quoted(name)} to crash. ${suggestion(name, clients)}`)
    names.push(name)
  }
  return names
}
