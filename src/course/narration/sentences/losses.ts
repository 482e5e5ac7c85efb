/**
 * What a cache loses with its memory, all of it at once or one entry, and what is left of the writes that waited
 * for the database.
 */
import type { TraceStep } from '../../../model/engine/trace'
import { badly, gladly, plainly, type Narration } from '../narration'
import { listed, type ChangeTelling, type Telling } from '../telling'

/** More entries than a sentence can name. */
const NAMED_MAX = 4

export const lostWrite = 'An acknowledged write is lost.'

const entries = (held: Readonly<Record<string, number | null>>): readonly string[] =>
  Object.entries(held).flatMap(([key, version]) => (version === null ? [] : [`version ${version} of ${key}`]))

const some = (names: readonly string[]): string =>
  names.length <= NAMED_MAX
    ? listed(names)
    : `${names.slice(0, NAMED_MAX - 1).join(', ')} and ${names.length - NAMED_MAX + 1} more`

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** What survives, and what it is called. */
const keepers: Readonly<Record<string, readonly [words: string, term: string]>> = {
  durable: ['The queue survives on its disk', 'durable queue'],
  battery: ['The queue survives in memory with a battery', 'battery-backed memory'],
  replicated: ['The queue survives in the memory of other machines', 'replicated memory'],
}

/** Where the lost writes waited. */
function place({ trace }: ChangeTelling): string {
  const { guards } = trace.scenario
  if (guards['queue'] === 'entry') return 'With the entries go the flags that say'
  if (guards['write-ahead-log'] === 'periodic') return 'So is what was appended to the log and not synced'
  return guards['write-ahead-log'] === undefined ? 'So is the queue' : 'So are memory and log'
}

/** Everything in memory goes; what goes from the queue is lost. */
function loss(telling: ChangeTelling, opening: string, term: string): Narration {
  const { trace, step } = telling
  const { before, after } = step
  const back = entries(after.cache)
  const gone = entries(before.cache).filter((entry) => !back.includes(entry))
  const cached = gone.length === 0 ? '' : ` ${capital(some(gone))} ${gone.length === 1 ? 'is' : 'are'} gone.`
  const stopped = before.flush === null ? '' : ` The flush of ${before.flush.key} that was under way is gone, too.`
  const waiting = entries(after.queue)
  const lost = entries(before.queue).filter((entry) => !waiting.includes(entry))
  const text = `${opening}${cached === '' && back.length === 0 ? ' It held nothing.' : cached}${stopped}`
  if (lost.length > 0) {
    const where = place(telling)
    const what = where.endsWith('say')
      ? `${where} that the database does not have ${some(lost)}.`
      : `${where}, where ${some(lost)} waited for the database.`
    return badly(lostWrite, `${text} ${what}`, 'lost write')
  }
  if (waiting.length === 0) return plainly(text, term)
  if (trace.scenario.guards['write-ahead-log'] !== undefined)
    return gladly(`${text} The log on the disk brings ${some(waiting)} back into memory.`, 'write-ahead log')
  const [survives, kept] = keepers[trace.scenario.guards['queue'] ?? ''] ?? ['The queue survives', 'durable queue']
  return gladly(`${text} ${survives}, where ${some(waiting)} ${waiting.length === 1 ? 'waits' : 'wait'}.`, kept)
}

export const restart = (telling: ChangeTelling): Narration =>
  loss(telling, 'The cache restarts and comes back empty.', 'cache restart')

export const machineLost = (telling: ChangeTelling): Narration =>
  loss(telling, "The cache's machine is lost, and an empty cache takes its place on another one.", 'lost machine')

/** The write whose only note was a flag in the entry that this step has taken; null where none was. */
export function lostFlag({ trace }: Telling, { before, after, event }: TraceStep, key: string): number | null {
  if (trace.scenario.guards['queue'] !== 'entry' || event.type === 'flush') return null
  const waited = before.queue[key] ?? null
  return waited !== null && (after.queue[key] ?? null) === null ? waited : null
}

/** The same as a narration, after what the step did. */
export const flagGone = (text: string, version: number, key: string): Narration =>
  badly(
    lostWrite,
    `${text} The flag that said that the database does not have version ${version} of ${key} is gone with it.`,
    'lost write',
  )
