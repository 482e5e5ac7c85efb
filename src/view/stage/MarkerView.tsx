/** A remote marker stands beside the entry of its key: a flag, and a line for as long as it is set. */
import type { RemoteMark } from '../scene'
import { classes } from '../ui/classes'
import styles from './MarkerView.module.css'
import { ribbonX, yOf, type Geometry } from './geometry'
import { FlagSign } from './Signs'

export function MarkerView({ mark, geometry }: { mark: RemoteMark; geometry: Geometry }) {
  const { scale } = geometry
  const x = ribbonX(geometry, 'cache', mark.slot) + geometry.ribbonWidth / 2 + 6 * scale
  const top = yOf(geometry, mark.from)
  const bottom = yOf(geometry, mark.to)
  return (
    <g className={classes(styles['marker'], mark.isGhost && styles['ghost'])}>
      <path d={`M${x - 3 * scale} ${top + 16 * scale}V${bottom - 2}`} />
      <FlagSign x={x} y={top + 9 * scale} scale={scale} />
    </g>
  )
}
