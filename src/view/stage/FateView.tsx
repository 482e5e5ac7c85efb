/**
 * What became of a request that was not answered, as signs: a cross where it or its answer was lost or refused, a
 * clock where it hangs, and a dotted line for as long as it does.
 */
import type { Flight, SceneRow } from '../scene'
import { classes } from '../ui/classes'
import { cutOff, type Arrow } from './arrow'
import { clientPaint } from './colours'
import styles from './FateView.module.css'
import { yOf, type Geometry } from './geometry'
import { ClockSign, CrossSign } from './Signs'

/** The sign at a row's arrow; nothing where the request was answered. */
export function FateSign({ row, arrow, geometry }: { row: SceneRow; arrow: Arrow; geometry: Geometry }) {
  const { scale } = geometry
  const { x1, x2, y, direction } = arrow
  const cross = (x: number, under = 0) => (
    <g className={styles['cross']}>
      <CrossSign x={x} y={y + under * scale} scale={0.75 * scale} />
    </g>
  )
  if (row.fate === 'lost') return cross(x2)
  if (row.fate === 'failed') return cross(x2 - direction * 4 * scale)
  // What was lost is the answer, which stands under the line.
  if (row.fate === 'unheard') return cross(x1 + direction * 10 * scale, 12)
  if (row.fate !== 'late') return null
  return (
    <g className={styles['clock']}>
      <ClockSign x={x2} y={y} scale={scale} />
    </g>
  )
}

/** A late request, hanging from where it was sent to where it arrives. */
export function FlightView({ flight, geometry }: { flight: Flight; geometry: Geometry }) {
  const x = cutOff(geometry, flight.lane, flight.slot, flight.place)
  const top = yOf(geometry, flight.from)
  const bottom = yOf(geometry, flight.to)
  return (
    <g className={classes(styles['flight'], flight.isGhost && styles['ghost'])} style={clientPaint(flight.client)}>
      <path d={`M${x} ${top}V${bottom}`} />
    </g>
  )
}
