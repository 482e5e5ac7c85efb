/** Two steps that conflict, joined by a quiet bracket at the edge of the picture, with what it is about. */
import { textWidth, yOf, type Geometry } from '../../stage/geometry'
import type { Mark } from './whyShown'
import styles from './WhyMarks.module.css'

export function WhyMarks({ marks, geometry }: { readonly marks: readonly Mark[]; readonly geometry: Geometry }) {
  const { scale, sizes, rowHeight } = geometry
  return marks.map(({ earlier, later, text }, index) => {
    const x = (7 + 6 * index) * scale
    const top = yOf(geometry, earlier)
    const bottom = yOf(geometry, later)
    const foot = x + 9 * scale
    const size = Math.min(sizes.reply, (geometry.width - foot - 8) / Math.max(1, textWidth(text, 1)))
    return (
      <g key={`${earlier} ${later}`} className={styles['mark']}>
        <path d={`M${foot} ${top}H${x}V${bottom}H${foot}`} />
        <circle cx={foot} cy={top} r={3 * scale} />
        <circle cx={foot} cy={bottom} r={3 * scale} />
        <text x={foot} y={bottom + rowHeight / 2 + size / 3} fontSize={size}>
          {text}
        </text>
      </g>
    )
  })
}
