import { createStore } from 'zustand/vanilla'

interface CommandDialogsState {
  readonly open: 'palette' | 'keys' | null
  /** What the palette opens with. */
  readonly query: string
}

const store = createStore<CommandDialogsState>()(() => ({ open: null, query: '' }))

/** Which of the two dialogs about commands is open. */
export const commandDialogs = {
  store,
  showPalette: (query = '') => store.setState({ open: 'palette', query }),
  showKeys: () => store.setState({ open: 'keys', query: '' }),
  close: () => store.setState({ open: null }),
}
