import { answers } from '../../model/properties/property'
import { VerdictMark } from '../ui/VerdictMark'
import { StalenessMark } from './StalenessMark'
import styles from './MatrixLegend.module.css'

/** What the marks mean; those for the runs without end only where they are shown. */
export const MatrixLegend = ({ hasVerdicts, hasStaleness }: { hasVerdicts: boolean; hasStaleness: boolean }) => (
  <dl className={styles['legend']} aria-label="What the marks mean">
    {hasVerdicts && (
      <div className={styles['group']}>
        <dt>Worst verdict</dt>
        <dd>
          <VerdictMark verdict="holds" hasWord /> in all worlds
        </dd>
        <dd>
          <VerdictMark verdict="violated" hasWord /> after so many steps
        </dd>
      </div>
    )}
    {hasStaleness && (
      <div className={styles['group']}>
        <dt>Whoever reads for ever sees</dt>
        {answers.map((answer) => (
          <dd key={answer}>
            <StalenessMark answer={answer} isWhole />
          </dd>
        ))}
      </div>
    )}
    <div className={styles['group']}>
      <dt>A dot</dt>
      <dd>the guard means nothing here</dd>
    </div>
  </dl>
)
