/**
 * What clients are up to. A bar begins with an operation's first step and ends with its last; while
 * others step between two of its requests it is paused. A client that a lease holds up is waiting,
 * although its operation has not begun. Bars reach a little over their rows and leave gaps between
 * kinds; `REACH` and `GAP` are in rows.
 */
import { isWaiting } from '../../course/narration'
import type { Trace, TraceStep } from '../../model/engine/trace'
import { clientLane, type Bar, type CrashMark } from './scene'

export type PlainBar = Omit<Bar, 'isGhost'>
export type PlainCrash = Omit<CrashMark, 'isGhost'>

const REACH = 0.24
const GAP = 0.1

/** Steps of one client grouped by operation, as far as it lives to see them. */
function operationsOf(trace: Trace, name: string, crash: number | null): readonly (readonly TraceStep[])[] {
  const operations: TraceStep[][] = []
  for (const step of trace.steps) {
    if (step.event.type !== 'request' || step.event.client !== name) continue
    if (crash !== null && step.number > crash) break
    if (step.event.begins || operations.length === 0) operations.push([])
    operations.at(-1)?.push(step)
  }
  return operations
}

/** Running and paused stretches between the steps of an operation or a round; `until` is where an unfinished one stops. */
export function stretches(steps: readonly TraceStep[], until: number | null, end: number) {
  const spans: { kind: 'running' | 'paused'; from: number; to: number }[] = []
  const numbers = steps.map(({ number }) => number)
  let from = (numbers[0] ?? 0) - REACH
  numbers.forEach((number, index) => {
    const next = numbers[index + 1] ?? until
    if (next === null) {
      spans.push({ kind: 'running', from, to: number + REACH })
    } else if (next > number + 1) {
      const resumes = next === end ? end + GAP : next - REACH
      spans.push({ kind: 'running', from, to: number + REACH })
      spans.push({ kind: 'paused', from: number + REACH + GAP, to: resumes - GAP })
      from = resumes
    } else if (numbers[index + 1] === undefined) {
      spans.push({ kind: 'running', from, to: next })
    }
  })
  return spans
}

/** Stretches of steps during which `is` says yes, each from its first step to the first one without. */
function stretchesWhere(trace: Trace, is: (step: TraceStep) => boolean): { from: number; to: number }[] {
  const spans: { from: number; to: number }[] = []
  let from: number | null = null
  for (const step of trace.steps) {
    if (is(step)) from ??= step.number
    else if (from !== null) {
      spans.push({ from, to: step.number })
      from = null
    }
  }
  if (from !== null) spans.push({ from, to: trace.steps.length + 1 })
  return spans
}

/** The step at which a client crashes; null when it does not. */
const crashStep = (trace: Trace, name: string): number | null =>
  trace.steps.find(({ event }) => event.type === 'crash' && event.client === name)?.number ?? null

/** Everything that is drawn over the clients' lifelines. */
export function barsOf(trace: Trace): readonly PlainBar[] {
  const end = trace.steps.length + 1
  return trace.scenario.clients.flatMap(({ name }, client) => {
    const lane = clientLane(name)
    const crash = crashStep(trace, name)
    const busy = operationsOf(trace, name, crash).flatMap((steps) => {
      const last = steps.at(-1)
      const isOver = last?.event.type === 'request' && last.event.ends
      const isCutOff = crash !== null && last !== undefined && last.after.clients[name]?.status === 'inside'
      const isOpen = !isOver && last?.number !== trace.steps.length
      return stretches(steps, isOver ? null : isCutOff ? crash : isOpen ? end : null, end)
    })
    const waiting = stretchesWhere(trace, ({ after }) => isWaiting(after.clients[name]))
    return [
      ...busy.map((span) => ({ ...span, lane, client, slot: 0, tag: '' })),
      ...waiting.map((span) => ({
        from: span.from + REACH + GAP,
        to: span.to - REACH - GAP,
        kind: 'waiting' as const,
        lane,
        client,
        slot: 0,
        tag: '',
      })),
    ]
  })
}

/** Timers from the commit that sets them to the step at which they fire. */
export function pendingOf(trace: Trace): readonly PlainBar[] {
  const open: { client: string; from: number; slot: number }[] = []
  const bars: PlainBar[] = []
  const place = (name: string) =>
    Math.max(
      0,
      trace.scenario.clients.findIndex((client) => client.name === name),
    )
  const bar = (timer: { client: string; from: number; slot: number }, to: number): PlainBar => ({
    lane: 'timer',
    kind: 'pending',
    client: place(timer.client),
    slot: timer.slot,
    tag: timer.client,
    from: timer.from,
    to,
  })
  for (const { event, number } of trace.steps) {
    if (event.type === 'request' && event.request.later && event.fault !== 'failed') {
      const slot = [0, 1, 2, 3, 4, 5, 6, 7].find((free) => open.every((timer) => timer.slot !== free)) ?? 0
      open.push({ client: event.client, from: number, slot })
    }
    if (event.type !== 'timer') continue
    const index = open.findIndex((timer) => timer.client === event.client)
    for (const timer of open.splice(index, index < 0 ? 0 : 1)) bars.push(bar(timer, number))
  }
  return [...bars, ...open.map((timer) => bar(timer, trace.steps.length + 1))]
}

export const crashesOf = (trace: Trace): readonly PlainCrash[] =>
  trace.scenario.clients.flatMap(({ name }, client) => {
    const at = crashStep(trace, name)
    return at === null ? [] : [{ lane: clientLane(name), client, at }]
  })
