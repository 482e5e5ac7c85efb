/**
 * Several runs on one schedule, step by step: where they part, each later difference, and a transcript that says once
 * what all of them do and for each what only some do. As in `compareRuns`, only what a client is told or does
 * counts as different, and a step that had to be left out does.
 */
import type { Trace, TraceStep } from '../../model/engine/trace'
import { narrate, spoken } from './narrate'
import { causeOf, outcomeOf } from './outcomes'
import { listed } from './telling'

/** Runs, by their places, that say the same of a step. */
export interface Alike {
  readonly runs: readonly number[]
  readonly words: string
}

export interface Difference {
  /** From 1. */
  readonly step: number
  /** At least two, in the order of the runs. */
  readonly sides: readonly Alike[]
}

function grouped(words: readonly string[]): readonly Alike[] {
  const groups = new Map<string, number[]>()
  for (const [run, text] of words.entries()) groups.set(text, [...(groups.get(text) ?? []), run])
  return [...groups].map(([text, runs]) => ({ runs, words: text }))
}

function outcomeAt(trace: Trace, step: TraceStep): string {
  if (step.event.type === 'skip') return `left out, because ${step.event.why}`
  const cause = causeOf({ trace, step, event: step.event })
  const outcome = outcomeOf(step, trace.scenario.composed)
  return cause === null ? outcome : `${outcome}, because ${cause}`
}

/** Every step that does not come out alike; the first one is where the runs part. */
export function differencesOf(traces: readonly Trace[]): readonly Difference[] {
  const count = Math.min(...traces.map(({ steps }) => steps.length))
  return Array.from({ length: count }, (_, index) => index + 1).flatMap((number) => {
    const sides = traces.flatMap((trace) => {
      const step = trace.steps[number - 1]
      return step === undefined ? [] : [{ trace, step, outcome: outcomeOf(step, trace.scenario.composed) }]
    })
    if (new Set(sides.map(({ outcome }) => outcome)).size < 2) return []
    // What comes out alike may have several causes; the first one's is told for all.
    const told = sides.map(({ outcome }) => sides.find((side) => side.outcome === outcome))
    return [{ step: number, sides: grouped(told.map((side) => (side ? outcomeAt(side.trace, side.step) : ''))) }]
  })
}

const namesOf = (names: readonly string[], runs: readonly number[]): string =>
  listed(runs.map((run) => names[run] ?? ''))

/** `A and C: missed. B: missed without the lease, because T1 has held it since step 1.` */
export const differenceInWords = (names: readonly string[], { sides }: Difference): string =>
  sides.map(({ runs, words }) => `${namesOf(names, runs)}: ${words}.`).join(' ')

export interface SharedLine {
  readonly step: number
  /** As it stands in the schedule. */
  readonly word: string
  /** `parts` is the first difference. */
  readonly mark: 'parts' | 'differs' | null
  /** What happened; `names` is empty where it is the same for all. */
  readonly says: readonly { readonly names: string; readonly text: string }[]
}

/** What happened at each step, for all or for each. */
export function sharedTranscript(names: readonly string[], traces: readonly Trace[]): readonly SharedLine[] {
  const differences = differencesOf(traces).map(({ step }) => step)
  return (traces[0]?.steps ?? []).map(({ number, word }) => {
    const groups = grouped(traces.map((trace) => spoken(narrate(trace, number))))
    const place = differences.indexOf(number)
    return {
      step: number,
      word,
      mark: place === -1 ? null : place === 0 ? 'parts' : 'differs',
      says: groups.map(({ runs, words }) => ({ names: groups.length === 1 ? '' : namesOf(names, runs), text: words })),
    }
  })
}

const remarks = { parts: 'Here they part. ', differs: 'They differ here. ' } as const

/** A line of the transcript as one text, for copies and for screen readers. */
export const lineInWords = ({ step, word, mark, says }: SharedLine): string =>
  `Step ${step}, ${word}. ${mark === null ? '' : remarks[mark]}${says.map(({ names, text }) => (names === '' ? text : `${names}: ${text}`)).join(' ')}`
