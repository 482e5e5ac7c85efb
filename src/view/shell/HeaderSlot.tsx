import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useSlot } from './slot'

/** Puts a page's buttons into the right side of the header. */
export function HeaderSlot({ children }: { children: ReactNode }) {
  const slot = useSlot()
  return slot === null ? null : createPortal(children, slot)
}
