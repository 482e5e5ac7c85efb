/**
 * Trace and playhead to scene. All but the ghosts depends on the trace alone and is kept for as long as
 * the trace lives, so that moving the playhead costs next to nothing.
 */
import type { Trace } from '../../model/engine/trace'
import { keysOf } from '../../model/scenario/scenario'
import { barsOf, crashesOf, pendingOf, type PlainBar, type PlainCrash } from './bars'
import { flightsOf, type PlainFlight } from './flights'
import { lanesOf } from './lanes'
import { waitingOf } from './log'
import { bandsOf, holdBandsOf, markerBandsOf, type Band, type HoldBand, type MarkerBand } from './ribbons'
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

const wholes = new WeakMap<Trace, Whole>()

function wholeOf(trace: Trace): Whole {
  const known = wholes.get(trace)
  if (known) return known
  const whole: Whole = {
    lanes: lanesOf(trace.scenario),
    keys: keysOf(trace.scenario),
    rows: rowsOf(trace),
    bands: bandsOf(trace),
    holds: holdBandsOf(trace),
    markers: markerBandsOf(trace),
    bars: [...barsOf(trace), ...pendingOf(trace), ...waitingOf(trace)],
    crashes: crashesOf(trace),
    flights: flightsOf(trace),
  }
  wholes.set(trace, whole)
  return whole
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

/**
 * The scene of a run at a playhead, which counts steps; one outside the run is taken as its nearest end.
 * Total: any trace that `replay` returns has a scene.
 */
export function sceneOf(trace: Trace, playhead: number): Scene {
  const { lanes, keys, rows, bands, holds, markers, bars, crashes, flights } = wholeOf(trace)
  const steps = Number.isNaN(playhead) ? 0 : Math.min(Math.max(0, Math.trunc(playhead)), rows.length)
  const now = steps === rows.length ? rows.length + 1 : steps + 0.5
  return {
    lanes,
    keys,
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
