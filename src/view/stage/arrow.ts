/** One row's arrow in pixels: where it starts and ends, and which words fit where. Pure. */
import type { Scene, SceneRow } from '../scene'
import { laneX, MONO, ribbonX, textWidth, yOf, type Geometry } from './geometry'

/** A text and the font size at which it fits. */
export interface Fitted {
  readonly text: string
  readonly size: number
}

export interface Arrow {
  readonly y: number
  readonly x1: number
  /** The tip. */
  readonly x2: number
  /** 1 to the right, -1 to the left. */
  readonly direction: 1 | -1
  /** Where the words stand: over and under the line around their `middle`, or from their `start` beside a sign. */
  readonly labelX: number
  readonly anchor: 'middle' | 'start'
  readonly label: Fitted
  readonly reply: Fitted
}

const BAR_HALF = 5
/** Between words and what they stand beside, both sides together. */
const ROOM = 8
/** Below this size, in the smallest scale, a text is left too wide instead. */
const SIZE_MIN = 9

/** The longer text if it fits, otherwise the shorter one, as small as it must be. */
function fitted(long: string, short: string, size: number, room: number, scale: number): Fitted {
  if (textWidth(long, size) <= room) return { text: long, size }
  const fits = room / (Math.max(1, short.length) * MONO)
  return { text: short, size: Math.min(size, Math.max(SIZE_MIN * scale, fits)) }
}

/** Half the width of what stands on a lane; of one ribbon, where there are several. */
function halfWidth(geometry: Geometry, lane: string): number {
  if (lane === 'timer' || lane === 'log') return 7 * geometry.scale
  return lane.startsWith('client:') ? BAR_HALF * geometry.scale : geometry.ribbonWidth / 2
}

const isResource = (lane: string) => ['cache', 'queue', 'replica', 'database'].includes(lane)

const middleOf = (geometry: Geometry, lane: string, slot: number | null) =>
  isResource(lane) ? ribbonX(geometry, lane, slot ?? 0) : laneX(geometry, lane)

/** How far a request comes that does not arrive, as a share of its way: past its words. */
const CUT_OFF = 0.8

/** Where a late request hangs, and where a lost one ends: on the way from the lane to the cache. */
export function cutOff(geometry: Geometry, lane: string, slot: number | null, place: number): number {
  const { scale } = geometry
  if (lane === 'cache') return laneX(geometry, lane) + reachOf(geometry, lane) + 30 * scale
  const start = laneX(geometry, lane)
  const end = middleOf(geometry, 'cache', slot)
  const direction = end > start ? 1 : -1
  return start + (end - start) * CUT_OFF - direction * 9 * scale * place
}

/** From the middle of a lane to the edge of all that stands on it. */
function reachOf(geometry: Geometry, lane: string): number {
  if (!isResource(lane)) return halfWidth(geometry, lane)
  return ribbonX(geometry, lane, geometry.keyCount - 1) - laneX(geometry, lane) + geometry.ribbonWidth / 2
}

/** The words of a row, in a gap of so much room. */
const wordsOf = ({ sizes, scale }: Geometry, row: SceneRow, room: number) => ({
  label: fitted(row.label, row.short, sizes.label, room, scale),
  reply: fitted(row.reply, row.shortReply, sizes.reply, room, scale),
})

/** A step that stays at its lane. Its words stand beside its sign, or around it where the gap is too narrow. */
function selfArrow(geometry: Geometry, scene: Scene, row: SceneRow): Arrow {
  const { scale } = geometry
  const isCrash = row.kind === 'crash'
  const edge = laneX(geometry, row.from) + reachOf(geometry, row.from)
  const x1 = isCrash
    ? laneX(geometry, row.from)
    : middleOf(geometry, row.from, row.slot) + halfWidth(geometry, row.from)
  const x2 = isCrash ? x1 + 14 * scale : edge + (geometry.isNarrow ? 20 : 30) * scale
  const from = scene.lanes.findIndex(({ id }) => id === row.from)
  const beside = scene.lanes[from + 1]
  const gapEnd = beside ? laneX(geometry, beside.id) - reachOf(geometry, beside.id) : geometry.width
  const room = gapEnd - x2 - 6 - ROOM
  const base = { y: yOf(geometry, row.number), x1, x2, direction: 1 as const }
  if (isCrash || textWidth(row.label, geometry.sizes.label) <= room) {
    return { ...base, labelX: x2 + 6, anchor: 'start', ...wordsOf(geometry, row, room) }
  }
  return { ...base, labelX: (edge + gapEnd) / 2, anchor: 'middle', ...wordsOf(geometry, row, gapEnd - edge - ROOM) }
}

/** Lays out the arrow of a row. Its label stands in the gap beside the lane where it starts. */
export function arrowOf(geometry: Geometry, scene: Scene, row: SceneRow): Arrow {
  if (row.kind !== 'message') return selfArrow(geometry, scene, row)
  const start = middleOf(geometry, row.from, row.slot)
  const end = middleOf(geometry, row.to, row.slot)
  const direction = end > start ? 1 : -1
  const x1 = start + direction * (halfWidth(geometry, row.from) + 3)
  const x2 = end - direction * (halfWidth(geometry, row.to) + 3)
  const from = scene.lanes.findIndex(({ id }) => id === row.from)
  const cut = cutOff(geometry, row.from, row.slot, row.place)
  const beside = scene.lanes[from + direction]?.id ?? row.to
  const gapStart = laneX(geometry, row.from) + direction * reachOf(geometry, row.from)
  const gapEnd = laneX(geometry, beside) - direction * reachOf(geometry, beside)
  return {
    y: yOf(geometry, row.number),
    x1: row.fate === 'arrives' ? cut : x1,
    x2: row.fate === 'lost' || row.fate === 'late' ? cut : x2,
    direction,
    labelX: (gapStart + gapEnd) / 2,
    anchor: 'middle',
    ...wordsOf(geometry, row, Math.abs(gapEnd - gapStart) - ROOM),
  }
}
