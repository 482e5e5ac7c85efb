/** The mark at the end of a run: a shape of its own for each way to end, so that colour says nothing alone. */
import type { RunEnd } from '../../scene/runEnd'
import styles from './RunTreePanel.module.css'

const CROSS = 'M-3-3 3 3M3-3-3 3'

export function EndMark({ kind, x, y }: { readonly kind: RunEnd['kind']; readonly x: number; readonly y: number }) {
  return (
    <g className={styles['end']} data-kind={kind} transform={`translate(${x} ${y})`}>
      {kind === 'bad' && <rect x={-7} y={-7} width={14} height={14} rx={2} />}
      {kind === 'bad' && <path d={CROSS} />}
      {kind === 'good' && <circle r={6.5} />}
      {kind === 'good' && <path d="M-3 .2-.8 2.6 3.2-2.2" />}
      {kind === 'open' && <path d="M-4-6 5 0-4 6z" />}
      {kind === 'stopped' && <path d="M0-8V8M-4-8h8M-4 8h8" />}
    </g>
  )
}
