/**
 * The guards as switches. Each answers before it is asked: beside it stands what the exhaustive check says it would do
 * here, and under it one line of what it does. The mark opens the reason.
 */
import { Switch } from '../../ui/Switch'
import { VerdictMark } from '../../ui/VerdictMark'
import { Hidden, Panel } from '../Panel'
import styles from './GuardsPanel.module.css'

export interface GuardSwitch {
  readonly id: string
  readonly title: string
  /** One line: what it does, not what it proves. */
  readonly says: string
  readonly isOn: boolean
  /** The worst verdict of the shown properties with this switch on; null while nobody knows yet. */
  readonly verdict: 'holds' | 'violated' | 'unknown' | null
  /** What was checked and what came out, in a sentence or two; empty when there is nothing to add. */
  readonly detail: string
}

interface GuardsPanelProps {
  readonly switches: readonly GuardSwitch[]
  readonly onToggle: (id: string, on: boolean) => void
}

export const GuardsPanel = ({ switches, onToggle }: GuardsPanelProps) => (
  <Panel title="Guards">
    <ul className={styles['list']}>
      {switches.map((guard) => (
        <Row key={guard.id} guard={guard} onToggle={onToggle} />
      ))}
    </ul>
  </Panel>
)

function Row({ guard, onToggle }: { readonly guard: GuardSwitch; readonly onToggle: GuardsPanelProps['onToggle'] }) {
  const { id, title, says, isOn, verdict, detail } = guard
  const proven = verdict === null ? 'being checked' : verdict
  return (
    <li className={styles['row']}>
      <Switch
        isOn={isOn}
        onChange={(on) => onToggle(id, on)}
        label={title}
        says={
          <>
            {says}
            <Hidden>, with it on: {proven}</Hidden>
          </>
        }
      />
      {verdict !== null && detail !== '' ? (
        <details className={styles['detail']}>
          <summary className={styles['verdict']} aria-label={`Why: ${title}`}>
            <VerdictMark verdict={verdict} hasWord />
          </summary>
          <p>{detail}</p>
        </details>
      ) : (
        <span className={styles['verdict']} aria-hidden="true">
          {verdict ? <VerdictMark verdict={verdict} hasWord /> : <span className={styles['pending']}>checking</span>}
        </span>
      )}
    </li>
  )
}
