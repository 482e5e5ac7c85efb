/** The state of cache and database as bands of colour: solid, hatched while stale, dashed while absent. */
import { m } from 'framer-motion'
import { memo } from 'react'
import type { Ribbon } from '../scene'
import { versionPaint } from './colours'
import { ribbonX, textWidth, yOf, type Geometry } from './geometry'
import { ease, timing } from './motion'
import { AbsentSign } from './Signs'
import styles from './Stage.module.css'
import { classes } from '../ui/classes'

/** Rows between two labels of a long ribbon. */
const LABEL_EVERY = 5

interface Props {
  readonly ribbon: Ribbon
  readonly geometry: Geometry
  /** Prefix of the hatching patterns' ids. */
  readonly hatch: string
  /** Positions that are drawn at all. */
  readonly first: number
  readonly last: number
  /** It has just come about, and waits for the version to arrive. */
  readonly isNew: boolean
}

/** Where along a ribbon its label stands: once, or again and again where it is long. */
function labelPositions({ from, to }: Ribbon, first: number, last: number): readonly number[] {
  const length = to - from
  if (length <= LABEL_EVERY + 2) return [(from + to) / 2]
  const positions: number[] = []
  for (let at = from + LABEL_EVERY / 2; at < to - 0.5; at += LABEL_EVERY)
    if (at > first && at < last) positions.push(at)
  return positions
}

function RibbonLabel({ ribbon, geometry, position }: { ribbon: Ribbon; geometry: Geometry; position: number }) {
  const x = ribbonX(geometry, ribbon.lane, ribbon.slot)
  const y = yOf(geometry, position)
  if (ribbon.version === null) {
    return (
      <g className={styles['absentSign']}>
        <AbsentSign x={x} y={y} scale={geometry.scale} />
      </g>
    )
  }
  const size = geometry.sizes.sign
  const text = `v${ribbon.version}`
  const word = ribbon.standing === 'stale' || ribbon.standing === 'ahead' ? ribbon.standing : null
  const half = size * 0.9
  const hasWord = word !== null && yOf(geometry, ribbon.to) - yOf(geometry, ribbon.from) > 3.2 * half
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

const shown = ({ ribbon, first, last }: Props) => ribbon.to >= first && ribbon.from <= last

function RibbonBand(props: Props) {
  const { ribbon, geometry, hatch, first, last, isNew } = props
  if (!shown(props)) return null
  const inside = (
    <>
      <Band ribbon={ribbon} geometry={geometry} hatch={hatch} />
      {labelPositions(ribbon, first, last).map((position) => (
        <RibbonLabel key={position} ribbon={ribbon} geometry={geometry} position={position} />
      ))}
    </>
  )
  return (
    <g
      className={classes(styles['ribbon'], ribbon.isGhost && styles['ghostRibbon'])}
      style={versionPaint(ribbon.owner)}
    >
      {isNew ? (
        <m.g
          style={{ originY: 0 }}
          initial={{ scaleY: 0.2, opacity: 0 }}
          animate={{ scaleY: 1, opacity: 1 }}
          transition={{ delay: timing.arrival, duration: timing.settle, ease }}
        >
          {inside}
        </m.g>
      ) : (
        inside
      )}
    </g>
  )
}

const isSameRibbon = (one: Ribbon, other: Ribbon) =>
  one.from === other.from &&
  one.to === other.to &&
  one.version === other.version &&
  one.owner === other.owner &&
  one.standing === other.standing &&
  one.isGhost === other.isGhost

/** Drawn anew only when something about it has changed. */
export const RibbonView = memo(
  RibbonBand,
  (one, other) =>
    isSameRibbon(one.ribbon, other.ribbon) &&
    one.geometry === other.geometry &&
    one.isNew === other.isNew &&
    ((!shown(one) && !shown(other)) || (one.first === other.first && one.last === other.last)),
)
