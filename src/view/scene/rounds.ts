/** What programs without a client are up to: a bar for each round of a warm-up or of a reload, as for an operation. */
import type { Trace, TraceStep } from '../../model/engine/trace'
import { stretches, type PlainBar } from './bars'

interface Round {
  readonly lane: string
  readonly steps: TraceStep[]
  isOver: boolean
}

/** Every round, from its first step to its last; one that is still under way goes on to the end. */
export function roundsOf(trace: Trace): readonly PlainBar[] {
  const rounds: Round[] = []
  const open = new Map<string, Round>()
  for (const step of trace.steps) {
    if (step.event.type !== 'load') continue
    const { loader, key, ends } = step.event
    const round = open.get(`${loader} ${key}`) ?? { lane: loader, steps: [], isOver: false }
    if (round.steps.length === 0) rounds.push(round)
    round.steps.push(step)
    round.isOver = ends
    if (ends) open.delete(`${loader} ${key}`)
    else open.set(`${loader} ${key}`, round)
  }
  const end = trace.steps.length + 1
  return rounds.flatMap(({ lane, steps, isOver }) => {
    const goesOn = !isOver && steps.at(-1)?.number !== trace.steps.length
    return stretches(steps, goesOn ? end : null, end).map((span) => ({ ...span, lane, client: null, slot: 0, tag: '' }))
  })
}
