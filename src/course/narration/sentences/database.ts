/** What is asked of the database: select, update, and the put of a version that the cache has counted. */
import { protocols } from '../../../model/protocols'
import { commitOf, lastStep } from '../causes'
import { badly, plainly, type Narration } from '../narration'
import { isRefusal, leaseWon, versionIn } from '../replies'
import { disagreement, newestCommit, standingOf } from '../staleness'
import { actorOf, ofKey, type RequestTelling } from '../telling'
import { refusedIncrement } from './counts'

/** ` The write is acknowledged.` where this step answers a writer that still listens, or that it has failed. */
export function acknowledged({ event }: RequestTelling, allTheSame = ''): string {
  if (event.role !== 'write' || !event.ends) return ''
  if (event.fails) return ` The ${event.deed.kind} ends with an error.`
  return event.result === null ? '' : ` The ${event.deed.kind} is acknowledged${allTheSame}.`
}

/** Why a reader that selected stores nothing; empty when it is simply not done yet. */
function nothingStored({ trace, step, event }: RequestTelling): string {
  const look = lastStep(
    trace,
    step.number - 1,
    (earlier) =>
      earlier.event.type === 'request' &&
      earlier.event.client === event.client &&
      earlier.event.operation === event.operation,
  )
  if (look?.event.type === 'request' && leaseWon(look.event.reply) === false) {
    return ` It stores nothing, because ${look.after.lease[event.key] ?? 'another client'} held the lease at step ${look.number}.`
  }
  if (event.pattern === 'database-only') return ' It leaves the cache alone.'
  return trace.scenario.guards['fill'] === 'none' ? ' It stores nothing, because filling is left to others.' : ''
}

/** Which copy a select asks: a replica, or, where the replica is the nearer one, the master. */
const sourceOf = ({ trace, event }: RequestTelling): string => {
  if (event.resource === 'replica') return 'replica'
  return trace.scenario.guards['regions'] === undefined ? 'database' : 'master'
}

export function select(telling: RequestTelling): Narration {
  const { step, event } = telling
  const isCache = event.runner === 'cache'
  const version = versionIn(event.reply) ?? 0
  const read = `${actorOf(event)} reads version ${version}${ofKey(telling, event.key)} from the ${sourceOf(telling)}`
  const lags = version < (step.after.database[event.key] ?? 0)
  if (version === 0) return selectNothing(telling)
  const although = lags ? `, although ${newestCommit(telling, event.key, 'committed')}` : ''
  const term = lags ? 'replica lag' : 'select'
  if (!event.ends) return plainly(`${read}${isCache ? ` for ${event.client}` : ''}${although}.`, term)
  const returned = event.result === null ? '' : ` and returns it${isCache ? ` to ${event.client}` : ''}`
  const text = `${read}${returned}${although}.${nothingStored(telling)}`
  return lags ? badly(null, text, term) : plainly(text, term)
}

/** A select that finds no row. */
function selectNothing(telling: RequestTelling): Narration {
  const { event } = telling
  const text = `${actorOf(event)} finds no ${event.key} in the ${sourceOf(telling)}`
  if (!event.ends) return plainly(`${text}.`, 'absent row')
  const returned = event.runner === 'cache' ? `tells ${event.client} so` : 'returns nothing'
  return plainly(`${text} and ${returned}. Nothing is stored, so the next read asks the database again.`, 'absent row')
}

/** What the cache says of a key that is behind. */
const heldWords = (key: string, cached: number): string =>
  cached === 0 ? `says that there is no ${key}` : `holds version ${cached}`

/** A commit that leaves an older version cached: for a while, until a timer, or for good. */
function commitOverStale(telling: RequestTelling, version: number, timer: string): Narration {
  const { step, event } = telling
  const cached = step.after.cache[event.key] ?? 0
  const commits = `${event.client} commits version ${version} of ${event.key}`
  if (timer !== '') {
    const text = `${commits}${timer}. Until it fires, the cache still ${heldWords(event.key, cached)}.${acknowledged(telling)}`
    return plainly(text, 'stale window')
  }
  if (!event.ends) return plainly(`${commits}. The cache still ${heldWords(event.key, cached)}.`, 'stale window')
  if (protocols.write[telling.trace.scenario.protocol.write]?.logs) {
    const text = `${commits}. Until the listener brings it, the cache still ${heldWords(event.key, cached)}.${acknowledged(telling)}`
    return plainly(text, 'stale window')
  }
  const left = cached === 0 ? `left in the cache that there is no ${event.key}` : `left version ${cached} in the cache`
  const text = `${event.client} committed version ${version} of ${event.key} and ${left}.`
  return badly(disagreement(telling, event.key), text + acknowledged(telling), 'stale entry')
}

/** ` and sets a timer ...` where a commit defers the delete. */
const timerNote = ({ trace, event }: RequestTelling): string => {
  if (event.request.later === undefined) return ''
  const verb =
    trace.scenario.guards['serve-stale'] === undefined ? `delete ${event.key} from` : `mark ${event.key} as stale in`
  return ` and sets a timer that will ${verb} the cache`
}

export function update(telling: RequestTelling): Narration {
  const { step, event } = telling
  if (isRefusal(event.reply)) return refusedIncrement(telling)
  const version = versionIn(event.reply) ?? 0
  const timer = timerNote(telling)
  if (standingOf(step.after, event.key) === 'stale') return commitOverStale(telling, version, timer)
  return plainly(
    `${event.client} commits version ${version} of ${event.key}${timer}.${acknowledged(telling)}`,
    'commit',
  )
}

/** A number that is taken before its commit, so that commits may come in another order. */
export function takeNumber({ event }: RequestTelling): Narration {
  const number = versionIn(event.reply) ?? 0
  return plainly(
    `${event.client} takes number ${number} for ${event.key} from the sequence, and has yet to commit it.`,
    'sequence',
  )
}

export function put(telling: RequestTelling): Narration {
  const { trace, step, event } = telling
  const version = event.request.version ?? 0
  const timer = timerNote(telling)
  const replaced = step.before.database[event.key] ?? 0
  if (replaced > version) {
    const commit = commitOf(trace, event.key, replaced, step.number - 1)
    const by =
      commit?.event.type === 'request' ? `, which ${commit.event.client} had committed at step ${commit.number}` : ''
    const text = `${event.client} committed version ${version} of ${event.key} over version ${replaced}${by}${timer}.`
    return badly('The database went back to an older version.', text + acknowledged(telling), 'lost update')
  }
  if (standingOf(step.after, event.key) === 'stale') return commitOverStale(telling, version, timer)
  const already = standingOf(step.after, event.key) === 'fresh' ? ' The cache already has it.' : ''
  return plainly(
    `${event.client} commits version ${version} of ${event.key}${timer}.${already}${acknowledged(telling)}`,
    'commit',
  )
}
