/** Which commands there are right now: each page adds its own while it is shown. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import { perform, type Command } from './command'

export interface Registry {
  readonly store: StoreApi<readonly Command[]>
  /** Adds commands; the returned function takes them away. A later command with the same id or key wins. */
  readonly add: (commands: readonly Command[]) => () => void
  /** The command that a chord runs. */
  readonly boundTo: (chord: string) => Command | undefined
  /** Runs the command of a chord; says whether something was done. */
  readonly press: (chord: string) => boolean
}

export function createRegistry(): Registry {
  const store = createStore<readonly Command[]>()(() => [])
  const boundTo = (chord: string) => store.getState().findLast((command) => command.keys.includes(chord))
  return {
    store,
    add(commands) {
      const ids = new Set(commands.map((command) => command.id))
      store.setState((all) => [...all.filter((command) => !ids.has(command.id)), ...commands], true)
      const added = new Set(commands)
      return () => store.setState((all) => all.filter((command) => !added.has(command)), true)
    },
    boundTo,
    press(chord) {
      const command = boundTo(chord)
      return command !== undefined && perform(command)
    },
  }
}

export const registry = createRegistry()
