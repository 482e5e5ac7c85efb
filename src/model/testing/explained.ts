/**
 * Register-linearizable and sequential, read off what clients have seen: every version that a write without an answer
 * may have made is tried, and every order.
 */
import type { HistoryOperation, Initial, History as Values } from '../histories'
import { keysOf, type Scenario } from '../scenario/scenario'
import { inProgramOrder, inRealTime, someOrderExplains } from './everyOrder'
import type { History, Seen } from './history'

const valued = ({ client, role, key, invoked, responded }: Seen, version: number): HistoryOperation => ({
  client,
  kind: role,
  key,
  value: String(version),
  from: invoked,
  to: responded,
})

/** The history once for each way in which its unanswered writes may have made the versions that nobody else has. */
function* guesses(history: History, unmade: ReadonlySet<string>): Generator<Values, void> {
  const [first, ...rest] = history
  if (!first) {
    yield []
    return
  }
  if (first.version !== null)
    for (const others of guesses(rest, unmade)) yield [valued(first, first.version), ...others]
  else {
    yield* guesses(rest, unmade)
    if (first.role === 'read') return
    for (const name of unmade) {
      if (!name.startsWith(`${first.key} `)) continue
      const others = new Set([...unmade].filter((one) => one !== name))
      for (const guess of guesses(rest, others)) yield [valued(first, Number(name.split(' ')[1])), ...guess]
    }
  }
}

/** Versions that were read and that no write is known to have made. */
function unmadeIn(history: History, { initial, before }: Beginning): ReadonlySet<string> {
  const nameOf = (seen: Seen) => `${seen.key} ${String(seen.version)}`
  const made = new Set([
    ...history.filter(({ role }) => role === 'write').map(nameOf),
    ...before.map(({ key, value }) => `${key} ${String(value)}`),
    ...Object.entries(initial).map(([key, value]) => `${key} ${String(value)}`),
  ])
  return new Set(
    history
      .filter(({ version }) => version !== null)
      .map(nameOf)
      .filter((name) => !made.has(name)),
  )
}

interface Beginning {
  readonly initial: Initial
  readonly before: Values
}

/** The older version of each key at the start, and whoever wrote the newer one before the run. */
function beginningOf(scenario: Scenario): Beginning {
  const { database, cache } = scenario.start
  const ends = keysOf(scenario).map((key) => [key, database[key] ?? 1, cache[key] ?? database[key] ?? 1] as const)
  const ahead = ends.filter(([, row, entry]) => row !== entry)
  return {
    initial: Object.fromEntries(ends.map(([key, row, entry]) => [key, String(Math.min(row, entry))])),
    before: ahead.map(([key, row, entry]) => ({
      ...{ client: `before ${key}`, kind: 'write', key, value: String(Math.max(row, entry)) },
      ...{ from: 0, to: null },
    })),
  }
}

/** Whoever writes a version that was there before the run has only read it. */
const withoutRepeats = (guess: Values, { before }: Beginning): Values =>
  guess.map((operation) =>
    before.some(({ key, value }) => key === operation.key && value === operation.value)
      ? { ...operation, kind: 'read' }
      : operation,
  )

/** Some order in real time explains each key. */
export function isRegisterLinearizable(history: History, scenario: Scenario): boolean {
  const beginning = beginningOf(scenario)
  return Object.keys(beginning.initial).every((key) => {
    const ofKey = history.filter((seen) => seen.key === key)
    const before = beginning.before.filter((write) => write.key === key)
    return [...guesses(ofKey, unmadeIn(ofKey, beginning))].some((guess) =>
      someOrderExplains([...before, ...withoutRepeats(guess, beginning)], beginning.initial, inRealTime),
    )
  })
}

/** Some order that keeps each client's own explains everything. */
export function isSequential(history: History, scenario: Scenario): boolean {
  const beginning = beginningOf(scenario)
  return [...guesses(history, unmadeIn(history, beginning))].some((guess) => {
    const whole = [...beginning.before, ...withoutRepeats(guess, beginning)]
    return someOrderExplains(whole, beginning.initial, inProgramOrder(whole))
  })
}
