/**
 * Every property at one step of a run: whether it holds so far, and, where it does not, the steps that conflict.
 *
 * A property without end is about no step of a run and stands in no list here.
 */
import type { Trace } from '../../engine/trace'
import { propertyNamed } from '../../properties'
import { standingsAlong, type Standing } from './along'
import { conflictOf, staleRead, type Conflict } from './conflicts'

export interface PropertyNow {
  readonly property: string
  readonly standing: Standing
  /** The first step from which on it stands so, without a break; 0 for the start. */
  readonly since: number
  /** Null where it holds, or where no two steps tell it. */
  readonly conflict: Conflict | null
}

export interface Why {
  readonly properties: readonly PropertyNow[]
  /** The write that a read answered at this step missed, whatever is checked; null where none did. */
  readonly staleRead: Conflict | null
}

const known = new WeakMap<Trace, ReadonlyMap<string, readonly Standing[]>>()

function standingsOf(trace: Trace): ReadonlyMap<string, readonly Standing[]> {
  const remembered = known.get(trace)
  if (remembered) return remembered
  const judged = trace.scenario.check.flatMap((name) => propertyNamed(name) ?? []).filter(({ endless }) => !endless)
  const standings = new Map(judged.map((property) => [property.name, standingsAlong(property, trace)] as const))
  known.set(trace, standings)
  return standings
}

/** Longer runs are not gone through while somebody waits. */
export const WHY_MAX = 256

/** What there is to say after `step` steps; null of a run that is too long. */
export function whyAt(trace: Trace, step: number): Why | null {
  if (trace.steps.length > WHY_MAX) return null
  const properties = [...standingsOf(trace)].map(([property, standings]): PropertyNow => {
    const standing = standings[step] ?? 'holds'
    let since = step
    while (since > 0 && standings[since - 1] === standing) since--
    // What is violated for good is so since the step that did it, and that is where the conflict is.
    const conflict = standing === 'holds' ? null : conflictOf(property, trace, step)
    return { property, standing, since, conflict }
  })
  return { properties, staleRead: staleRead(trace, step) }
}
