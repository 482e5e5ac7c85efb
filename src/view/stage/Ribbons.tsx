/** The state of cache and database as bands of colour: solid, hatched while stale, dashed while absent. */
import { m } from 'framer-motion'
import { memo } from 'react'
import type { Ribbon } from '../scene'
import { versionPaint } from './colours'
import { betweenRows, MONO, ribbonX, textWidth, yOf, type Geometry } from './geometry'
import { ease, timing } from './motion'
import { AbsentSign } from './Signs'
import styles from './Ribbons.module.css'
import { classes } from '../ui/classes'

/** Rows between two labels of a long ribbon. */
const LABEL_EVERY = 5

/** Of a label's text. */
const SIZE_MIN = 8

interface Props {
  readonly ribbon: Ribbon
  readonly geometry: Geometry
  /** Prefix of the hatching patterns' ids. */
  readonly hatch: string
  /** Positions that are drawn at all. */
  readonly first: number
  readonly last: number
  /** A lease's key stands in it instead of the sign for absent. */
  readonly isLeased: boolean
  /** What stands here until the version arrives; null where nothing has just changed. */
  readonly replaced: Ribbon | null
}

/** It has one label, wherever the drawn window is. */
const isShort = ({ from, to }: Ribbon) => to - from <= LABEL_EVERY + 2

const isWrong = ({ standing }: Ribbon) => standing === 'stale' || standing === 'ahead'

/**
 * Where along a ribbon its label stands: once, or again and again where it is long. A wrong version says so close
 * under the row that stored it, because that is where the reader looks.
 */
function labelPositions(ribbon: Ribbon, first: number, last: number): readonly number[] {
  const { from, to } = ribbon
  const under = isWrong(ribbon) ? from + Math.min(0.5, (to - from) / 2) : null
  if (isShort(ribbon)) return [under ?? betweenRows(from, to)]
  const positions: number[] = []
  for (let at = under ?? Math.floor(from) + LABEL_EVERY / 2; at < to - 0.5; at += LABEL_EVERY) {
    if (at > from && at > first && at < last) positions.push(at)
  }
  return positions
}

function RibbonLabel({ ribbon, geometry, position }: { ribbon: Ribbon; geometry: Geometry; position: number }) {
  const x = ribbonX(geometry, ribbon.lane, ribbon.slot)
  const middle = yOf(geometry, position)
  if (ribbon.version === null && ribbon.tombstone !== null) {
    const size = geometry.sizes.sign
    return (
      <text x={x} y={middle + size * 0.36} fontSize={size} className={styles['tombstone']}>
        †v{ribbon.tombstone}
      </text>
    )
  }
  if (ribbon.version === null) {
    return (
      <g className={styles['absentSign']}>
        <AbsentSign x={x} y={middle} scale={geometry.scale} />
      </g>
    )
  }
  const text = ribbon.text ?? `v${ribbon.version}`
  // A version of three digits is wider than a slim ribbon.
  const size = Math.min(geometry.sizes.sign, Math.max(SIZE_MIN, geometry.ribbonWidth / (text.length * MONO)))
  const word = ribbon.note ?? (isWrong(ribbon) ? ribbon.standing : null)
  const half = size * 0.9
  const room = geometry.ribbonWidth + (geometry.keyCount > 1 ? 4 : 20)
  const hasWord =
    word !== null &&
    yOf(geometry, ribbon.to) - yOf(geometry, ribbon.from) > 2.4 * half &&
    textWidth(word, size * 0.88) + 4 <= room
  const y = middle - (hasWord ? half * 0.52 : 0)
  const width = Math.max(textWidth(text, size), hasWord ? textWidth(word, size * 0.88) : 0) + 8
  return (
    <g className={styles['ribbonLabel']} data-standing={ribbon.standing}>
      {word !== null && (
        <rect
          x={x - width / 2}
          y={y - half}
          width={width}
          height={half * (hasWord ? 3.05 : 2)}
          rx={5 * geometry.scale}
        />
      )}
      <text x={x} y={y + size * 0.36} fontSize={size}>
        {text}
      </text>
      {hasWord && (
        <text x={x} y={y + size * 1.5} fontSize={size * 0.88} className={styles['standing']}>
          {word}
        </text>
      )}
    </g>
  )
}

function Band({ ribbon, geometry, hatch }: Pick<Props, 'ribbon' | 'geometry' | 'hatch'>) {
  const x = ribbonX(geometry, ribbon.lane, ribbon.slot)
  const top = yOf(geometry, ribbon.from) + (ribbon.from === 0 ? 0 : 1)
  const height = Math.max(1, yOf(geometry, ribbon.to) - top - 1)
  const width = geometry.ribbonWidth
  const shape = { x: x - width / 2, y: top, width, height, rx: Math.min(6 * geometry.scale, height / 2) }
  if (ribbon.version === null) return <rect {...shape} className={styles['absent']} />
  if (ribbon.standing === 'fresh') return <rect {...shape} className={styles['held']} />
  return (
    <>
      <rect {...shape} className={styles['clearing']} />
      <rect
        {...shape}
        className={styles['wrong']}
        data-standing={ribbon.standing}
        fill={`url(#${hatch}-${ribbon.standing})`}
      />
    </>
  )
}

const arriving = { delay: timing.arrival, duration: timing.settle, ease }

function RibbonBand(props: Props) {
  const { ribbon, geometry, hatch, first, last, isLeased, replaced } = props
  const inside = (
    <>
      <Band ribbon={ribbon} geometry={geometry} hatch={hatch} />
      {(isLeased ? [] : labelPositions(ribbon, first, last)).map((position) => (
        <RibbonLabel key={position} ribbon={ribbon} geometry={geometry} position={position} />
      ))}
    </>
  )
  const className = classes(ribbon.isGhost && styles['ghostRibbon'])
  if (!replaced) {
    return (
      <g className={className} style={versionPaint(ribbon.owner)}>
        {inside}
      </g>
    )
  }
  return (
    <>
      <g style={versionPaint(replaced.owner)}>
        <m.g initial={{ opacity: 1 }} animate={{ opacity: 0 }} transition={arriving}>
          <Band ribbon={replaced} geometry={geometry} hatch={hatch} />
        </m.g>
      </g>
      <g className={className} style={versionPaint(ribbon.owner)}>
        <m.g
          style={{ originY: 0 }}
          initial={{ scaleY: 0.2, opacity: 0 }}
          animate={{ scaleY: 1, opacity: 1 }}
          transition={arriving}
        >
          {inside}
        </m.g>
      </g>
    </>
  )
}

const isSameRibbon = (one: Ribbon, other: Ribbon) =>
  one.from === other.from &&
  one.to === other.to &&
  one.version === other.version &&
  one.text === other.text &&
  one.owner === other.owner &&
  one.tombstone === other.tombstone &&
  one.standing === other.standing &&
  one.note === other.note &&
  one.isGhost === other.isGhost

/** Drawn anew only when something about it has changed. */
export const RibbonView = memo(
  RibbonBand,
  (one, other) =>
    isSameRibbon(one.ribbon, other.ribbon) &&
    one.geometry === other.geometry &&
    one.isLeased === other.isLeased &&
    (one.replaced === null) === (other.replaced === null) &&
    (isShort(one.ribbon) || (one.first === other.first && one.last === other.last)),
)
