/**
 * Compares the verdicts about what clients saw with those of this project's own checkers. They look at the history
 * alone: no version, no server and no step of the model.
 */
import {
  isRegisterLinearizable,
  isSequential,
  isSequentialPerKey,
  readsInOrder,
  readsYourWrites,
  type History,
  type Initial,
} from '../histories'
import type { Recording, VerdictName } from './recording'

const checkers: Readonly<Record<VerdictName, (history: History, initial: Initial) => boolean>> = {
  linearizable: isRegisterLinearizable,
  sequential: isSequential,
  perKeySequential: isSequentialPerKey,
  readYourWrites: readsYourWrites,
  monotonicReads: readsInOrder,
}

/** One sentence about the first verdict that differs; null where none does. */
export function compareVerdicts({ history, initial, verdicts }: Recording): string | null {
  for (const [name, recorded] of verdicts)
    if (checkers[name](history, initial) !== recorded)
      return `The verdict: the recording says that ${name} is ${String(recorded)} of its ${history.length} operations, and the checker says ${String(!recorded)}.`
  return null
}
