/** Reads what a scenario claims and how it opens: `check`, `expect` and `schedule`. */
import { isScalar, Scalar } from 'yaml'
import { checkProblem } from './endless'
import { SCHEDULE_MAX } from './limits'
import { quoted } from './problem'
import { isNothing, type Reader, type Spot } from './reader'
import { scheduleWordProblem } from './scheduleWords'
import type { Scenario, VerdictWord } from './scenario'
import { propertyWords, verdictWords, wordProblem } from './vocabulary'

/** The properties to check: all that these clients make sense of where the file does not say. */
export function readCheck(
  reader: Reader,
  field: Spot | undefined,
  workload: Pick<Scenario, 'clients' | 'composed'>,
): readonly string[] {
  if (field === undefined || isNothing(field))
    return propertyWords.built.filter((name) => checkProblem(name, workload) === null)
  const expected = { what: 'a list of properties', example: 'check: [converges, linearizable]' }
  const names: string[] = []
  const items = reader.items(field, expected)
  if (items?.length === 0) reader.problems.at(field.at, `Nothing is checked. Write e.g. ${expected.example}.`)
  for (const item of items ?? []) {
    const name = reader.text(item, { what: 'the name of a property', example: expected.example })
    if (name === null) continue
    const problem = wordProblem(name, propertyWords) ?? checkProblem(name, workload)
    if (problem !== null) reader.problems.at(item.at, problem)
    else if (names.includes(name)) reader.problems.at(item.at, `${quoted(name)} stands here twice. Keep one.`)
    names.push(name)
  }
  return names
}

export function readExpect(reader: Reader, field: Spot | undefined, check: readonly string[]) {
  const expect: [string, VerdictWord][] = []
  if (field === undefined || isNothing(field)) return {}
  const expected = { what: 'a map of properties to verdicts', example: 'expect: { converges: violated }' }
  for (const row of reader.fields(field, expected, propertyWords) ?? []) {
    const verdict = reader.text(row, { what: 'a verdict', example: `${row.name}: holds` })
    const problem = verdict === null ? null : wordProblem(verdict, verdictWords(row.name))
    if (problem !== null) reader.problems.at(row.at, problem)
    if (!check.includes(row.name))
      reader.problems.at(row.nameAt, `A verdict of "${row.name}" is expected, but it is not checked. Add it to check.`)
    expect.push([row.name, verdict as VerdictWord])
  }
  return Object.fromEntries(expect)
}

interface Cast {
  readonly clients: readonly string[]
  readonly keys: readonly string[]
}

export function readSchedule(reader: Reader, field: Spot | undefined, cast: Cast): readonly string[] {
  if (field === undefined || isNothing(field)) return []
  const words = scheduleWords(reader, field)
  if (words.length > SCHEDULE_MAX) {
    reader.problems.at(
      field.at,
      `The schedule has ${words.length} words, and ${SCHEDULE_MAX} are the most. Shorten it.`,
    )
    return []
  }
  const known = new Set<string>()
  for (const { word, at } of words) {
    const problem = known.has(word) ? null : scheduleWordProblem(word, cast)
    known.add(word)
    if (problem !== null) reader.problems.at(at, problem)
  }
  return words.map(({ word }) => word)
}

function scheduleWords(reader: Reader, field: Spot): readonly { word: string; at: number }[] {
  const expected = { what: 'a list of words', example: 'schedule: T1 T1 T2' }
  if (!isScalar(field.value))
    return (reader.items(field, expected) ?? []).flatMap((item) => {
      const word = reader.text(item, { what: "a schedule's word", example: 'T1 or crash:T1' })
      return word === null ? [] : [{ word, at: item.at }]
    })
  const text = reader.text(field, expected) ?? ''
  // A plain text on one line stands in the file as it is, so that each word has a place of its own.
  const isLiteral = field.value.type === Scalar.PLAIN && field.value.source === text
  return [...text.matchAll(/\S+/g)].map((match) => ({
    word: match[0],
    at: field.at + (isLiteral ? match.index : 0),
  }))
}
