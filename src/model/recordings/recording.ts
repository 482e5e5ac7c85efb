/** A recording once it has been read: what was asked of which server, what it answered, and what was made of it. */
import type { History, Initial } from '../histories'
import type { Call } from './call'
import type { Memcached } from './memcached/memcached'
import type { Postgres } from './postgres/postgres'
import type { Redis } from './redis/redis'
import type { Json } from './reply'

export type Request =
  | { readonly server: 'redis'; readonly call: Call<Redis> }
  | { readonly server: 'memcached'; readonly call: Call<Memcached> }
  | { readonly server: 'postgres'; readonly call: Call<Postgres> }
  /** A process looks at its own clock. */
  | { readonly server: 'clock' }

export type ServerName = 'redis' | 'memcached' | 'postgres'

/** One request as it stands in the recording, and understood. */
export interface Asked {
  readonly text: string
  readonly request: Request
}

export type Step = { readonly number: number } & (
  | { readonly does: 'asks'; readonly by: string; readonly asked: Asked; readonly reply: Json }
  /** A request that had timed out arrives. */
  | { readonly does: 'arrives'; readonly by: string; readonly asked: Asked; readonly reply: Json }
  /** A process that waited for a row hears the answer. */
  | { readonly does: 'hears'; readonly by: string; readonly reply: Json }
  | { readonly does: 'crashes'; readonly by: string }
  /** Nothing is asked. */
  | { readonly does: 'pauses' }
  | { readonly does: 'sleeps'; readonly milliseconds: number }
)

/** A text of a cache, with what is left of its life in the server's own unit; null where it has no end. */
export interface CachedText {
  readonly text: string
  readonly lasts: number | null
}

/** A row; versions are those of the model. */
export interface StoredRow {
  readonly value: string
  readonly version: number
}

export interface Start {
  readonly database: ReadonlyMap<string, StoredRow>
  readonly redis: ReadonlyMap<string, CachedText>
  readonly memcached: ReadonlyMap<string, CachedText>
}

/** What a server had at the end, by key, as it would answer. */
export type Finals = Readonly<Record<'redis' | 'memcached' | 'database', ReadonlyMap<string, Json>>>

export const verdictNames = [
  'linearizable',
  'sequential',
  'perKeySequential',
  'readYourWrites',
  'monotonicReads',
] as const

export type VerdictName = (typeof verdictNames)[number]

export interface Recording {
  readonly name: string
  readonly title: string
  readonly start: Start
  readonly steps: readonly Step[]
  /** What clients saw; times are numbers of steps. */
  readonly history: History
  readonly initial: Initial
  readonly final: Finals
  readonly verdicts: ReadonlyMap<VerdictName, boolean>
}
