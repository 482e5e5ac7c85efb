import type { ReactNode } from 'react'
import { IconButton } from './Button'
import { classes } from './classes'
import styles from './Note.module.css'

interface NoteProps {
  tone?: 'plain' | 'good' | 'bad'
  children: ReactNode
  /** What the note can be sent away with; without it the note stays. */
  onDismiss?: () => void
  actions?: ReactNode
}

/** A line that says what has happened, in its place on the page, until it is sent away. */
export function Note({ tone = 'plain', children, onDismiss, actions }: NoteProps) {
  return (
    <div className={classes(styles['note'], styles[tone])} role="note">
      <div className={styles['text']}>
        {children}
        {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
      </div>
      {onDismiss !== undefined && <IconButton icon="close" label="Dismiss" look="quiet" onClick={onDismiss} />}
    </div>
  )
}
