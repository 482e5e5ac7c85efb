/** What a comparison draws over a run: the step where the runs part, later differences, and what was left out. */
import { memo } from 'react'
import { isSkipped } from '../../model/engine/adapted'
import type { Trace } from '../../model/engine/trace'
import { heightOf, laneX, textWidth, yOf, type Geometry } from '../stage/geometry'
import { laneOfWord } from './comparedScene'
import styles from './Compare.module.css'

interface MarksProps {
  readonly trace: Trace
  readonly geometry: Geometry
  /** The rows that are drawn. */
  readonly first: number
  readonly last: number
  /** Steps that differ, the first one where they part. */
  readonly different: readonly number[]
}

const LEFT_OUT = 'left out'

function LeftOut({ x, y, geometry }: { readonly x: number; readonly y: number; readonly geometry: Geometry }) {
  const size = geometry.sizes.reply
  const width = textWidth(LEFT_OUT, size) + 12
  const left = Math.max(geometry.left + 2, Math.min(x - width / 2, geometry.right - width - 26))
  return (
    <g className={styles['leftOut']}>
      <rect x={left} y={y - size} width={width} height={2 * size} rx={size} />
      <text x={left + width / 2} y={y + size * 0.35} fontSize={size}>
        {LEFT_OUT}
      </text>
    </g>
  )
}

export const Marks = memo(function Marks({ trace, geometry, first, last, different }: MarksProps) {
  const { left, right, rowHeight, width, scale } = geometry
  const isIn = (number: number) => number >= first && number <= last
  const [parting] = different
  return (
    <svg className={styles['marks']} width={width} height={heightOf(geometry, trace.steps.length)} aria-hidden="true">
      {trace.steps
        .filter((step) => isIn(step.number) && isSkipped(step))
        .map(({ number, word }) => (
          <LeftOut
            key={number}
            x={laneX(geometry, laneOfWord(trace, word))}
            y={yOf(geometry, number)}
            geometry={geometry}
          />
        ))}
      {different.filter(isIn).map((number) => {
        const y = yOf(geometry, number)
        return (
          <g key={number} className={styles['difference']} data-mark={number === parting ? 'parts' : 'differs'}>
            {number === parting && (
              <rect x={left + 2} y={y - rowHeight * 0.48} width={right - left - 4} height={rowHeight * 0.94} rx={10} />
            )}
            <circle cx={right - 15 * scale} cy={y} r={9 * scale} />
            <path
              d="M-4.5-2h9M-4.5 2h9M2.6-5.5-2.6 5.5"
              transform={`translate(${right - 15 * scale} ${y}) scale(${scale})`}
            />
          </g>
        )
      })}
    </svg>
  )
})
