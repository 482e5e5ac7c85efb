import type { CSSProperties } from 'react'
import { printed } from '../commands/chord'
import { perform, type Command } from '../commands/command'
import { Button, IconButton } from '../ui/Button'
import type { IconName } from '../ui/Icon'
import { Kbd } from '../ui/Kbd'
import { useCommand, useLabState } from './labContext'

/** Renders again with every change of the player, because any of them may enable or disable a command. */
const useReason = (command: Command): string | null => useLabState(() => command.reason())

/** A command as a square button with a drawing. */
export function CommandIcon({
  id,
  icon,
  label,
  className,
}: {
  id: string
  icon: IconName
  label?: string
  className?: string | undefined
}) {
  const command = useCommand(id)
  const reason = useReason(command)
  const [key] = command.keys
  return (
    <IconButton
      icon={icon}
      label={label ?? command.title}
      {...(key === undefined ? {} : { hint: printed(key) })}
      reason={reason}
      className={className}
      onClick={() => perform(command)}
    />
  )
}

interface CommandButtonProps {
  command: Command
  /** What it says; the command's title when left out. */
  words?: string
  className?: string | undefined
  style?: CSSProperties
}

/** A command as a button with words and the key that does the same. Why it does nothing stands in its description. */
export function CommandButton({ command, words, className, style }: CommandButtonProps) {
  const reason = useReason(command)
  const [key] = command.keys
  return (
    <Button
      reason={reason}
      className={className}
      style={style}
      aria-label={words === undefined ? undefined : command.title}
      aria-keyshortcuts={key}
      onClick={() => perform(command)}
    >
      {words ?? command.title}
      {key !== undefined && <Kbd>{printed(key)}</Kbd>}
    </Button>
  )
}
