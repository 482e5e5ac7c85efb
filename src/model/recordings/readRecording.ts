/**
 * Reads a recording from JSON that anybody may have written. What is not a recording is refused in one sentence: what,
 * at which step, the likely cause, and what to do.
 */
import type { History, HistoryOperation } from '../histories'
import { suggestion } from '../scenario/names'
import { quoted } from '../scenario/problem'
import { countOf, fieldsOf, jsonOf, listOf, nameOf, oneOf, refuse, textOf, truthOf } from './fields'
import { KEYS_MAX, OPERATIONS_MAX, SLEEP_MAX, VERSION_LIMIT } from './limits'
import { readSteps } from './readSteps'
import { verdictNames, type CachedText, type Finals, type Recording, type Start, type StoredRow } from './recording'
import { versionOf } from './texts'
import { WrongRecording } from './wrongRecording'

/** `problem` is one sentence that begins with the file. */
export type ReadRecording = { readonly recording: Recording } | { readonly problem: string }

const fieldNames = ['scenario', 'title', 'initial', 'steps', 'reads_and_writes', 'final', 'verdict'] as const

/** The same from the text of a file. */
export function readRecordingText(text: string, file: string): ReadRecording {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1]
    const line = text.slice(0, position === undefined ? text.length : Number(position)).split('\n').length
    return { problem: `${file}: This is no JSON at line ${line}. The file may be cut short; record the run again.` }
  }
  return readRecording(json, file)
}

export function readRecording(json: unknown, file: string): ReadRecording {
  try {
    return { recording: read(json) }
  } catch (error) {
    if (!(error instanceof WrongRecording)) throw error
    return { problem: `${file}: ${error.message}` }
  }
}

function read(json: unknown): Recording {
  const fields = fieldsOf(json, 'The recording', 100)
  for (const name of fieldNames) if (!fields.has(name)) refuseWithout(name, [...fields.keys()])
  const start = readStart(fields.get('initial'))
  const steps = readSteps(fields.get('steps'))
  return {
    name: textOf(fields.get('scenario'), 'The field "scenario"'),
    title: textOf(fields.get('title'), 'The field "title"'),
    start,
    steps,
    history: readHistory(fields.get('reads_and_writes'), steps.length),
    initial: Object.fromEntries([...start.database].map(([key, row]) => [key, row.value])),
    final: readFinals(fields.get('final')),
    verdicts: new Map(
      [...fieldsOf(fields.get('verdict'), 'The field "verdict"')].map(([name, holds]) => [
        oneOf(name, verdictNames, 'A verdict in "verdict"'),
        truthOf(holds, `The verdict "${name}"`),
      ]),
    ),
  }
}

function refuseWithout(name: string, given: readonly string[]): never {
  const near = given.find((each) => suggestion(each, [name]).startsWith('Did you mean'))
  throw new WrongRecording(
    near === undefined
      ? `The field "${name}" is missing. The file may be cut short or no recording at all; name a recorded run.`
      : `The field "${name}" is missing, and there is ${quoted(near)}. Rename it.`,
  )
}

function readStart(value: unknown): Start {
  const fields = fieldsOf(value, 'The field "initial"')
  for (const name of fields.keys()) oneOf(name, ['db', 'redis', 'mc'], 'A server in "initial"')
  return {
    database: keyed(fields.get('db'), 'initial.db', readRow),
    redis: keyed(fields.get('redis'), 'initial.redis', (text, where) => readCached(text, where, { PX: 1, EX: 1000 })),
    memcached: keyed(fields.get('mc'), 'initial.mc', (text, where) => readCached(text, where, { EX: 1 })),
  }
}

/** What is listed by key; nothing where the field is missing. */
function keyed<Value>(value: unknown, name: string, readValue: (value: unknown, where: string) => Value) {
  const fields = value === undefined ? [] : [...fieldsOf(value, `The field "${name}"`, KEYS_MAX)]
  return new Map(
    fields.map(([key, each]) => [nameOf(key, `A key in "${name}"`), readValue(each, `The field "${name}.${key}"`)]),
  )
}

function readRow(value: unknown, where: string): StoredRow {
  const [text, version] = listOf(value, where, 2)
  const recorded = countOf(version, `${where}, its version,`, 0, VERSION_LIMIT / 2 - 1)
  return { value: textOf(text, `${where}, its value,`), version: versionOf(recorded) }
}

/** A text, or a text with its lifetime: `["0", "PX", 150]`. */
function readCached(value: unknown, where: string, units: Readonly<Record<string, number>>): CachedText {
  if (typeof value === 'string') return { text: textOf(value, where), lasts: null }
  const [text, unit, count] = listOf(value, where, 3)
  const factor = units[oneOf(textOf(unit, `${where}, its unit,`), Object.keys(units), `${where}, its unit,`)]!
  return {
    text: textOf(text, `${where}, its text,`),
    lasts: factor * countOf(count, `${where}, its lifetime,`, 1, SLEEP_MAX),
  }
}

function readHistory(value: unknown, steps: number): History {
  return listOf(value, 'The field "reads_and_writes"', OPERATIONS_MAX).map((each, index): HistoryOperation => {
    const where = `Operation ${index + 1} of "reads_and_writes"`
    const fields = fieldsOf(each, where)
    const from = countOf(fields.get('from_step'), `${where}, "from_step",`, 1, steps)
    const to = fields.get('to_step') ?? null
    const seen = fields.get('value') ?? null
    return {
      client: nameOf(textOf(fields.get('by'), `${where}, "by",`), `${where}, its client,`),
      kind: oneOf(textOf(fields.get('op'), `${where}, "op",`), ['read', 'write'], `${where}, "op",`),
      key: nameOf(textOf(fields.get('key'), `${where}, "key",`), `${where}, its key,`),
      value: seen === null ? null : textOf(seen, `${where}, "value",`),
      from,
      to: to === null ? null : countOf(to, `${where}, "to_step",`, from, steps),
    }
  })
}

function readFinals(value: unknown): Finals {
  const fields = fieldsOf(value, 'The field "final"')
  for (const name of fields.keys()) oneOf(name, ['redis', 'memcached', 'database'], 'A server in "final"')
  const of = (name: string) => keyed(fields.get(name), `final.${name}`, (each, where) => readFinal(each, where))
  return { redis: of('redis'), memcached: of('memcached'), database: of('database') }
}

function readFinal(value: unknown, where: string) {
  if (value === undefined) refuse(where, value, 'what the server had')
  return jsonOf(value, where)
}
