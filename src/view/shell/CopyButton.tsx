import { useEffect, useState, type ReactNode } from 'react'
import { wallClock } from '../player/clock'
import { Button } from '../ui/Button'
import { Icon, type IconName } from '../ui/Icon'
import { announcer } from './announcer'
import { copyText } from './copyText'
import styles from './CopyButton.module.css'

const SHOWN_MILLISECONDS = 2500

interface CopyButtonProps {
  /** What is copied, made when it is asked for. */
  text: () => string
  /** The sentence that says so. */
  said: string
  icon?: IconName
  children: ReactNode
}

/** Copies a text and says so, on itself and to screen readers; where copying is forbidden the text is shown to be copied by hand. */
export function CopyButton({ text, said, icon, children }: CopyButtonProps) {
  const [state, setState] = useState<'idle' | 'copied' | { byHand: string }>('idle')
  useEffect(
    () => (state === 'copied' ? wallClock.after(SHOWN_MILLISECONDS, () => setState('idle')) : undefined),
    [state],
  )
  const copy = async () => {
    const wanted = text()
    const isCopied = await copyText(wanted)
    setState(isCopied ? 'copied' : { byHand: wanted })
    announcer.announce(isCopied ? said : 'Copying is not allowed here. The link is selected; copy it by hand.')
  }
  if (typeof state === 'object')
    return (
      <input
        className={styles['byHand']}
        readOnly
        autoFocus
        aria-label="Copy this link by hand"
        value={state.byHand}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={() => setState('idle')}
      />
    )
  return (
    <Button
      onClick={() => void copy()}
      className={icon === undefined ? undefined : styles['hidesWords']}
      data-copied={state === 'copied' || undefined}
    >
      {icon !== undefined && <Icon name={icon} />}
      <span className={styles['words']}>
        <span data-shown={state === 'idle'}>{children}</span>
        <span data-shown={state === 'copied'} aria-hidden={state !== 'copied'}>
          Link copied
        </span>
      </span>
    </Button>
  )
}
