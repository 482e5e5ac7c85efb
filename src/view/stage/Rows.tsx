/** Rows: the ground under a step, its number and its words. Only the live one ever moves. */
import { m } from 'framer-motion'
import { memo } from 'react'
import type { Scene, SceneRow } from '../scene'
import { clientPaint } from './colours'
import { yOf, type Geometry } from './geometry'
import { timing } from './motion'
import { Line, TravellingToken, type RowProps } from './RowLine'
import styles from './Rows.module.css'
import { classes } from '../ui/classes'

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
  one.fate === other.fate &&
  one.place === other.place &&
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
  scene.rows.filter(({ number }) => number >= first && number <= last)
