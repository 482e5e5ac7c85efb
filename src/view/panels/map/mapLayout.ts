/**
 * Where the points of the schedule map lie, in pixels. Pure: sizes in, places out.
 *
 * Text keeps its size, so the grid gives way: cells shrink to CELL_MIN, long labels under the grid are turned upright, and
 * what is still too wide scrolls inside the panel.
 */
import type { MapEdge, ScheduleMap } from '../../../model/explore/scheduleMap'

/** One step of a client takes at least this many pixels, so that upright labels stay apart. */
export const CELL_MIN = 15
const CELL_MAX_X = 64
const CELL_MAX_Y = 46
/** The grid is not made higher than this, as long as the cells allow it. */
const HEIGHT_WISHED = 216
/** Room at the left and at the top for the shading around a point. */
const MARGIN = 16
const LABEL_MAX = 15

export interface MapLayout {
  readonly width: number
  readonly height: number
  /** Steps along each axis. */
  readonly columns: number
  readonly rows: number
  readonly cellX: number
  readonly cellY: number
  /** Labels under the grid stand upright, because they are wider than a cell. */
  readonly isUpright: boolean
  /** What each step asks, along both axes. */
  readonly labelsX: readonly string[]
  readonly labelsY: readonly string[]
  /** Pixels of the point (0, 0). */
  readonly originX: number
  readonly originY: number
}

/** What the `step`th step of a client asks, over all places where it is taken, most frequent first. */
function labelAt(edges: readonly MapEdge[], axis: 'x' | 'y', step: number): string {
  const times = new Map<string, number>()
  for (const edge of edges)
    if (edge.axis === axis && edge[axis] === step)
      for (const label of edge.label.split(' / ')) times.set(label, (times.get(label) ?? 0) + 1)
  const labels = [...times.entries()].sort(([, a], [, b]) => b - a).map(([label]) => label)
  const whole = labels.join(' / ')
  return whole.length <= LABEL_MAX ? whole : `${String(labels[0])} / …`
}

const clamp = (value: number, low: number, high: number) => Math.round(Math.min(high, Math.max(low, value)))
const longest = (labels: readonly string[]) => Math.max(0, ...labels.map((label) => label.length))

/**
 * @param width what the container offers, in pixels
 * @param letter how wide a letter of the labels is, in pixels: their typeface is monospaced
 */
export function layoutOf(map: Pick<ScheduleMap, 'points' | 'edges'>, width: number, letter: number): MapLayout {
  const columns = Math.max(0, ...map.points.map(({ x }) => x))
  const rows = Math.max(0, ...map.points.map(({ y }) => y))
  const labels = (axis: 'x' | 'y', count: number) =>
    Array.from({ length: count }, (_, step) => labelAt(map.edges, axis, step))
  const labelsX = labels('x', columns)
  const labelsY = labels('y', rows)
  const cellY = clamp(HEIGHT_WISHED / Math.max(1, rows), CELL_MIN, CELL_MAX_Y)
  const right = Math.max(MARGIN, Math.ceil(longest(labelsY) * letter) + MARGIN)
  const cellX = clamp((width - MARGIN - right) / Math.max(1, columns), CELL_MIN, CELL_MAX_X)
  const isUpright = longest(labelsX) * letter > cellX - 3
  const bottom = Math.ceil(isUpright ? longest(labelsX) * letter + 18 : 18 + 2.4 * letter)
  return {
    width: MARGIN + columns * cellX + right,
    height: MARGIN + rows * cellY + bottom,
    columns,
    rows,
    cellX,
    cellY,
    isUpright,
    labelsX,
    labelsY,
    originX: MARGIN,
    originY: MARGIN + rows * cellY,
  }
}

export const placeOf = (layout: MapLayout, { x, y }: { readonly x: number; readonly y: number }) => ({
  left: layout.originX + x * layout.cellX,
  top: layout.originY - y * layout.cellY,
})

/** The point of the map nearest to a place in the drawing; null for a map without points. */
export function pointAt<Point extends { readonly x: number; readonly y: number }>(
  layout: MapLayout,
  points: readonly Point[],
  left: number,
  top: number,
): Point | null {
  let best: Point | null = null
  let least = Infinity
  for (const point of points) {
    const place = placeOf(layout, point)
    const distance = Math.hypot(place.left - left, place.top - top)
    if (distance < least) {
      least = distance
      best = point
    }
  }
  return best
}
