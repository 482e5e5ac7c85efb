import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { Command } from './command'
import { registry } from './registry'

/** Makes commands available while the component is shown. Pass the same list until it really changes. */
export const useCommands = (commands: readonly Command[]): void => {
  useEffect(() => registry.add(commands), [commands])
}

export const useAllCommands = (): readonly Command[] => useStore(registry.store)
