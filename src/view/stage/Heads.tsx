/** The heads of the lanes. They stay in view while the rows scroll. */
import { memo } from 'react'
import type { Lane } from '../scene'
import { clientPaint } from './colours'
import { laneX, ribbonX, type Geometry } from './geometry'
import styles from './Stage.module.css'

/** Width of a letter of the interface face, in font sizes. */
const AVERAGE_LETTER = 0.58

interface Props {
  readonly lanes: readonly Lane[]
  readonly keys: readonly string[]
  readonly geometry: Geometry
}

/** Names of keys stand over their ribbons, where there is more than one. */
function KeyNames({ keys, geometry }: Omit<Props, 'lanes'>) {
  if (keys.length < 2) return null
  const size = geometry.sizes.reply
  const drawn = [...geometry.lanes.keys()].filter((lane) => ['cache', 'queue', 'replica', 'database'].includes(lane))
  return drawn.map((lane) =>
    keys.map((key, slot) => (
      <text
        key={`${lane} ${key}`}
        className={styles['keyName']}
        x={ribbonX(geometry, lane, slot)}
        y={geometry.headHeight - 8 * geometry.scale}
        fontSize={size}
      >
        {key}
      </text>
    )),
  )
}

/** A name in a box: with its role, without, shorter, smaller, and at last cut off. */
export const Heads = memo(function Heads({ lanes, keys, geometry }: Props) {
  const { headWidth, scale, sizes, isNarrow, width, headHeight } = geometry
  const height = (isNarrow ? 32 : 40) * scale
  const top = (isNarrow ? 6 : 8) * scale
  const lettersAt = (size: number) =>
    Math.max(1, Math.floor((headWidth - (isNarrow ? 14 : 18) * scale) / (size * AVERAGE_LETTER)))
  const letters = lettersAt(sizes.head)
  return (
    <svg className={styles['heads']} width={width} height={headHeight} aria-hidden="true">
      {lanes.map((lane) => {
        const long = lane.role === '' ? lane.title : `${lane.title} · ${lane.role}`
        const name = !isNarrow && long.length <= letters ? long : lane.title.length <= letters ? lane.title : lane.short
        const x = laneX(geometry, lane.id)
        const size = name.length <= letters ? sizes.head : sizes.head * 0.82
        const most = lettersAt(size * 0.92)
        return (
          <g key={lane.id} className={styles['head']} data-kind={lane.kind} style={clientPaint(lane.client)}>
            <rect x={x - headWidth / 2} y={top} width={headWidth} height={height} rx={10 * scale} />
            <text x={x} y={top + height / 2 + size * 0.35} fontSize={size}>
              {name.length <= most ? name : `${name.slice(0, Math.max(1, most - 1))}…`}
            </text>
          </g>
        )
      })}
      <KeyNames keys={keys} geometry={geometry} />
    </svg>
  )
})
