/** Chooses the patterns and the guards of one scenario; what means nothing with the clients is not offered. */
import { withProtocol } from '../../model/scenario/edits'
import type { Scenario } from '../../model/scenario/scenario'
import { switches, type Switch as GuardSwitch } from '../../model/scenario/switches'
import { Dialog } from '../ui/Dialog'
import { Disclosure } from '../ui/Disclosure'
import { Select } from '../ui/Select'
import { Switch } from '../ui/Switch'
import { patternsFor } from './variants'
import styles from './Compare.module.css'

interface EditorProps {
  readonly scenario: Scenario
  readonly onChange: (scenario: Scenario) => void
}

const roles = [
  { role: 'read', label: 'Read pattern' },
  { role: 'write', label: 'Write pattern' },
] as const

const Patterns = ({ scenario, onChange }: EditorProps) =>
  roles.map(({ role, label }) => (
    <div key={role} className={styles['pattern']}>
      <span aria-hidden="true">{label}</span>
      <Select
        label={label}
        value={scenario.protocol[role]}
        options={patternsFor(scenario, role)}
        onChange={(name) => onChange(withProtocol(scenario, role, name))}
      />
    </div>
  ))

const Switches = ({ scenario, onChange, list }: EditorProps & { readonly list: readonly GuardSwitch[] }) =>
  list.map((each) => (
    <Switch
      key={each.id}
      label={each.title}
      says={each.says}
      isOn={each.isOn(scenario)}
      onChange={(isOn) => onChange(each.apply(scenario, isOn))}
    />
  ))

export function VariantEditor({
  title,
  isOpen,
  onClose,
  ...props
}: EditorProps & { readonly title: string; readonly isOpen: boolean; readonly onClose: () => void }) {
  if (!isOpen) return <Dialog title={title} isOpen={false} onClose={onClose} children={null} />
  const list = switches.filter((each) => each.applies(props.scenario))
  const extra = list.filter(({ isExtra }) => isExtra)
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose}>
      <div className={styles['editor']}>
        <Patterns {...props} />
        <Switches {...props} list={list.filter(({ isExtra }) => !isExtra)} />
        {extra.length > 0 && (
          <Disclosure title="More guards" isOpen={extra.some((each) => each.isOn(props.scenario))}>
            <Switches {...props} list={extra} />
          </Disclosure>
        )}
      </div>
    </Dialog>
  )
}
