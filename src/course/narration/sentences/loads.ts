/**
 * Programs that no client runs: the reload behind refresh-ahead and the warm-up. Both read a row and store it, and
 * both may come late.
 */
import { lastStep } from '../causes'
import { badly, gladly, plainly, type Narration } from '../narration'
import { isRefusal, versionIn } from '../replies'
import { disagreement, mended, newestCommit, standingOf } from '../staleness'
import { ofKey, type ChangeTelling, type LoadTelling, type RequestTelling } from '../telling'
import { flagGone, lostFlag } from './losses'
import { look } from './looks'

const names = { refresh: 'refresh', warm: 'warm-up' } as const

const actor = ({ event }: LoadTelling): string => `The ${names[event.loader]}`

/** The step by which this round has read what it stores. */
const selecting = ({ trace, step, event }: LoadTelling) =>
  lastStep(
    trace,
    step.number - 1,
    ({ event: earlier }) =>
      earlier.type === 'load' &&
      earlier.loader === event.loader &&
      earlier.key === event.key &&
      earlier.request.kind.endsWith('.select'),
  )

function select(telling: LoadTelling): Narration {
  const { step, event } = telling
  const version = versionIn(event.reply) ?? 0
  const source = event.resource === 'replica' ? 'replica' : 'database'
  const lags = version < (step.after.database[event.key] ?? 0)
  const although = lags ? `, although ${newestCommit(telling, event.key, 'committed')}` : ''
  const text = `${actor(telling)} reads version ${version}${ofKey(telling, event.key)} from the ${source}${although}.`
  return plainly(text, lags ? 'replica lag' : names[event.loader])
}

/** A store that the cache did not take. */
function refused(telling: LoadTelling, version: number): Narration {
  const { step, event } = telling
  const present = step.before.cache[event.key] ?? step.before.tombstone[event.key] ?? 0
  const text = `${actor(telling)} would store version ${version}${ofKey(telling, event.key)} and is refused, because the cache holds version ${present}.`
  return version < present ? gladly(text, names[event.loader]) : plainly(text, names[event.loader])
}

/** A store that leaves the cache older than it should be. */
function late(telling: LoadTelling, version: number): Narration {
  const { event } = telling
  const read = selecting(telling)
  const source = read ? ` that it had read at step ${read.number}` : ''
  return badly(
    disagreement(telling, event.key),
    `${actor(telling)} stored the version ${version}${ofKey(telling, event.key)}${source}, after ${newestCommit(telling, event.key, 'had committed')}.`,
    event.loader === 'warm' ? 'stale warm-up' : 'stale refresh',
  )
}

function store(telling: LoadTelling): Narration {
  const { step, event } = telling
  const { key } = event
  const version = event.request.version ?? 0
  const term = names[event.loader]
  if (isRefusal(event.reply)) return refused(telling, version)
  const before = step.before.cache[key] ?? null
  const text = `${actor(telling)} stores version ${version} of ${key} in the cache`
  const lost = lostFlag(telling, step, key)
  if (lost !== null) return flagGone(`${text}, over version ${before ?? 0}.`, lost, key)
  if (standingOf(step.after, key) === 'stale') return late(telling, version)
  if (before === version) return plainly(`${actor(telling)} finds version ${version} of ${key} cached already.`, term)
  if (standingOf(step.before, key) === 'ahead') {
    const over = `${text}, over version ${before ?? 0}, which the database does not have yet.`
    return badly('The cache goes back to an older version.', over, 'refresh over a waiting write')
  }
  const cure = mended(telling, key)
  return cure === '' ? plainly(`${text}.`, term) : gladly(`${text}.${cure}`, term)
}

/** Says one step of a warm-up or of a reload. */
export function load(telling: LoadTelling): Narration {
  const { kind } = telling.event.request
  if (kind.endsWith('.select')) return select(telling)
  if (telling.event.request.version !== undefined) return store(telling)
  return plainly(`${actor(telling)} looks for a remote marker of ${telling.event.key}.`, 'remote marker')
}

export function softExpire({ step, event: { key } }: ChangeTelling): Narration {
  const text = `The soft lifetime of version ${step.before.cache[key] ?? 0} of ${key} is over. The next read still gets it, and asks for a reload.`
  return plainly(text, 'soft expiry')
}

/** A look that finds an entry soft-expired gets it all the same. */
export function lookAndAsk(telling: RequestTelling): Narration {
  const { step, event } = telling
  const said = look(telling)
  if (step.before.soft?.[event.key] !== 'expired') return said
  const asks = ' It is soft-expired, so its reload is asked for, and nobody waits for that.'
  return { ...said, text: said.text + asks, term: 'soft expiry' }
}
