/**
 * How the step of something that is no client is written in a schedule: `crash:T2` is about a client,
 * `evict:x` about a key, and `restart` about neither.
 */
export interface WordForm {
  /** What stands before the colon, or alone. */
  readonly head: string
  readonly of: 'client' | 'key' | null
}
