/** How a run ends, in a few words: what the marks at the ends of a run tree stand for. */
import { narrate, standingOf } from '../../course/narration'
import { worldAt, type Trace } from '../../model/engine/trace'
import { keysOf } from '../../model/scenario/scenario'

export interface RunEnd {
  /**
   * `bad`: something went wrong and stayed wrong, or was seen to be wrong; `good`: nothing did, and nothing more has to
   * happen; `open`: it may still go on; `stopped`: under these guards one of its steps cannot happen.
   */
  readonly kind: 'bad' | 'good' | 'open' | 'stopped'
  /** As it follows a name: `ends stale`. */
  readonly words: string
  /** The step that it is about; null where it is about none. */
  readonly step: number | null
}

const wrong = ['stale', 'ahead'] as const

/** The way in which the cache is wrong after the last step; null where it is not. */
function wrongAtEnd(trace: Trace): (typeof wrong)[number] | null {
  const world = worldAt(trace, trace.steps.length)
  const standings = keysOf(trace.scenario).map((key) => standingOf(world, key))
  return wrong.find((standing) => standings.includes(standing)) ?? null
}

/** Judges one run by itself; that it ends well says nothing about the other schedules. */
export function runEndOf(trace: Trace): RunEnd {
  const { refused, steps, isQuiet } = trace
  if (refused !== null) return { kind: 'stopped', words: `cannot go on at step ${refused.step}`, step: refused.step }
  const isWrong = isQuiet ? wrongAtEnd(trace) : null
  const bad = steps.find(({ number }) => narrate(trace, number).tone === 'bad')?.number ?? null
  if (isWrong === 'stale') return { kind: 'bad', words: 'ends stale', step: bad }
  if (isWrong === 'ahead') return { kind: 'bad', words: 'ends ahead of the database', step: bad }
  if (bad !== null) return { kind: 'bad', words: `goes wrong at step ${bad}`, step: bad }
  return isQuiet
    ? { kind: 'good', words: 'ends well', step: null }
    : { kind: 'open', words: steps.length === 0 ? 'has not begun' : 'goes on', step: null }
}
