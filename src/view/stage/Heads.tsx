/** The heads of the lanes. They stay in view while the rows scroll. */
import { memo } from 'react'
import type { Lane } from '../scene'
import { clientPaint } from './colours'
import { laneX, ribbonX, type Geometry } from './geometry'
import styles from './Stage.module.css'

interface Props {
  readonly lanes: readonly Lane[]
  readonly keys: readonly string[]
  readonly geometry: Geometry
}

/** Names of keys stand over their ribbons, where there is more than one. */
function KeyNames({ keys, geometry }: Omit<Props, 'lanes'>) {
  if (keys.length < 2) return null
  const size = geometry.sizes.reply
  return (['cache', 'database'] as const).map((lane) =>
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

/** A name in a box; names that do not fit are cut by the box. */
export const Heads = memo(function Heads({ lanes, keys, geometry }: Props) {
  const { headWidth, scale, sizes, isNarrow, width, headHeight } = geometry
  const height = (isNarrow ? 32 : 40) * scale
  const top = (isNarrow ? 6 : 8) * scale
  const letters = Math.max(1, Math.floor((headWidth - (isNarrow ? 14 : 18) * scale) / (sizes.head * 0.58)))
  return (
    <svg className={styles['heads']} width={width} height={headHeight} aria-hidden="true">
      {lanes.map((lane) => {
        const long = lane.role === '' ? lane.title : `${lane.title} · ${lane.role}`
        const name = !isNarrow && long.length <= letters ? long : lane.title.length <= letters ? lane.title : lane.short
        const x = laneX(geometry, lane.id)
        return (
          <g key={lane.id} className={styles['head']} data-kind={lane.kind} style={clientPaint(lane.client)}>
            <rect x={x - headWidth / 2} y={top} width={headWidth} height={height} rx={10 * scale} />
            <text x={x} y={top + height / 2 + sizes.head * 0.35} fontSize={sizes.head}>
              {name.length <= letters ? name : `${name.slice(0, Math.max(1, letters - 1))}…`}
            </text>
          </g>
        )
      })}
      <KeyNames keys={keys} geometry={geometry} />
    </svg>
  )
})
