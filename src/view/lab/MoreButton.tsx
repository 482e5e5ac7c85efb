/** The way to the Lab's tools: a menu in the header, or a row of buttons among what a phone has no room for. */
import { useId } from 'react'
import { Icon } from '../ui/Icon'
import { Button } from '../ui/Button'
import { CommandButton } from './CommandButton'
import { useLab } from './labContext'
import styles from './MoreButton.module.css'
import { TOOLS } from './toolCommands'

/** One button for each tool. */
export function ToolButtons() {
  const { commands } = useLab()
  const tools = [...commands.values()].filter(({ group }) => group === TOOLS)
  return tools.map((command) => <CommandButton key={command.id} command={command} />)
}

/** Goes when something in it has been chosen. */
export function MoreButton() {
  const id = useId()
  return (
    <>
      <Button popoverTarget={id}>
        <Icon name="more" />
        More
      </Button>
      <div
        id={id}
        popover="auto"
        role="group"
        aria-label="Tools"
        className={styles['menu']}
        onClick={({ currentTarget, target }) => {
          if (target instanceof Element && target.closest('button') !== null) currentTarget.hidePopover()
        }}
      >
        <ToolButtons />
      </div>
    </>
  )
}
