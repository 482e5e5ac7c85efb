/** A run in words: one sentence a step, generated from the events. */
import type { Trace } from '../../model/engine/trace'
import { plainly, type Narration } from './narration'
import { sentenceFor } from './sentences'

/** Says step `stepNumber`, from 1; step 0 and steps that the run does not have get the start's sentence. */
export function narrate(trace: Trace, stepNumber: number): Narration {
  const step = trace.steps[stepNumber - 1]
  return step ? sentenceFor({ trace, step, event: step.event }) : plainly('Nothing has happened yet.', null)
}

/** A narration as one text: the headline, where there is one, and what happened. */
export const spoken = ({ headline, text }: Narration): string => (headline === null ? text : `${headline} ${text}`)

/**
 * One entry a step, in order and without numbers: what the picture shows, for those who do not see it. Of a long run
 * a stretch may do, from one step to another.
 */
export const transcript = (trace: Trace, { first, last } = { first: 1, last: trace.steps.length }): string[] =>
  trace.steps.slice(first - 1, last).map(({ number }) => spoken(narrate(trace, number)))
