/**
 * Changes that have to wait. The page follows what a learner's program was seen to do and never runs it, so a run that
 * nobody has explored yet is asked of a worker first; the player stays as it is until the answer is there.
 */
import { Unlearned } from '../../model/own/walk'
import type { Scenario } from '../../model/scenario/scenario'
import type { Moment } from './moment'
import { wordsTo } from './runTree'

export type Learn = (scenario: Scenario, schedule: readonly string[]) => Promise<void>

/** Makes changes at once where that can be, and otherwise once what they need is learned, unless another came in between. */
export function waiting(learn: Learn | undefined): (moment: Moment, change: () => void) => void {
  let last = 0
  return ({ scenario, beside, tree, tip }, change) => {
    const turn = ++last
    try {
      change()
    } catch (error) {
      if (!(error instanceof Unlearned) || learn === undefined) throw error
      const retry = () => {
        if (turn === last) change()
      }
      const own = [scenario, ...beside].filter((each) => each.own !== undefined)
      // A refusal needs no words here: whoever learns says what is wrong with the program.
      Promise.all(own.map((each) => learn(each, wordsTo(tree, tip))))
        .then(retry)
        .catch(() => undefined)
    }
  }
}
