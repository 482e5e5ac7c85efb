/** What clients are up to: a solid bar while running, a dashed outline while paused, a cross at a crash. */
import { memo } from 'react'
import type { Bar, CrashMark, HoldMark } from '../scene'
import { clientPaint } from './colours'
import { betweenRows, laneX, ribbonX, textWidth, yOf, type Geometry } from './geometry'
import { CrossSign, KeySign, LockSign, PauseSign, WaitSign } from './Signs'
import styles from './Bars.module.css'
import { classes } from '../ui/classes'

const words = { paused: 'paused', waiting: 'waits' } as const

/** A word beside an outer lane where there is room for it, a sign on the bar otherwise. */
function Pill({ bar, geometry, x, y }: { bar: Bar; geometry: Geometry; x: number; y: number }) {
  if (bar.kind === 'running' || bar.kind === 'pending') return null
  const { scale, edge, left, right } = geometry
  const size = geometry.sizes.reply
  const text = words[bar.kind]
  const width = textWidth(text, size) + 12 * scale
  const height = 22 * scale
  const isLeft = x - left <= edge + 1
  const isRight = right - x <= edge + 1
  if (!geometry.isNarrow && (isLeft || isRight) && edge >= width + 34 * scale) {
    const at = isLeft ? x - 10 * scale - width : x + 10 * scale
    return (
      <g className={styles['pill']}>
        <rect x={at} y={y - height / 2} width={width} height={height} rx={height / 2} />
        <text x={at + width / 2} y={y + size * 0.35} fontSize={size}>
          {text}
        </text>
      </g>
    )
  }
  const half = 8 * scale
  return (
    <g className={styles['pill']}>
      <rect x={x - half} y={y - half} width={2 * half} height={2 * half} rx={half} />
      {bar.kind === 'paused' ? <PauseSign x={x} y={y} scale={scale} /> : <WaitSign x={x} y={y} scale={scale * 0.8} />}
    </g>
  )
}

const tagWidth = (tag: string, { sizes, scale }: Geometry): number => textWidth(tag, sizes.reply) + 8 * scale

/** On the bar, but far enough from the next one's tag, because several may begin with the same step. */
const tagX = ({ lane, slot, tag }: Bar, geometry: Geometry): number =>
  laneX(geometry, lane) + slot * (tagWidth(tag, geometry) + 2)

/** What is pending. */
function Tag({ name, geometry, x, y }: { name: string; geometry: Geometry; x: number; y: number }) {
  const size = geometry.sizes.reply
  const width = tagWidth(name, geometry)
  return (
    <g className={styles['owner']}>
      <rect x={x - width / 2} y={y - size * 0.8} width={width} height={size * 1.6} rx={size * 0.5} />
      <text x={x} y={y + size * 0.35} fontSize={size}>
        {name}
      </text>
    </g>
  )
}

export const BarView = memo(
  function BarView({ bar, geometry }: { bar: Bar; geometry: Geometry }) {
    const { scale } = geometry
    const half = (bar.kind === 'pending' ? 4 : 5) * scale
    const x = laneX(geometry, bar.lane) + bar.slot * 11 * scale
    const top = yOf(geometry, bar.from)
    const height = Math.max(2, yOf(geometry, bar.to) - top)
    const middle = yOf(geometry, betweenRows(bar.from, bar.to))
    return (
      <g className={classes(bar.isGhost && styles['ghost'])} style={clientPaint(bar.client)}>
        <rect
          className={styles['bar']}
          data-kind={bar.kind}
          x={x - half}
          y={top}
          width={2 * half}
          height={height}
          rx={half}
        />
        {!bar.isGhost && height > 26 * scale && <Pill bar={bar} geometry={geometry} x={x} y={middle} />}
        {!bar.isGhost && bar.kind === 'pending' && (
          <Tag name={bar.tag} geometry={geometry} x={tagX(bar, geometry)} y={top + 17 * scale} />
        )}
      </g>
    )
  },
  (one, other) =>
    one.geometry === other.geometry &&
    one.bar.from === other.bar.from &&
    one.bar.to === other.bar.to &&
    one.bar.kind === other.bar.kind &&
    one.bar.lane === other.bar.lane &&
    one.bar.isGhost === other.bar.isGhost,
)

export function CrashView({ mark, geometry }: { mark: CrashMark; geometry: Geometry }) {
  return (
    <g className={classes(styles['crash'], mark.isGhost && styles['ghost'])}>
      <CrossSign x={laneX(geometry, mark.lane)} y={yOf(geometry, mark.at)} scale={geometry.scale} />
    </g>
  )
}

/**
 * A lease stands in the empty place that it guards: its holder's key, and a line for as long as it is out. Where an
 * entry is in that place it stands at its right edge; a writers' lock stands at the left one.
 */
export function HoldView({ mark, geometry, holder }: { mark: HoldMark; geometry: Geometry; holder: string }) {
  const { scale, ribbonWidth } = geometry
  const side = !mark.isBeside ? 0 : mark.what === 'lock' ? -1 : 1
  const x = ribbonX(geometry, 'cache', mark.slot) + side * (ribbonWidth / 2 + 9 * scale)
  const top = yOf(geometry, mark.from)
  const bottom = yOf(geometry, mark.to)
  const size = geometry.sizes.sign * 0.92
  const isStart = bottom - top > 24 * scale
  const Sign = mark.what === 'lock' ? LockSign : KeySign
  return (
    <g className={classes(styles['hold'], mark.isGhost && styles['ghost'])} style={clientPaint(mark.holder)}>
      <path d={`M${x} ${top + (isStart ? 34 * scale : 0)}V${bottom - 3}M${x - 4 * scale} ${bottom - 3}h${8 * scale}`} />
      {isStart && <Sign x={x} y={top + 10 * scale} scale={scale} />}
      {isStart && (
        <text x={x} y={top + 31 * scale} fontSize={size}>
          {holder}
        </text>
      )}
    </g>
  )
}
