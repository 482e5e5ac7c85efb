/** One row's arrow in pixels: where it starts and ends, and which words fit where. Pure. */
import type { Scene, SceneRow } from '../scene'
import { laneX, ribbonX, textWidth, yOf, type Geometry } from './geometry'

export interface Arrow {
  readonly y: number
  readonly x1: number
  /** The tip. */
  readonly x2: number
  /** 1 to the right, -1 to the left. */
  readonly direction: 1 | -1
  /** Where the label stands, and how: `middle` over the line, `start` beside a sign. */
  readonly labelX: number
  readonly anchor: 'middle' | 'start'
  readonly label: string
  readonly reply: string
}

const BAR_HALF = 5
const ROOM = 10

/** The longer text if it fits, the shorter one otherwise. */
const fitting = (long: string, short: string, size: number, room: number) =>
  textWidth(long, size) <= room ? long : short

/** Half the width of what stands on a lane. */
function halfWidth(geometry: Geometry, lane: string): number {
  if (lane === 'timer') return 7 * geometry.scale
  return lane.startsWith('client:') ? BAR_HALF * geometry.scale : geometry.ribbonWidth / 2
}

const middleOf = (geometry: Geometry, lane: string, slot: number | null) =>
  lane === 'cache' || lane === 'database' ? ribbonX(geometry, lane, slot ?? 0) : laneX(geometry, lane)

function selfArrow(geometry: Geometry, row: SceneRow): Arrow {
  const x = middleOf(geometry, row.from, row.slot) + (row.kind === 'crash' ? 0 : halfWidth(geometry, row.from))
  const reach = (row.kind === 'crash' ? 14 : 30) * geometry.scale
  const room = geometry.gap - reach - halfWidth(geometry, 'cache') - ROOM
  return {
    y: yOf(geometry, row.number),
    x1: x,
    x2: x + reach,
    direction: 1,
    labelX: x + reach + 6,
    anchor: 'start',
    label: fitting(row.label, row.short, geometry.sizes.label, room),
    reply: fitting(row.reply, row.shortReply, geometry.sizes.reply, room),
  }
}

/** Lays out the arrow of a row. Its label stands in the gap beside the lane where it starts. */
export function arrowOf(geometry: Geometry, scene: Scene, row: SceneRow): Arrow {
  if (row.kind !== 'message') return selfArrow(geometry, row)
  const start = middleOf(geometry, row.from, row.slot)
  const end = middleOf(geometry, row.to, row.slot)
  const direction = end > start ? 1 : -1
  const x1 = start + direction * (halfWidth(geometry, row.from) + 3)
  const x2 = end - direction * (halfWidth(geometry, row.to) + 3)
  const from = scene.lanes.findIndex(({ id }) => id === row.from)
  const beside = scene.lanes[from + direction]?.id ?? row.to
  const gapEnd = laneX(geometry, beside) - direction * besideWidth(geometry, beside)
  const room = Math.abs(gapEnd - x1) - ROOM
  return {
    y: yOf(geometry, row.number),
    x1,
    x2,
    direction,
    labelX: (x1 + gapEnd) / 2,
    anchor: 'middle',
    label: fitting(row.label, row.short, geometry.sizes.label, room),
    reply: fitting(row.reply, row.shortReply, geometry.sizes.reply, room),
  }
}

/** Half the width of a whole lane, all keys together. */
function besideWidth(geometry: Geometry, lane: string): number {
  if (lane !== 'cache' && lane !== 'database') return halfWidth(geometry, lane)
  const last = ribbonX(geometry, lane, geometry.keyCount - 1) - laneX(geometry, lane)
  return last + geometry.ribbonWidth / 2
}
