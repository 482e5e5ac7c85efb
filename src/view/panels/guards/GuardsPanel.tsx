/**
 * The guards as switches. Each answers before it is asked: beside it stands what the exhaustive check says it would do
 * here, and under it one line of what it does. The mark opens the reason.
 */
import { Disclosure } from '../../ui/Disclosure'
import { Switch } from '../../ui/Switch'
import { VerdictMark, type MarkedVerdict } from '../../ui/VerdictMark'
import { Hidden, Panel } from '../Panel'
import styles from './GuardsPanel.module.css'

export interface GuardSwitch {
  readonly id: string
  readonly title: string
  /** One line: what it does, not what it proves. */
  readonly says: string
  readonly isOn: boolean
  /** Stands behind the others, for those who look further. */
  readonly isExtra: boolean
  /** The worst verdict of the shown properties with this switch on; null while nobody knows yet. */
  readonly verdict: MarkedVerdict | null
  /** What was checked and what came out, in a sentence or two; empty when there is nothing to add. */
  readonly detail: string
}

interface GuardsPanelProps {
  readonly switches: readonly GuardSwitch[]
  readonly onToggle: (id: string, on: boolean) => void
}

export function GuardsPanel({ switches, onToggle }: GuardsPanelProps) {
  const extra = switches.filter(({ isExtra }) => isExtra)
  return (
    <Panel title="Guards">
      <Rows switches={switches.filter(({ isExtra }) => !isExtra)} onToggle={onToggle} />
      {extra.length > 0 && (
        <Disclosure title={`More guards (${extra.length})`} isOpen={extra.some(({ isOn }) => isOn)}>
          <Rows switches={extra} onToggle={onToggle} />
        </Disclosure>
      )}
    </Panel>
  )
}

const Rows = ({ switches, onToggle }: GuardsPanelProps) => (
  <ul className={styles['list']}>
    {switches.map((guard) => (
      <Row key={guard.id} guard={guard} onToggle={onToggle} />
    ))}
  </ul>
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
