/**
 * The scene: what a picture of a run consists of, with no pixel in it.
 *
 * Time runs downwards in rows, one a step. A position is a number of steps: 0 is the start, 3 the moment
 * of step 3, 3.5 half-way to step 4, and `count + 1` the lower end. Everything past the playhead
 * is a ghost: it belongs to the kept future and is drawn dim.
 */
import type { Standing, Tone } from '../../course/narration'
import type { RequestFate } from '../../model/engine/requestFault'

/** One vertical line: a client outside, a resource inside. */
export interface Lane {
  /** `client:T1`, `cache`, `refresh`, `warm`, `timer`, `queue`, `log`, `replica` or `database`. */
  readonly id: string
  readonly kind: 'client' | 'cache' | 'loader' | 'timer' | 'queue' | 'log' | 'replica' | 'database'
  readonly title: string
  /** For narrow screens. */
  readonly short: string
  /** What a client does: `reader`, `writer`, or nothing where it does both. */
  readonly role: string
  /** The client's place in the scenario, from 0, which is also its colour; null for a resource. */
  readonly client: number | null
}

/** A stretch of a lane. */
export interface Span {
  readonly from: number
  readonly to: number
  readonly isGhost: boolean
}

/** What one key's entry or row is during a stretch of time. */
export interface Ribbon extends Span {
  readonly lane: 'cache' | 'queue' | 'replica' | 'database'
  readonly key: string
  /** Which of the keys, from 0: ribbons of several keys stand side by side. */
  readonly slot: number
  /** Null while the key is absent. */
  readonly version: number | null
  /** How the version is written where it is no plain one. */
  readonly text?: string
  /** The client that made the version; null for one that was there from the start. */
  readonly owner: number | null
  /** The version that a delete left behind where the key is absent; null without one. */
  readonly tombstone: number | null
  /** `fresh` in the database; a replica that has not caught up is `stale`. */
  readonly standing: Standing
  /** What else there is to say of it, in a word: `marked` stale, `soft`-expired, `3 wait`; null where nothing is. */
  readonly note: string | null
}

/** A lease that is out, or a writers' lock that is held. */
export interface HoldMark extends Span {
  readonly what: 'lease' | 'lock'
  readonly key: string
  readonly slot: number
  readonly holder: number
  /** It stands at the edge of the key's ribbon, because there is an entry in it or it guards no place at all. */
  readonly isBeside: boolean
}

/** A remote marker that is set. */
export interface RemoteMark extends Span {
  readonly key: string
  readonly slot: number
}

/** What a client is up to, or what waits because of it: a timer that it has set, a commit that it has made. */
export interface Bar extends Span {
  readonly lane: string
  /** Null where no client has anything to do with it. */
  readonly client: number | null
  /** `pending` is a timer that has not fired yet, or a commit that nobody has brought on; the others are clients. */
  readonly kind: 'running' | 'paused' | 'waiting' | 'pending'
  /** Those that are pending together stand side by side, from 0. */
  readonly slot: number
  /** What is pending: whose timer, which version; empty for a client. */
  readonly tag: string
}

export interface CrashMark {
  readonly lane: string
  readonly client: number
  readonly at: number
  readonly isGhost: boolean
}

/** A request that timed out, from its sending to its arrival: it hangs between its client and the cache. */
export interface Flight extends Span {
  readonly lane: string
  readonly client: number
  /** Of the key that it is about. */
  readonly slot: number
  /** Those that are under way together hang side by side, from 0. */
  readonly place: number
}

/** A version on its way along an arrow: with the request, or with the reply. */
export interface Token {
  readonly version: number
  /** How it is written where it is no plain one. */
  readonly text?: string
  readonly owner: number | null
  readonly direction: 'there' | 'back'
}

/** One step. */
export interface SceneRow {
  readonly number: number
  /** As it stands in the schedule. */
  readonly word: string
  /** `message` goes from lane to lane, `self` stays at one, `crash` ends one. */
  readonly kind: 'message' | 'self' | 'crash'
  readonly from: string
  readonly to: string
  /** Which key's ribbon the arrow reaches, by slot; null where it reaches none. */
  readonly slot: number | null
  /** Whose colour it has; null for a fault that is nobody's. */
  readonly client: number | null
  readonly label: string
  /** For narrow gaps. */
  readonly short: string
  /** What came back; empty where nothing does. */
  readonly reply: string
  readonly shortReply: string
  /** What became of the request where it was not answered; `arrives` is the arrival of a late one. */
  readonly fate: RequestFate | 'arrives' | null
  /** Where a late request hangs, among those of its client; 0 for all others. */
  readonly place: number
  readonly tone: Tone
  readonly token: Token | null
  readonly isGhost: boolean
}

export interface Scene {
  readonly lanes: readonly Lane[]
  /** Those whose state is shown. */
  readonly keys: readonly string[]
  /** Steps of the run; a large one has more than there are rows at hand. */
  readonly count: number
  readonly rows: readonly SceneRow[]
  readonly ribbons: readonly Ribbon[]
  readonly holds: readonly HoldMark[]
  readonly markers: readonly RemoteMark[]
  readonly bars: readonly Bar[]
  readonly crashes: readonly CrashMark[]
  readonly flights: readonly Flight[]
  /** Steps taken, from 0 to `count`. */
  readonly playhead: number
}

export const clientLane = (name: string): string => `client:${name}`
