import { createContext, useContext } from 'react'

/** Where a page may put its own buttons in the header; null until the header is there. */
export const SlotContext = createContext<HTMLElement | null>(null)

export const useSlot = (): HTMLElement | null => useContext(SlotContext)
