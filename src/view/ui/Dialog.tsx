import { useEffect, useId, useRef, type ReactNode } from 'react'
import { IconButton } from './Button'
import { classes } from './classes'
import styles from './Dialog.module.css'

interface DialogProps {
  title: string
  isOpen: boolean
  onClose: () => void
  children: ReactNode
  /** Hides the heading from the eye; it still names the dialog. */
  isBare?: boolean
  width?: 'narrow' | 'wide'
}

/** The native modal dialog: it traps the focus, closes on Escape and on its backdrop, and gives the focus back. */
export function Dialog({ title, isOpen, onClose, children, isBare = false, width = 'narrow' }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const dialog = element.current
    if (dialog === null || dialog.open === isOpen) return
    if (isOpen) dialog.showModal()
    else dialog.close()
  }, [isOpen])
  return (
    <dialog
      ref={element}
      className={classes(styles['dialog'], styles[width])}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose()
      }}
    >
      {isOpen && (
        <div className={styles['inside']}>
          <div className={isBare ? styles['unseen'] : styles['head']}>
            <h2 id={id}>{title}</h2>
            {!isBare && <IconButton icon="close" label="Close" look="quiet" onClick={onClose} />}
          </div>
          {children}
        </div>
      )}
    </dialog>
  )
}
