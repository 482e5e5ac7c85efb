import {
  useEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
} from 'react'

/**
 * When a cell's card is shown: while a mouse is over the cell or the focus is in it, until Escape. A finger has no way
 * to point first, so its first tap shows the card and only the second one follows the link.
 */
export function useCard() {
  const [isOpen, setOpen] = useState(false)
  const follows = useRef(true)
  useEffect(() => {
    if (!isOpen) return undefined
    const close = ({ key }: globalThis.KeyboardEvent) => key === 'Escape' && setOpen(false)
    document.addEventListener('keydown', close)
    return () => document.removeEventListener('keydown', close)
  }, [isOpen])
  return {
    isOpen,
    onCell: {
      onPointerEnter: ({ pointerType }: PointerEvent) => pointerType === 'mouse' && setOpen(true),
      onPointerLeave: ({ pointerType }: PointerEvent) => pointerType === 'mouse' && setOpen(false),
      onFocus: () => setOpen(true),
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent) =>
        !currentTarget.contains(relatedTarget) && setOpen(false),
      onKeyDown: ({ key, currentTarget }: KeyboardEvent) => {
        // The focus must not go with the card.
        if (key === 'Escape' && isOpen) currentTarget.querySelector('a')?.focus()
      },
    },
    onLink: {
      onPointerDown: ({ pointerType }: PointerEvent) => void (follows.current = pointerType === 'mouse' || isOpen),
      onClick: (event: MouseEvent) => {
        if (follows.current) return
        event.preventDefault()
        setOpen(true)
        follows.current = true
      },
    },
  }
}
