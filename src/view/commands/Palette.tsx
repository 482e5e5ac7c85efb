import { useId, useState, type KeyboardEvent } from 'react'
import { Dialog } from '../ui/Dialog'
import { Kbd } from '../ui/Kbd'
import { printed } from './chord'
import { perform, type Command } from './command'
import { commandDialogs } from './commandDialogs'
import styles from './Palette.module.css'
import { useAllCommands } from './useCommands'

/** Commands whose title has every word of the query: the page's own before those of every page. */
export function matching(commands: readonly Command[], query: string): readonly Command[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const found = commands.filter(
    ({ id, title }) => id !== 'commands.palette' && words.every((word) => title.toLowerCase().includes(word)),
  )
  const isOwn = (command: Command) => command.group !== 'Everywhere'
  return [...found.filter(isOwn), ...found.filter((command) => !isOwn(command))]
}

function useChoice(found: readonly Command[], choose: (command: Command) => void) {
  const [at, setAt] = useState(0)
  const chosen = Math.min(at, found.length - 1)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const command = found[chosen]
    if (step !== undefined) setAt((chosen + step + found.length) % Math.max(1, found.length))
    else if (event.key === 'Enter' && command !== undefined) choose(command)
    else return
    event.preventDefault()
  }
  return { chosen, setAt, onKeyDown }
}

function Choices({ query: opening }: { query: string }) {
  const [query, setQuery] = useState(opening)
  const found = matching(useAllCommands(), query)
  const choose = (command: Command) => {
    if (command.reason() !== null) return
    commandDialogs.close()
    perform(command)
  }
  const { chosen, setAt, onKeyDown } = useChoice(found, choose)
  const id = useId()
  return (
    <>
      <input
        className={styles['query']}
        type="text"
        role="combobox"
        aria-label="Find a command"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={found.length > 0 ? `${id}-${chosen}` : undefined}
        placeholder="Type what you want to do"
        autoComplete="off"
        spellCheck={false}
        autoFocus
        value={query}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setQuery(event.currentTarget.value)
          setAt(0)
        }}
      />
      <ul id={id} role="listbox" aria-label="Commands" className={styles['list']}>
        {found.map((command, index) => (
          <li
            key={command.id}
            id={`${id}-${index}`}
            ref={index === chosen ? (element) => element?.scrollIntoView({ block: 'nearest' }) : null}
            role="option"
            aria-selected={index === chosen}
            aria-disabled={command.reason() !== null}
            className={styles['choice']}
            onClick={() => choose(command)}
          >
            <span>{command.title}</span>
            <span className={styles['reason']}>{command.reason()}</span>
            {command.keys[0] !== undefined && <Kbd>{printed(command.keys[0])}</Kbd>}
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className={styles['none']}>No command is called that.</p>}
    </>
  )
}

/** Every command by its name, for the keyboard. */
export function Palette({ isOpen, query }: { isOpen: boolean; query: string }) {
  return (
    <Dialog title="Commands" isBare isOpen={isOpen} onClose={commandDialogs.close}>
      <Choices query={query} />
    </Dialog>
  )
}
