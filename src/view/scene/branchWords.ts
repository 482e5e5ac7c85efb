/** Two runs of one tree in words: what they share, how each goes on where they part, and how each ends. */
import { narrate, spoken } from '../../course/narration'
import type { Trace } from '../../model/engine/trace'
import { runEndOf } from './runEnd'

export interface NamedRun {
  readonly name: string
  /** The whole run, as far as the guards let it happen. */
  readonly trace: Trace
  /** The words that were asked for. */
  readonly words: readonly string[]
}

function goesOn({ name, trace, words }: NamedRun, shared: number): string {
  const word = words[shared]
  if (word === undefined) return `${name} stops there.`
  const step = shared + 1
  if (trace.steps.length > shared) return `${name} goes on with ${word}: ${spoken(narrate(trace, step))}`
  return `${name} would go on with ${word}, which cannot happen under these guards.`
}

const sharedWords = (shared: number): string =>
  shared === 0
    ? 'They part at the first step.'
    : shared === 1
      ? 'They take the same first step, then part.'
      : `They take the same ${shared} steps, then part.`

/** Sentences, in order. `shared` counts the steps that both take alike. */
export const partingInWords = (runs: readonly [NamedRun, NamedRun], shared: number): readonly string[] => [
  sharedWords(shared),
  ...runs.map((run) => goesOn(run, shared)),
  ...runs.map(({ name, trace }) => `In the end ${name} ${runEndOf(trace).words}.`),
]
