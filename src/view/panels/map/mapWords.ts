/** What the schedule map says in words, for everyone who does not see it and for everyone who does. */
import type { Fate, ScheduleMap } from '../../../model/explore/scheduleMap'
import type { Place } from './mapPath'

export interface MapProperty {
  readonly name: string
  readonly title: string
  /** What schedules do that violate it: `end with a stale entry`. */
  readonly violatedSays: string
}

const ahead: Readonly<Record<Fate, string>> = {
  safe: 'No way on from here is one of them.',
  mixed: 'From here it can still go either way.',
  doomed: 'Every way on from here is one of them.',
}

/**
 * The caption: how many schedules violate the property, and where the run stands among them.
 * @param fate how the schedules end that begin as the run did; null when that is not known
 * @param isOver nothing is left to choose
 */
export function caption(
  { schedules, bad }: Pick<ScheduleMap, 'schedules' | 'bad'>,
  { violatedSays }: MapProperty,
  fate: Fate | null,
  isOver: boolean,
): string {
  const all = schedules.toLocaleString('en')
  if (bad === 0)
    return schedules === 1
      ? `The only schedule does not ${violatedSays}.`
      : `None of the ${all} schedules ${violatedSays}.`
  const counted = `Schedules that ${violatedSays}: ${bad.toLocaleString('en')} of ${all}.`
  if (fate === null) return counted
  if (!isOver) return `${counted} ${ahead[fate]}`
  if (fate === 'mixed') return counted
  if (fate === 'safe') return `${counted} You are not on one of them.`
  return bad === 1 ? `${counted} You are on it.` : `${counted} You are on one of them.`
}

/** Where the run stands: `T1 has taken 2 of 3 steps, T2 1 of 2.` */
export const position = (clients: readonly [string, string], { x, y }: Place, columns: number, rows: number): string =>
  `${clients[0]} has taken ${String(x)} of ${String(columns)} steps, ${clients[1]} ${String(y)} of ${String(rows)}.`
