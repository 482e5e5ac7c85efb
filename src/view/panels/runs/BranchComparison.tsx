/** Two branches side by side, each drawn as far as the step at which they part, and what differs in words. */
import { partingInWords, type NamedRun } from '../../scene/branchWords'
import { Stage } from '../../stage/Stage'
import { Dialog } from '../../ui/Dialog'
import type { Trace } from '../../../model/engine/trace'
import styles from './BranchComparison.module.css'

interface Side extends NamedRun {
  /** The run up to the step at which the two part. */
  readonly upTo: Trace
  /** What cache and database hold in the end. */
  readonly contents: string
}

export interface BranchComparisonProps {
  readonly sides: readonly [Side, Side]
  readonly shared: number
  readonly isOpen: boolean
  readonly onClose: () => void
}

export function BranchComparison({ sides, shared, isOpen, onClose }: BranchComparisonProps) {
  const [one, other] = sides
  return (
    <Dialog title={`${one.name} beside ${other.name}`} isOpen={isOpen} onClose={onClose} width="wide">
      <div className={styles['sides']}>
        {sides.map(({ name, upTo }, index) => (
          <section key={index} className={styles['side']} aria-label={name}>
            <h3>{name}</h3>
            <Stage
              trace={upTo}
              playhead={upTo.steps.length}
              isMoving={false}
              label={`${name} up to where the two part`}
            />
          </section>
        ))}
      </div>
      <div className={styles['words']}>
        {partingInWords(sides, shared).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {sides.map(({ name, contents }, index) => (
          <p key={index} className={styles['contents']}>
            {name} leaves this behind. {contents}
          </p>
        ))}
      </div>
    </Dialog>
  )
}
