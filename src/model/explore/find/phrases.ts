/** The words of the query language: who or what may be spoken of, and what may be said of each. */
import type { EndKind } from './ends'
import type { EventKind } from './happenings'

/** What a phrase means. `version` says that a version's number follows it. */
export type Meaning =
  | { readonly type: 'event'; readonly kind: EventKind; readonly version?: true }
  | { readonly type: 'end'; readonly kind: EndKind; readonly version?: true }
  | { readonly type: 'violated' }

type Phrases = Readonly<Record<string, Meaning>>

const event = (kind: EventKind): Meaning => ({ type: 'event', kind })
const end = (kind: EndKind): Meaning => ({ type: 'end', kind })

/** What a client, or somebody, may do. */
export const clientPhrases: Phrases = {
  'reads stale': event('reads stale'),
  'reads version': { type: 'event', kind: 'reads', version: true },
  reads: event('reads'),
  'writes version': { type: 'event', kind: 'writes', version: true },
  writes: event('writes'),
  begins: event('begins'),
  'is answered': event('answered'),
  fails: event('fails'),
  hits: event('hits'),
  misses: event('misses'),
  fills: event('fills'),
  'is refused': event('refused'),
  deletes: event('deletes'),
  commits: event('commits'),
  crashes: event('crashes'),
  'asks the cache': event('asks the cache'),
  'asks the database': event('asks the database'),
  'asks the replica': event('asks the replica'),
  'ends waiting': end('client waits'),
  'ends crashed': end('client crashed'),
}

/** What things may do, by their name. */
export const thingPhrases: Readonly<Record<string, Phrases>> = {
  cache: {
    'ends empty': end('cache empty'),
    'ends stale': end('cache stale'),
    'ends ahead': end('cache ahead'),
    'ends fresh': end('cache fresh'),
    'ends with version': { type: 'end', kind: 'cache version', version: true },
    restarts: event('restarts'),
  },
  database: {
    writes: event('commits'),
    'writes version': { type: 'event', kind: 'commits', version: true },
    'ends with version': { type: 'end', kind: 'database version', version: true },
  },
  read: { 'is stale': event('reads stale') },
  fill: { 'is stored': event('fills'), 'is refused': event('fill refused'), 'is lost': event('store lost') },
  store: { 'is refused': event('refused'), 'is lost': event('store lost') },
  delete: { 'is lost': event('delete lost'), happens: event('deletes') },
  write: { 'is refused by the database': event('write failed'), 'is not confirmed': event('unheard') },
  request: { 'is late': event('late'), 'arrives late': event('late arrives') },
  timer: { fires: event('timer fires') },
  flush: { writes: event('flushed') },
  entry: { 'is evicted': event('evicted'), expires: event('expired') },
  lease: { 'runs out': event('lease runs out') },
  lock: { 'runs out': event('lock runs out') },
  replica: { 'catches up': event('replicated') },
  log: { 'is delivered': event('log delivered'), 'is delivered again': event('log redelivered') },
}

export const propertyPhrases: Phrases = { 'is violated': { type: 'violated' } }

/** Any client at all. */
export const somebody = ['somebody', 'someone']
/** No client, ever. */
export const nobody = ['nobody', 'no-one']
export const articles = ['a', 'an', 'the']
