import { preferences } from '../preferences/preferences'
import { usePreferences } from '../preferences/usePreferences'
import { Dialog } from '../ui/Dialog'
import { Kbd } from '../ui/Kbd'
import { Switch } from '../ui/Switch'
import { printed } from './chord'
import type { Command } from './command'
import { commandDialogs } from './commandDialogs'
import styles from './KeysDialog.module.css'
import { useAllCommands } from './useCommands'

function Group({ title, commands }: { title: string; commands: readonly Command[] }) {
  return (
    <section className={styles['group']}>
      <h3>{title}</h3>
      <dl>
        {commands.map((command) => (
          <div key={command.id}>
            <dt>{command.title}</dt>
            <dd>
              <span className={styles['unseen']}>{command.keys.map(printed).join(' or ')}</span>
              {command.keys.map((key) => (
                <Kbd key={key}>{printed(key)}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** All keys there are on this page, and the switch that turns the single ones off. */
export function KeysDialog({ isOpen }: { isOpen: boolean }) {
  const withKeys = useAllCommands().filter((command) => command.keys.length > 0)
  const areSingleKeysOn = usePreferences((state) => state.singleKeys)
  const groups = [...new Set(withKeys.map((command) => command.group))]
  return (
    <Dialog title="Keys" isOpen={isOpen} onClose={commandDialogs.close} width="wide">
      <div className={styles['groups']}>
        {groups.map((title) => (
          <Group key={title} title={title} commands={withKeys.filter((command) => command.group === title)} />
        ))}
      </div>
      <div className={styles['switch']}>
        <Switch
          isOn={areSingleKeysOn}
          onChange={(singleKeys) => preferences.prefer({ singleKeys })}
          label="Single keys"
          says="Letters, digits and signs work without Ctrl. Switch this off if you dictate or use a switch."
        />
      </div>
    </Dialog>
  )
}
