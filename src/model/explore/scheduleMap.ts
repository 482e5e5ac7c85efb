/**
 * The schedule map: every way in which two clients' steps can mix, as paths on a grid.
 *
 * A point (x, y) stands for "the first client has taken x steps, the second y". An edge is one step.
 * Its fate says how the complete schedules through it end, over everything else that may happen:
 * `safe` none violates the property, `doomed` all do, `mixed` some do.
 */
export type Fate = 'safe' | 'mixed' | 'doomed'

export interface MapPoint {
  readonly x: number
  readonly y: number
  /** A complete schedule can end here. */
  readonly isEnd: boolean
  readonly fate: Fate
}

export interface MapEdge {
  /** Where it starts. */
  readonly x: number
  readonly y: number
  readonly axis: 'x' | 'y'
  readonly fate: Fate
  /** What the step asks, e.g. `GET`, `SELECT`; several, joined by ` / `, where runs differ. */
  readonly label: string
}

export interface ScheduleMap {
  /** Names of the clients along x and y. */
  readonly clients: readonly [string, string]
  readonly property: string
  readonly points: readonly MapPoint[]
  readonly edges: readonly MapEdge[]
  /** Complete schedules, and how many of them violate the property. Counts, never probabilities. */
  readonly schedules: number
  readonly bad: number
}

/** Why a single run has no map. */
export const noMapOfRun = { reason: 'The map shows every interleaving, and this scenario is a single run.' } as const
