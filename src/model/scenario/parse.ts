/**
 * Scenario files: YAML text to a checked, frozen Scenario, or to all that is wrong with it.
 *
 * Never throws, whatever the text. Unknown words are problems with the nearest known one; words of the
 * format that this version cannot run say so. Places are lines and columns of the file, from 1.
 */
import { readCheck, readExpect, readSchedule } from './claims'
import { checkCast, checkTogether, checkWorkload, readFaults, readGuards, readProtocol } from './choices'
import { readClients } from './clients'
import { readComposed } from './composedValues'
import { readDocument } from './document'
import { frozen } from './frozen'
import { ABOUT_MAX, REPEAT_MAX, SEED_MAX, TITLE_MAX } from './limits'
import { readLine, readName, titleOf } from './lines'
import type { Problem } from './problem'
import { Problems } from './problems'
import { isNothing, Reader, type Field, type Spot } from './reader'
import { keysOf, type Client, type Scenario } from './scenario'
import { keysProblem, repeatProblem } from './size'
import { readStart } from './start'
import { startOf, versionsOf } from './startOf'
import { fieldWords } from './vocabulary'

export type Parsed = { readonly scenario: Scenario } | { readonly problems: readonly Problem[] }

/** `firstLine` is the line of `file` on which `text` begins, for a block inside a lesson. */
export function parseScenario(text: string, file: string, firstLine = 1): Parsed {
  const problems = new Problems(file, firstLine)
  const root = readDocument(text, problems)
  const scenario = root === null ? null : readScenario(new Reader(problems), { value: root, at: root.range?.[0] ?? 0 })
  if (scenario === null || problems.any) return { problems: problems.list() }
  return { scenario: frozen(scenario) }
}

function readScenario(reader: Reader, root: Spot): Scenario | null {
  const expected = { what: 'a map that begins with the name of the scenario', example: 'scenario: stale-fill' }
  const list = reader.fields(root, expected, fieldWords)
  if (list === null) return null
  const fields: ReadonlyMap<string, Field> = new Map(list.map((field) => [field.name, field]))
  const required = (name: string, example: string): Spot | null => {
    const field = fields.get(name)
    if (field !== undefined) return field
    reader.problems.at(root.at, `There is no "${name}". Write e.g. ${example}.`)
    return null
  }

  const nameField = required('scenario', expected.example)
  const name = nameField === null ? '' : readName(reader, nameField, expected.example)
  const title = readLine(reader, fields.get('title'), TITLE_MAX) || titleOf(name)
  const composed = readComposed(reader, fields.get('composed'))
  const start = readStart(reader, fields.get('start'), composed)
  const protocolField = required('protocol', 'protocol: { read: cache-aside, write: write-invalidate }')
  const protocol = protocolField === null ? { read: '', write: '' } : readProtocol(reader, protocolField)
  const guards = readGuards(reader, fields.get('guards'))
  const clientsField = required('clients', 'clients: { T1: [read x], T2: [write x] }')
  const isRun = fields.has('seed') || fields.has('schedule')
  const clients = clientsField === null ? [] : readClients(reader, clientsField, isRun)
  const length = readLength(reader, fields, clients, isRun)
  const clientNames = clients.map((client) => client.name)
  const faults = readFaults(reader, fields.get('faults'), clientNames)
  const setting = { protocol, guards, faults, clients, composed, start: versionsOf(start) }
  checkTogether(reader, fields, setting)
  checkWorkload(reader, fields, setting)
  const check = readCheck(reader, fields.get('check'), setting)
  const expect = readExpect(reader, fields.get('expect'), check)
  const about = readLine(reader, fields.get('about'), ABOUT_MAX)
  const twin = fields.has('twin') ? readName(reader, fields.get('twin')!, 'twin: stale-fill-lease') : ''

  const isComposed = Object.keys(composed).length > 0
  const named = { scenario: name, title, about, twin, ...(isComposed && { composed }) }
  const chosen = { protocol, guards, clients, ...length, faults, check, expect }
  const keys = keysOf({ ...named, start: startOf(start, [...start.database.keys()]), ...chosen, schedule: [] })
  const keyTrouble = clients.some(({ operations }) => operations.length > 0) ? keysProblem(keys, isRun) : null
  if (keyTrouble !== null) reader.problems.at(fields.get('start')?.at ?? clientsField?.at ?? root.at, keyTrouble)
  checkCast(reader, fields.get('guards'), guards, { clients: clientNames, keys })
  const schedule = readSchedule(reader, fields.get('schedule'), { clients: clientNames, keys })
  return { ...named, start: startOf(start, keys, composed), ...chosen, schedule }
}

/** How long the run is, and what draws it; neither where the file does not say. */
function readLength(
  reader: Reader,
  fields: ReadonlyMap<string, Field>,
  clients: readonly Client[],
  isRun: boolean,
): Pick<Scenario, 'repeat' | 'seed'> {
  const whole = (name: string, what: string, min: number, max: number) => {
    const field = fields.get(name)
    return field === undefined || isNothing(field) ? null : reader.whole(field, what, min, max)
  }
  const repeat = whole('repeat', 'The number of repetitions', 1, REPEAT_MAX) ?? 1
  const seed = whole('seed', 'The seed', 0, SEED_MAX)
  const problem = repeatProblem({ clients, repeat }, isRun)
  const place = fields.get('repeat') ?? fields.get('clients')
  if (problem !== null && place !== undefined) reader.problems.at(place.at, problem)
  return { ...(repeat > 1 && { repeat }), ...(seed !== null && { seed }) }
}
