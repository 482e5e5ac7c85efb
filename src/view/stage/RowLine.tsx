/** The arrow of a row, and the version that travels along it while the row is live. */
import { m } from 'framer-motion'
import type { SceneRow } from '../scene'
import type { Arrow } from './arrow'
import { versionPaint } from './colours'
import { FateSign } from './FateView'
import { textWidth, type Geometry } from './geometry'
import { ease, timing } from './motion'
import styles from './Rows.module.css'

export interface RowProps {
  readonly row: SceneRow
  readonly arrow: Arrow
  readonly geometry: Geometry
  readonly isLive: boolean
  readonly animates: boolean
}

/** An arrow head whose tip is at (0, 0), pointing right. */
const HEAD = 'M0 0L-11-5.5V5.5Z'

/** The way of an arrow that comes back to its own lane, or of an entry that leaves it. */
const loop = ({ x1, x2, y }: Arrow, scale: number) =>
  `M${x1 + 2} ${y - 9 * scale}H${x2 - 8 * scale}a${8 * scale} ${8 * scale} 0 0 1 0 ${16 * scale}H${x1 + 10}`

/** The same as far as a request comes that does not arrive. */
const outwards = ({ x1, x2, y }: Arrow, scale: number) => `M${x1 + 2} ${y - 9 * scale}H${x2 - 8 * scale}L${x2} ${y}`

/** A step that stays at its lane. */
function SelfLine({ row, arrow, geometry }: RowProps) {
  const { x1, y } = arrow
  const isCutOff = isOnItsWay(row)
  return (
    <>
      <path className={styles['line']} d={isCutOff ? outwards(arrow, geometry.scale) : loop(arrow, geometry.scale)} />
      {!isCutOff && (
        <path
          className={styles['tip']}
          d={HEAD}
          transform={`translate(${x1 + 2} ${y + 7 * geometry.scale}) scale(-0.9 0.9)`}
        />
      )}
      <FateSign {...{ row, arrow, geometry }} />
    </>
  )
}

/** Whether the request does not arrive with this step. */
const isOnItsWay = ({ fate }: SceneRow): boolean => fate === 'lost' || fate === 'late'

export function Line(props: RowProps) {
  const { row, arrow, geometry, animates } = props
  const { x1, x2, y, direction } = arrow
  const isFault = row.client === null
  if (row.kind === 'crash') return null
  if (row.kind === 'self' && !isFault) return <SelfLine {...props} />
  const isCutOff = isOnItsWay(row)
  const head = (
    <path
      className={styles['tip']}
      d={HEAD}
      transform={`translate(${x2} ${y}) scale(${direction * geometry.scale} ${geometry.scale})`}
    />
  )
  const tip = (
    <>
      {!isCutOff && row.fate !== 'failed' && head}
      <FateSign {...{ row, arrow, geometry }} />
    </>
  )
  const base = x2 - direction * (isCutOff ? 6 : 9) * geometry.scale
  const line = { x1, y1: y, x2: base, y2: y }
  if (!animates) {
    return (
      <>
        <line className={styles['halo']} {...line} />
        <line
          className={styles['line']}
          data-kind={isFault ? 'fault' : row.kind}
          data-fate={row.fate ?? undefined}
          {...line}
        />
        {tip}
      </>
    )
  }
  return (
    <>
      <m.line
        className={styles['line']}
        data-kind={row.kind}
        data-fate={row.fate ?? undefined}
        x1={x1}
        y1={y}
        y2={y}
        initial={{ x2: x1 }}
        animate={{ x2: base }}
        transition={{ duration: row.token?.direction === 'there' ? timing.travel : timing.grow, ease }}
      />
      <m.g initial={{ opacity: 0 }} animate={{ opacity: 1 }} transition={{ delay: timing.grow, duration: 0.08 }}>
        {tip}
      </m.g>
    </>
  )
}

/** The version on its way; it goes where it was carried to and is gone. */
export function TravellingToken({ row, arrow, geometry }: RowProps) {
  if (!row.token) return null
  const isThere = row.token.direction === 'there'
  const text = row.token.text ?? `v${row.token.version}`
  const size = geometry.sizes.sign
  const radius = Math.max(12 * geometry.scale, textWidth(text, size) / 2 + 4)
  const from = isThere ? arrow.x1 : arrow.x2
  const to = isThere ? arrow.x2 + arrow.direction * 10 : arrow.x1
  const delay = isThere ? 0 : timing.grow * 0.6
  return (
    <g className={styles['token']} style={versionPaint(row.token.owner)}>
      <m.g
        initial={{ x: from, y: arrow.y, opacity: 0, scale: 0.7 }}
        animate={{ x: to, y: arrow.y, opacity: [0, 1, 1, 0], scale: [0.7, 1, 1, 0.8] }}
        transition={{
          duration: timing.travel,
          delay,
          ease,
          opacity: { times: [0, 0.15, 0.85, 1], duration: timing.travel + 0.08, delay },
        }}
      >
        <circle r={radius} />
        <text y={size * 0.36} fontSize={size}>
          {text}
        </text>
      </m.g>
    </g>
  )
}
