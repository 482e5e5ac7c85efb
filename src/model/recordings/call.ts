/**
 * What a recorded request asks of one server. Its text is understood once, while the recording is read; what comes of
 * it is a call, which is then made in its turn, or later where it was held up on the way.
 */
import type { Answer } from './reply'
import type { Numbering } from './texts'

export interface Call<Server> {
  /** The keys of that server that it may touch. */
  readonly keys: readonly string[]
  /** How a script among them reads versions in stored texts. */
  readonly numbering?: Numbering
  /** How many commits it may make at most. */
  readonly commits?: number
  /** It leaves entries and marks them stale. */
  readonly marksStale?: true
  /** The one value that it stores under a key, whatever was there. */
  readonly stores?: { readonly key: string; readonly value: string }
  /** The one value that it puts into a queue for a key. */
  readonly queues?: { readonly hash: string; readonly key: string; readonly value: string }
  /** What the server answers; `by` is the process that asks. */
  perform(server: Server, by: string): Answer
}

/** One command of a server. */
export interface Command<Server> {
  /** As it stands in the request; matched without regard to case where the server does so. */
  readonly name: string
  /** How it is written, for whoever wrote it otherwise. */
  readonly usage: string
  /** Understands the words after the name; null where they mean nothing. */
  read(words: readonly string[]): Call<Server> | null
}
