/** The text of a program as the code panel shows it: made at build from the very file that runs. */

export type Tone = 'plain' | 'keyword' | 'name' | 'comment' | 'string'

/** A stretch of text in one tone; never contains a line break. */
export interface Token {
  readonly text: string
  readonly tone: Tone
}

export interface ProgramSource {
  /** The pattern's or the guard's name, as requests carry it in their places. */
  readonly source: string
  /** What a person calls it. */
  readonly title: string
  /** A learner has written it. */
  readonly isOwn?: true
  /** Line `n` of a place is `lines[n - 1]`. */
  readonly lines: readonly (readonly Token[])[]
}
