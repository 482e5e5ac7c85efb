/** Two steps that conflict, joined by a quiet bracket at the edge of the picture, with what it is about. */
import { textWidth, yOf, type Geometry } from '../../stage/geometry'
import type { Mark } from './whyShown'
import styles from './WhyMarks.module.css'

/** The room for words beside a bracket: from the edge to what stands on the second lane from there. */
function roomOf({ lanes, ribbonWidth, keyCount, width, scale }: Geometry, isLeft: boolean): number {
  const places = [...lanes.values()].map((x) => (isLeft ? x : width - x)).sort((a, b) => a - b)
  return (places[1] ?? width) - (keyCount * (ribbonWidth + 4)) / 2 - 14 * scale
}

export function WhyMarks({ marks, geometry }: { readonly marks: readonly Mark[]; readonly geometry: Geometry }) {
  const { scale, sizes, rowHeight, width } = geometry
  return marks.map(({ earlier, later, text }, index) => {
    // The numbers of the steps stand at the left edge; a second bracket stands at the right one.
    const isLeft = index === 0
    const across = (x: number) => (isLeft ? x : width - x)
    const x = across(3 * scale)
    const foot = across(7 * scale)
    const top = yOf(geometry, earlier)
    const bottom = yOf(geometry, later)
    const size = Math.max(8 * scale, Math.min(sizes.reply, roomOf(geometry, isLeft) / textWidth(text, 1)))
    return (
      <g key={`${earlier} ${later}`} className={styles['mark']}>
        <path d={`M${foot} ${top}H${x}V${bottom}H${foot}`} />
        <circle cx={x} cy={top} r={3 * scale} />
        <circle cx={x} cy={bottom} r={3 * scale} />
        <text
          x={across(10 * scale)}
          y={bottom + rowHeight / 2 + size / 3}
          fontSize={size}
          data-side={isLeft ? 'left' : 'right'}
        >
          {text}
        </text>
      </g>
    )
  })
}
