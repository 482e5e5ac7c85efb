/** What is said about one step, and the few ways to say it. */

/** `bad`: something is wrong now; `good`: a guard or a late delete has just prevented or mended it. */
export type Tone = 'plain' | 'good' | 'bad'

export interface Narration {
  /** What went wrong, in one sentence; null for a step that needs no headline. */
  readonly headline: string | null
  /** What happened and why, in plain words. */
  readonly text: string
  /** What the field calls it; null where the plain words are the term. */
  readonly term: string | null
  readonly tone: Tone
}

export const plainly = (text: string, term: string | null): Narration => ({ headline: null, text, term, tone: 'plain' })

export const gladly = (text: string, term: string | null): Narration => ({ headline: null, text, term, tone: 'good' })

export const badly = (headline: string | null, text: string, term: string | null): Narration => ({
  headline,
  text,
  term,
  tone: 'bad',
})
