/**
 * One text, edited by hand or through a form, and the Lab in step with it.
 *
 * The text is the truth: the form shows what stands in it and changes it in place. Once it has been sound for a moment the
 * Lab follows. What is switched in the Lab goes back into the text. A text is never replaced without being put aside.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { carriedOver, patched } from '../../../model/scenario/draft/patch'
import { problemsByPlace } from '../../../model/scenario/draft/places'
import { sketchOf, type Sketch } from '../../../model/scenario/draft/sketch'
import { parseScenario } from '../../../model/scenario/parse'
import { printScenario } from '../../../model/scenario/print'
import type { Problem } from '../../../model/scenario/problem'
import type { Scenario } from '../../../model/scenario/scenario'
import { openingOf } from '../../../model/run/course'
import { wallClock } from '../../player/clock'
import type { Player } from '../../player/player'

/** How long a text must have been left alone before the Lab follows it. */
export const PAUSE_MILLISECONDS = 400

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** The text that was edited last, and the scenario that the Lab had then: it is there again when the editor is. */
const memory: { last: { readonly text: string; readonly of: Scenario } | null } = { last: null }

const isSound = (text: string): boolean => 'scenario' in parseScenario(text, 'scenario')

function firstTexts(scenario: Scenario): { readonly text: string; readonly aside: string | null } {
  const { last } = memory
  if (last?.of === scenario) return { text: last.text, aside: null }
  // What is sound has been in the Lab, and undo brings it back; what is not would be lost.
  return { text: printScenario(scenario), aside: last === null || isSound(last.text) ? null : last.text }
}

/** Shows a sound scenario in the Lab: the present run goes on under it, unless it brings a run of its own. */
function follow(player: Player, next: Scenario, last: Scenario): void {
  const hasOwnRun = !isSame(next.schedule, last.schedule) || next.seed !== undefined || last.seed !== undefined
  if (!hasOwnRun) player.edit(next)
  else player.open({ base: player.store.getState().base, scenario: next, schedule: openingOf(next), step: 0 })
}

export interface BuilderState {
  readonly text: string
  /** What the form shows; null where the text cannot be taken apart. */
  readonly sketch: Sketch | null
  readonly problems: readonly Problem[]
  readonly byPlace: ReadonlyMap<string, readonly Problem[]>
  /** The scenario that the text is; null where it is none yet. */
  readonly scenario: Scenario | null
  /** A text that another scenario took the place of. */
  readonly aside: string | null
  readonly write: (text: string) => void
  readonly change: (change: Partial<Sketch>) => void
  readonly bringBack: () => void
  readonly dismissAside: () => void
}

/** The text after a change in the Lab; null where another scenario takes its place. */
function textAfter(text: string, before: Scenario, after: Scenario): string | null {
  const [from, to] = [before, after].map((scenario) => sketchOf(printScenario(scenario)))
  return !from || !to || sketchOf(text) === null ? null : carriedOver(text, from, to)
}

/** Puts what the Lab changed into the text; another scenario takes its place. */
function useLabChanges(
  player: Player,
  shown: { current: Scenario },
  onChange: (before: Scenario, after: Scenario, isOther: boolean) => void,
) {
  const base = useRef(player.store.getState().base)
  useEffect(
    () =>
      player.store.subscribe((state) => {
        const before = shown.current
        if (state.scenario === before) return
        const isOther = state.base !== base.current
        base.current = state.base
        shown.current = state.scenario
        onChange(before, state.scenario, isOther)
      }),
    [player, shown, onChange],
  )
}

export function useBuilder(player: Player): BuilderState {
  const shown = useRef(player.store.getState().scenario)
  const [first] = useState(() => firstTexts(player.store.getState().scenario))
  const [text, setText] = useState(first.text)
  const [aside, setAside] = useState(first.aside)
  const parsed = useMemo(() => parseScenario(text, 'scenario'), [text])
  const scenario = 'scenario' in parsed ? parsed.scenario : null
  const present = useRef(text)
  useEffect(() => {
    present.current = text
    memory.last = { text, of: shown.current }
  }, [text])

  const hear = useCallback((before: Scenario, after: Scenario, isOther: boolean) => {
    const old = present.current
    const carried = isOther ? null : textAfter(old, before, after)
    if (carried === null && !isSound(old)) setAside(old)
    setText(carried ?? printScenario(after))
  }, [])
  useLabChanges(player, shown, hear)

  useEffect(() => {
    if (scenario === null) return undefined
    return wallClock.after(PAUSE_MILLISECONDS, () => {
      if (isSame(scenario, shown.current)) return
      const last = shown.current
      shown.current = scenario
      follow(player, scenario, last)
      memory.last = { text: present.current, of: scenario }
    })
  }, [player, scenario])

  const sketch = useMemo(() => sketchOf(text), [text])
  const problems = useMemo(() => ('problems' in parsed ? parsed.problems : []), [parsed])
  const byPlace = useMemo(() => problemsByPlace(text, problems), [text, problems])
  const change = useCallback(
    (changes: Partial<Sketch>) =>
      setText((old) => {
        const before = sketchOf(old)
        return before === null ? old : patched(old, before, { ...before, ...changes })
      }),
    [],
  )
  return {
    ...{ text, sketch, problems, byPlace, scenario, aside, change, write: setText },
    bringBack() {
      if (aside !== null) setText(aside)
      setAside(null)
    },
    dismissAside: () => setAside(null),
  }
}
