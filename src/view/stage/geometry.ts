/**
 * Where things stand: lanes across, rows down, in CSS pixels. Pure arithmetic over a scene's lanes and
 * the surface, so that a layout can be tested without drawing it.
 *
 * Lanes keep equal distances, because a label stands in the gap beside the client that asks. Below
 * 130 px a gap is narrow: heads and labels turn to their short forms and pills to signs. A gap never
 * falls below `GAP_MIN`; a scene with more lanes than fit is wider than its surface.
 */
import type { Lane } from '../scene'
import type { Surface } from './surface'

const GAP_MIN = 40
const GAP_MAX = 244
const GAP_NARROW = 130

/** Width of one character of the monospaced face, in font sizes. */
export const MONO = 0.6

export interface Sizes {
  readonly label: number
  readonly reply: number
  readonly head: number
  readonly sign: number
}

export interface Geometry {
  /** Of the drawing; at least the surface's. */
  readonly width: number
  readonly isNarrow: boolean
  readonly gap: number
  /** From the outermost lanes to the edges of what belongs to them. */
  readonly edge: number
  readonly left: number
  readonly right: number
  readonly rowHeight: number
  readonly headHeight: number
  readonly headWidth: number
  readonly sizes: Sizes
  readonly scale: number
  readonly line: number
  readonly ribbonWidth: number
  /** The middle of each lane. */
  readonly lanes: ReadonlyMap<string, number>
  readonly keyCount: number
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))

/** Ribbons get slimmer the more keys share a lane. */
const slimmed = (width: number, keyCount: number) => Math.round(width * (1 - 0.13 * Math.min(3, keyCount - 1)))

const RIBBON_GAP = 4

export function geometryOf(lanes: readonly Lane[], keyCount: number, surface: Surface): Geometry {
  const scale = surface.textScale
  const gaps = Math.max(1, lanes.length - 1)
  const edge = clamp(surface.width * 0.118, 38 * scale, 112 * scale)
  const gap = clamp((surface.width - 2 * edge) / gaps, GAP_MIN * scale, GAP_MAX * scale)
  const width = Math.max(surface.width, Math.ceil(2 * edge + gaps * gap))
  const isNarrow = gap < GAP_NARROW * scale
  const left = (width - 2 * edge - gaps * gap) / 2
  return {
    width,
    isNarrow,
    gap,
    edge,
    left,
    right: width - left,
    rowHeight: Math.round((isNarrow ? 52 : 62) * scale * (surface.rowScale ?? 1)),
    headHeight: Math.round((isNarrow ? 46 : 58) * scale) + (keyCount > 1 ? Math.round(14 * scale) : 0),
    headWidth: Math.min(132 * scale, gap - (isNarrow ? 8 : 24) * scale, 2 * edge - 4),
    sizes: isNarrow
      ? { label: 11 * scale, reply: 10.5 * scale, head: 13 * scale, sign: 11 * scale }
      : { label: 12 * scale, reply: 11 * scale, head: 13.5 * scale, sign: 11.5 * scale },
    scale,
    line: surface.lineScale,
    ribbonWidth: slimmed((isNarrow ? 20 : 26) * scale, keyCount),
    lanes: new Map(lanes.map(({ id }, index) => [id, left + edge + index * gap])),
    keyCount,
  }
}

export const laneX = (geometry: Geometry, lane: string): number => geometry.lanes.get(lane) ?? geometry.left

/** The middle of one key's ribbon. */
export function ribbonX(geometry: Geometry, lane: string, slot: number): number {
  const step = geometry.ribbonWidth + RIBBON_GAP
  return laneX(geometry, lane) + (slot - (geometry.keyCount - 1) / 2) * step
}

/** The height of a position: 0 is just under the heads, a whole number the middle of its row. */
export function yOf({ rowHeight }: Geometry, position: number): number {
  const first = Math.round(rowHeight * 0.66)
  return position < 1 ? 2 + Math.max(0, position) * (first - 2) : first + (position - 1) * rowHeight
}

/** The position half-way between two rows that is nearest the middle of a stretch: where no arrow crosses a label. */
export function betweenRows(from: number, to: number): number {
  const middle = (from + to) / 2
  const between = Math.ceil(middle) - 0.5
  return between > from + 0.2 && between < to - 0.2 ? between : middle
}

/** Rows that a stage has room for from the start, so that it does not grow under the first steps. */
const ROWS_MIN = 6

/** What comes after the last row, in rows: enough to see the state that the run ends in. */
const TAIL = 1.25

/** The lower end of a drawing with this many rows, as a position. */
export const lowerEnd = (rows: number): number => Math.max(ROWS_MIN, rows) + TAIL

/** The height of a drawing with this many rows. */
export const heightOf = (geometry: Geometry, rows: number): number => Math.ceil(yOf(geometry, lowerEnd(rows)) + 4)

/** Width of a text in the monospaced face. */
export const textWidth = (text: string, size: number): number => text.length * MONO * size
