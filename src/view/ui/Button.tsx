import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes'
import styles from './Button.module.css'
import { Icon, type IconName } from './Icon'

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  className?: string | undefined
  look?: 'plain' | 'primary' | 'quiet'
  /**
   * Why the button does nothing now; it stays focusable and says so. A button with `disabled` says nothing and
   * cannot be reached, so prefer this one.
   */
  reason?: string | null
}

/** A button that says why it does nothing. */
export function Button({ look = 'plain', reason = null, className, onClick, title, ...rest }: ButtonProps) {
  const isOff = reason !== null
  return (
    <button
      type="button"
      {...rest}
      className={classes(styles['button'], styles[look], className)}
      aria-disabled={isOff || undefined}
      title={reason ?? title}
      onClick={(event) => (isOff ? event.preventDefault() : onClick?.(event))}
    />
  )
}

interface IconButtonProps extends Omit<ButtonProps, 'children'> {
  icon: IconName
  /** What it does: its accessible name. */
  label: string
  hint?: string
}

/** A square button with a drawing. `hint` names its key in the tooltip. */
export function IconButton({ icon, label, hint, className, reason = null, ...rest }: IconButtonProps) {
  const tip = hint === undefined ? label : `${label} (${hint})`
  return (
    <Button
      {...rest}
      reason={reason}
      className={classes(styles['icon'], className)}
      aria-label={label}
      title={reason ?? tip}
    >
      <Icon name={icon} />
    </Button>
  )
}

/** A link that looks like a button, for going somewhere. */
export function ButtonLink({
  look = 'plain',
  className,
  ...rest
}: ComponentProps<'a'> & { look?: 'plain' | 'primary' | 'quiet'; children: ReactNode }) {
  return <a {...rest} className={classes(styles['button'], styles[look], className)} />
}
