/** Rows: the ground under a step, its number, its arrow and its words. Only the live one ever moves. */
import { m } from 'framer-motion'
import { memo } from 'react'
import type { Scene, SceneRow } from '../scene'
import type { Arrow } from './arrow'
import { clientPaint, versionPaint } from './colours'
import { textWidth, yOf, type Geometry } from './geometry'
import { ease, timing } from './motion'
import styles from './Stage.module.css'
import { classes } from '../ui/classes'

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

function Line({ row, arrow, geometry, animates }: RowProps) {
  const { x1, x2, y, direction } = arrow
  const isFault = row.client === null
  if (row.kind === 'crash') return null
  if (row.kind === 'self' && !isFault) {
    return (
      <>
        <path className={styles['line']} d={loop(arrow, geometry.scale)} />
        <path
          className={styles['tip']}
          d={HEAD}
          transform={`translate(${x1 + 2} ${y + 7 * geometry.scale}) scale(-0.9 0.9)`}
        />
      </>
    )
  }
  const tip = (
    <path
      className={styles['tip']}
      d={HEAD}
      transform={`translate(${x2} ${y}) scale(${direction * geometry.scale} ${geometry.scale})`}
    />
  )
  const base = x2 - direction * 9 * geometry.scale
  const line = { x1, y1: y, x2: base, y2: y }
  if (!animates) {
    return (
      <>
        <line className={styles['halo']} {...line} />
        <line className={styles['line']} data-kind={isFault ? 'fault' : row.kind} {...line} />
        {tip}
      </>
    )
  }
  return (
    <>
      <m.line
        className={styles['line']}
        data-kind={row.kind}
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
function TravellingToken({ row, arrow, geometry }: RowProps) {
  if (!row.token) return null
  const isThere = row.token.direction === 'there'
  const text = `v${row.token.version}`
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

/** The label over the line and the reply under it, or both beside a sign. */
function Words({ row, arrow, geometry, animates }: RowProps) {
  const { label, reply, anchor, labelX, y } = arrow
  const { scale } = geometry
  const isBeside = anchor === 'start'
  const beside = { label: reply.text === '' ? label.size * 0.36 : -3 * scale, reply: 14 * scale }
  const isLoop = row.kind === 'self' && row.client !== null
  const around = { label: (isLoop ? -15 : -9) * scale, reply: (isLoop ? 21 : 16) * scale }
  const at = isBeside ? beside : around
  const answer = (
    <text className={styles['reply']} x={labelX} y={y + at.reply} fontSize={reply.size}>
      {reply.text}
    </text>
  )
  return (
    <g textAnchor={anchor}>
      <text className={styles['label']} x={labelX} y={y + at.label} fontSize={label.size}>
        {label.text}
      </text>
      {reply.text !== '' && !animates && answer}
      {reply.text !== '' && animates && (
        <m.g
          initial={{ opacity: 0 }}
          animate={{ opacity: 1 }}
          transition={{ delay: timing.arrival, duration: timing.settle }}
        >
          {answer}
        </m.g>
      )}
    </g>
  )
}

function RowArrow(props: RowProps) {
  const { row, isLive, animates } = props
  return (
    <g
      className={classes(styles['row'], row.isGhost && styles['ghostRow'])}
      data-tone={row.tone}
      data-live={isLive}
      data-ghost={row.isGhost}
      style={clientPaint(row.client)}
    >
      <Line {...props} />
      <Words {...props} />
      {animates && row.kind === 'message' && <TravellingToken {...props} />}
    </g>
  )
}

const isSameRow = (one: SceneRow, other: SceneRow) =>
  one.number === other.number &&
  one.from === other.from &&
  one.to === other.to &&
  one.label === other.label &&
  one.reply === other.reply &&
  one.tone === other.tone &&
  one.slot === other.slot &&
  one.isGhost === other.isGhost

export const RowView = memo(
  RowArrow,
  (one, other) =>
    one.geometry === other.geometry &&
    one.isLive === other.isLive &&
    one.animates === other.animates &&
    isSameRow(one.row, other.row),
)

/** The ground of a row: what is live, what went wrong, and where one may click. */
export const RowGround = memo(function RowGround(props: {
  readonly number: number
  readonly tone: SceneRow['tone']
  readonly isLive: boolean
  readonly isGhost: boolean
  readonly animates: boolean
  readonly geometry: Geometry
  readonly canSeek: boolean
}) {
  const { number, tone, isLive, isGhost, animates, geometry, canSeek } = props
  const { left, right, rowHeight, scale } = geometry
  const y = yOf(geometry, number)
  const shape = {
    x: left + 5,
    y: y - rowHeight * 0.49,
    width: right - left - 10,
    height: rowHeight * 0.96,
    rx: 12 * scale,
  }
  return (
    <g>
      {(isLive || tone === 'bad') && !isGhost && (
        <rect
          {...shape}
          className={classes(styles['ground'], animates && styles['arriving'])}
          data-tone={tone}
          data-live={isLive}
        />
      )}
      <text
        className={styles['number']}
        data-live={isLive}
        x={left + 12 * scale}
        y={y + 4 * scale}
        fontSize={geometry.sizes.reply}
      >
        {number}
      </text>
      {canSeek && <rect {...shape} className={styles['hit']} data-step={number} />}
    </g>
  )
})

/** Rows of a scene within the drawn window. */
export const rowsWithin = (scene: Scene, first: number, last: number): readonly SceneRow[] =>
  scene.rows.slice(Math.max(0, first - 1), Math.max(0, last))
