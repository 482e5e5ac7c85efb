/**
 * Trace and playhead to scene. All but the ghosts depends on the trace alone and is kept for as long as
 * the trace lives, so that moving the playhead costs next to nothing. Of a large run only the rows at hand are made.
 */
import type { Trace } from '../../model/engine/trace'
import { keysOf } from '../../model/scenario/scenario'
import { barsOf, crashesOf, pendingOf, type PlainBar, type PlainCrash } from './bars'
import { castLanes, isLarge, OTHERS } from './cast'
import { excerptOf } from './excerpt'
import { flightsOf, type PlainFlight } from './flights'
import { waitingOf } from './log'
import { bandsOf, holdBandsOf, markerBandsOf, type Band, type HoldBand, type MarkerBand } from './ribbons'
import { roundsOf } from './rounds'
import { rowsOf, type PlainRow } from './rows'
import type { Lane, Scene, Span } from './scene'

interface Whole {
  readonly lanes: readonly Lane[]
  readonly keys: readonly string[]
  readonly rows: readonly PlainRow[]
  readonly bands: readonly Band[]
  readonly holds: readonly HoldBand[]
  readonly markers: readonly MarkerBand[]
  readonly bars: readonly PlainBar[]
  readonly crashes: readonly PlainCrash[]
  readonly flights: readonly PlainFlight[]
}

/** Numbers of the first and the last row that are wanted. */
export interface RowRange {
  readonly first: number
  readonly last: number
}

const wholes = new WeakMap<Trace, Whole>()

function wholeOf(trace: Trace): Whole {
  const known = wholes.get(trace)
  if (known) return known
  const whole: Whole = {
    lanes: castLanes(trace.scenario),
    keys: keysOf(trace.scenario),
    rows: rowsOf(trace),
    bands: bandsOf(trace),
    holds: holdBandsOf(trace),
    markers: markerBandsOf(trace),
    bars: [...barsOf(trace), ...pendingOf(trace), ...waitingOf(trace), ...roundsOf(trace)],
    crashes: crashesOf(trace),
    flights: flightsOf(trace),
  }
  wholes.set(trace, whole)
  return whole
}

const parts = new WeakMap<Trace, { readonly from: number; readonly to: number; readonly part: Whole }>()

/** The rows of a large run within a range, and what lasts there; the last range that was asked for is kept. */
function partOf(trace: Trace, { first, last }: RowRange): Whole {
  const from = Math.max(0, first - 1)
  const to = Math.min(trace.steps.length, last)
  const known = parts.get(trace)
  if (known?.from === from && known.to === to) return known.part
  const lanes = castLanes(trace.scenario)
  const excerpt = wholeOf(excerptOf(trace, from, to))
  const moved = <Stretch extends { readonly from: number; readonly to: number }>(stretch: Stretch): Stretch => ({
    ...stretch,
    from: stretch.from + from,
    to: stretch.to + from,
  })
  const laneOf = (lane: string) => (lanes.some(({ id }) => id === lane) ? lane : OTHERS)
  const part: Whole = {
    lanes,
    keys: excerpt.keys,
    rows: excerpt.rows.map((row) => ({
      ...row,
      number: row.number + from,
      from: laneOf(row.from),
      to: laneOf(row.to),
    })),
    bands: excerpt.bands.map(moved),
    holds: excerpt.holds.map(moved),
    markers: excerpt.markers.map(moved),
    bars: excerpt.bars.map(moved),
    crashes: crashesOf(trace).filter(({ lane }) => laneOf(lane) === lane),
    flights: excerpt.flights.map(moved),
  }
  parts.set(trace, { from, to, part })
  return part
}

/** A stretch, cut in two where the ghosts begin. */
function cut<Stretch extends Omit<Span, 'isGhost'>>(stretch: Stretch, now: number): (Stretch & Span)[] {
  if (stretch.to <= now) return [{ ...stretch, isGhost: false }]
  if (stretch.from >= now) return [{ ...stretch, isGhost: true }]
  return [
    { ...stretch, to: now, isGhost: false },
    { ...stretch, from: now, isGhost: true },
  ]
}

/** Rows of a large run for whoever does not say which. */
const firstRows: RowRange = { first: 0, last: 60 }

/**
 * The scene of a run at a playhead, which counts steps; one outside the run is taken as its nearest end. `range` says
 * which rows of a large run are wanted; any other has them all.
 * Total: any trace that `replay` returns has a scene.
 */
export function sceneOf(trace: Trace, playhead: number, range: RowRange = firstRows): Scene {
  const whole = isLarge(trace) ? partOf(trace, range) : wholeOf(trace)
  const { lanes, keys, rows, bands, holds, markers, bars, crashes, flights } = whole
  const count = trace.steps.length
  const steps = Number.isNaN(playhead) ? 0 : Math.min(Math.max(0, Math.trunc(playhead)), count)
  const now = steps === count ? count + 1 : steps + 0.5
  return {
    lanes,
    keys,
    count,
    rows: rows.map((row) => ({ ...row, isGhost: row.number > steps })),
    ribbons: bands.flatMap((band) => cut(band, now)),
    holds: holds.flatMap((band) => cut(band, now)),
    markers: markers.flatMap((band) => cut(band, now)),
    bars: bars.flatMap((bar) => cut(bar, now)),
    crashes: crashes.map((mark) => ({ ...mark, isGhost: mark.at > steps })),
    flights: flights.flatMap((flight) => cut(flight, now)),
    playhead: steps,
  }
}
