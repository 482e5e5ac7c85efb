/**
 * Workload files: YAML text to a checked, frozen experiment, or to all that is wrong with it. Never throws, whatever the
 * text. What a file leaves out is as in `plain.ts`.
 */
import { readDocument } from '../../scenario/document'
import { frozen } from '../../scenario/frozen'
import { ABOUT_MAX, TITLE_MAX } from '../../scenario/limits'
import { readLine, readName, titleOf } from '../../scenario/lines'
import type { Problem } from '../../scenario/problem'
import { Problems } from '../../scenario/problems'
import { isNothing, Reader, type Field, type Spot } from '../../scenario/reader'
import type { Words } from '../../scenario/vocabulary'
import type { Strategy } from '../strategy'
import { workloadProblems } from './check'
import type { Experiment } from './experiment'
import { readShape, type Places } from './fileShapes'
import { STRATEGIES_MAX } from './limits'
import { parts, withValue, type Part } from './parts'
import { plainWorkload } from './plain'
import { isStrategy, readStrategy, strategyText } from './strategyText'
import type { Workload } from './workload'

export type ParsedWorkload = { readonly experiment: Experiment } | { readonly problems: readonly Problem[] }

const texts = ['workload', 'title', 'about'] as const

const fieldWords: Words = {
  what: 'field',
  built: [...texts, ...new Set(parts.map(({ path }) => path[0])), 'compare'],
  later: [],
}

export function parseWorkload(text: string, file: string): ParsedWorkload {
  const problems = new Problems(file, 1)
  const root = readDocument(text, problems, 'workload')
  const experiment =
    root === null ? null : readExperiment(new Reader(problems), { value: root, at: root.range?.[0] ?? 0 })
  if (experiment === null || problems.any) return { problems: problems.list() }
  return { experiment: frozen(experiment) }
}

function readExperiment(reader: Reader, root: Spot): Experiment | null {
  const example = 'workload: like-counter'
  const list = reader.fields(root, { what: 'a map that begins with the name of the workload', example }, fieldWords)
  if (list === null) return null
  const fields: ReadonlyMap<string, Field> = new Map(list.map((field) => [field.name, field]))
  const nameField = fields.get('workload')
  if (nameField === undefined) reader.problems.at(root.at, `There is no "workload". Write e.g. ${example}.`)
  const workload = nameField === undefined ? '' : readName(reader, nameField, example, 'workload')
  const title = readLine(reader, fields.get('title'), TITLE_MAX) || titleOf(workload)
  const about = readLine(reader, fields.get('about'), ABOUT_MAX)
  const places: Places = new Map()
  const read = readParts(reader, fields, { workload, title, about, ...plainWorkload }, places)
  // How numbers fit is only asked where there are numbers.
  if (!reader.problems.any)
    for (const { place, message } of workloadProblems(read))
      reader.problems.at(placed(place, places) ?? root.at, message)
  return { workload: read, strategies: readStrategies(reader, fields.get('compare')) }
}

/** The offset of a place, or of the nearest one around it. */
function placed(place: string, places: Places): number | undefined {
  const words = place.split('.')
  while (words.length > 0) {
    const at = places.get(words.join('.'))
    if (at !== undefined) return at
    words.pop()
  }
  return undefined
}

function readParts(reader: Reader, fields: ReadonlyMap<string, Field>, plain: Workload, places: Places): Workload {
  let workload = plain
  const read = (part: Part, spot: Spot) => {
    const value = readShape(reader, spot, part.shape, part.name, places)
    if (value !== undefined) workload = withValue(workload, part, value)
  }
  const maps = new Map<string, readonly Field[]>()
  for (const part of parts) {
    const [first, second] = part.path
    const field = fields.get(first)
    if (field === undefined) continue
    if (second === undefined) {
      read(part, field)
      continue
    }
    if (!maps.has(first)) maps.set(first, readMap(reader, field))
    const inner = maps.get(first)?.find(({ name }) => name === second)
    if (inner !== undefined) read(part, inner)
  }
  return workload
}

function readMap(reader: Reader, field: Field): readonly Field[] {
  const built = parts.flatMap(({ path: [first, second] }) =>
    first === field.name && second !== undefined ? second : [],
  )
  const expected = {
    what: `a map of what the ${field.name} is like`,
    example: `${field.name}: { ${built[0] ?? ''}: 1 }`,
  }
  return reader.fields(field, expected, { what: `word for the ${field.name}`, built, later: [] }) ?? []
}

function readStrategies(reader: Reader, field: Spot | undefined): readonly Strategy[] {
  if (field === undefined || isNothing(field)) return []
  const example = 'compare: [cache-aside+write-invalidate, cache-aside+write-behind]'
  const items = reader.items(field, { what: 'a list of strategies', example }) ?? []
  const strategies: Strategy[] = []
  for (const item of items.slice(0, STRATEGIES_MAX)) {
    const text = reader.text(item, { what: 'a strategy', example })
    const strategy = text === null ? null : readStrategy(text)
    if (strategy === null) continue
    if (!isStrategy(strategy)) reader.problems.at(item.at + strategy.offset, strategy.message)
    else if (strategies.some((other) => strategyText(other) === strategyText(strategy)))
      reader.problems.at(item.at, 'This strategy stands here for the second time. Keep one of the two.')
    else strategies.push(strategy)
  }
  const excess = items[STRATEGIES_MAX]
  if (excess !== undefined)
    reader.problems.at(
      excess.at,
      `At most ${STRATEGIES_MAX} strategies can be told apart side by side. Remove the others.`,
    )
  return strategies
}
