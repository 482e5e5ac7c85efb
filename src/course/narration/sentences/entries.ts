/**
 * Entries that are no single version: values that are composed of two rows, and that there is no row. A composed value
 * names its two versions; one that shows its rows as they never stood together says so.
 */
import { apart } from '../../../model/engine/together'
import { worldAt, type Trace } from '../../../model/engine/trace'
import { commitOf } from '../causes'
import { badly, plainly, type Narration } from '../narration'
import { versionIn } from '../replies'
import { disagreement, newestCommit, standingOf } from '../staleness'
import { actorOf, listed, type RequestTelling, type Telling } from '../telling'
import { acknowledged } from './database'
import { leaseNote } from './stores'

/** `the value card with version 2 of x and version 1 of y`, or that there is no row; null for a plain version. */
export function entryWords({ scenario }: Trace, key: string, version: number | null): string | null {
  if (version === 0) return `the entry that there is no ${key}`
  const rows = scenario.composed?.[key]
  return rows === undefined || version === null ? null : `the value ${key} ${withVersions(rows, version)}`
}

const withVersions = (rows: readonly string[], version: number): string =>
  `with ${apart(version)
    .map((each, index) => `version ${each} of ${rows[index] ?? ''}`)
    .join(' and ')}`

/** Whether two rows had these versions at one moment up to a step. */
function stoodTogether(trace: Trace, key: string, version: number, upTo: number): boolean {
  for (let step = 0; step <= upTo; step++) if (worldAt(trace, step).database[key] === version) return true
  return false
}

/** Who has committed newer versions of a composed value's rows, as clauses: `T2 committed version 2 of x at step 3`. */
function newerRows({ trace, step }: Telling, key: string, version: number, tense: string): string {
  const rows = trace.scenario.composed?.[key] ?? []
  const clauses = rows.flatMap((row, index) => {
    const committed = step.after.database[row] ?? 0
    if (committed <= (apart(version)[index] ?? 0)) return []
    const commit = commitOf(trace, row, committed, step.number)
    const who = commit?.event.type === 'request' ? commit.event.client : 'a flush'
    return commit === null
      ? [`the database has had version ${committed} of ${row} from the start`]
      : [`${who} ${tense} version ${committed} of ${row} at step ${commit.number}`]
  })
  return listed(clauses)
}

const torn = ' The two never stood together in the database.'

/** A hit on a composed value, or on the entry that there is no row; null for any other. */
export function lookAtEntry(telling: RequestTelling): Narration | null {
  const { trace, step, event } = telling
  const version = versionIn(event.reply)
  const rows = trace.scenario.composed?.[event.key]
  const isStale = standingOf(step.after, event.key) === 'stale'
  if (version === 0) {
    const text = `${event.client} gets from the cache that there is no ${event.key}`
    if (!isStale) return plainly(`${text}.`, 'negative caching')
    return badly(null, `${text}, although ${newestCommit(telling, event.key, 'committed')}.`, 'stale read')
  }
  if (rows === undefined || version === null) return null
  const text = `${event.client} gets ${event.key} from the cache, ${withVersions(rows, version)}`
  if (!stoodTogether(trace, event.key, version, step.number)) return badly(null, `${text}.${torn}`, 'torn read')
  if (!isStale) return plainly(`${text}.`, 'hit')
  return badly(null, `${text}, although ${newerRows(telling, event.key, version, 'committed')}.`, 'stale read')
}

/** A fill with a composed value, or with the entry that there is no row; null for any other. */
export function fillEntry(telling: RequestTelling): Narration | null {
  const { trace, step, event } = telling
  const version = event.request.version ?? 0
  const rows = trace.scenario.composed?.[event.key]
  if (rows === undefined && version !== 0) return null
  const isStale = standingOf(step.after, event.key) === 'stale'
  const note = leaseNote(telling, event.key) + acknowledged(telling)
  if (rows === undefined) {
    const text = `${actorOf(event)} stores in the cache that there is no ${event.key}`
    if (!isStale) return plainly(`${text}${event.ends ? ', and returns nothing' : ''}.${note}`, 'negative caching')
    const after = `, after ${newestCommit(telling, event.key, 'had committed')}`
    return badly(disagreement(telling, event.key), `${text}${after}.${note}`, 'stale fill')
  }
  const isCache = event.runner === 'cache'
  const verb = isCache ? `keeps ${event.key}` : `stores ${event.key} in the cache`
  const returned = event.ends ? ` and returns it${isCache ? ` to ${event.client}` : ''}` : ''
  const text = `${actorOf(event)} ${verb}${returned}, ${withVersions(rows, version)}`
  if (!stoodTogether(trace, event.key, version, step.number))
    return badly('The value shows two rows that never stood together.', `${text}.${note}`, 'torn value')
  if (!isStale) return plainly(`${text}.${note}`, 'fill')
  const newer = newerRows(telling, event.key, version, 'had committed')
  return badly(disagreement(telling, event.key), `${text}, after ${newer}.${note}`, 'stale fill')
}

/** A writer's delete of what is composed of its row, or of the entry that there was none; null for any other. */
export function removeEntry(telling: RequestTelling): Narration | null {
  const { trace, step, event } = telling
  const present = step.before.cache[event.key] ?? null
  const rows = trace.scenario.composed?.[event.key]
  const isComposed = rows !== undefined
  if (!isComposed && present !== 0) return null
  const why = isComposed ? `, because it is made of ${listed(rows.filter((row) => isWritten(telling, row)))}` : ''
  const was = standingOf(step.before, event.key) === 'stale' ? 'It was stale.' : 'It was as new as the database.'
  const gone =
    present === null ? 'There is nothing to delete.' : isComposed ? was : `That there was no ${event.key} is forgotten.`
  const text = `${event.client} deletes ${event.key} from the cache${why}. ${gone}${leaseNote(telling, event.key)}`
  return plainly(text + acknowledged(telling), 'invalidation')
}

const isWritten = ({ event: { deed } }: RequestTelling, row: string): boolean =>
  deed.key === row || (deed.kind === 'transfer' && deed.other === row)

/** Every entry at once: what was still good goes along. */
export function removeAll(telling: RequestTelling): Narration {
  const { trace, step, event } = telling
  const entries = Object.entries(step.before.cache).filter(([, version]) => version !== null)
  const words = ([key, version]: (typeof entries)[number]) =>
    entryWords(trace, key, version) ?? `version ${version ?? 0} of ${key}`
  const [good, stale] = [true, false].map((isGood) =>
    entries.filter(([key]) => (standingOf(step.before, key) !== 'stale') === isGood),
  ) as [typeof entries, typeof entries]
  const gone = stale.length === 0 ? '' : ` What was stale is gone: ${listed(stale.map(words))}.`
  const lost = good.length === 0 ? '' : ` What was good is gone too: ${listed(good.map(words))}.`
  const nothing = entries.length === 0 ? ' There is nothing to delete.' : ''
  const text = `${event.client} deletes every entry, because the table of ${event.key} has changed.${gone}${lost}${nothing}`
  return plainly(text + acknowledged(telling), good.length === 0 ? 'invalidation' : 'coarse invalidation')
}
