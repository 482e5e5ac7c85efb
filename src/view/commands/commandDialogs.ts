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
  /** Whether a dialog has been asked for; one that has not come yet keeps the letter for the palette. */
  isOpening: (key: string): boolean => {
    const { open, query } = store.getState()
    if (key === 'Escape') store.setState({ open: null })
    else if (open === 'palette' && key.length === 1) store.setState({ query: query + key })
    return open !== null
  },
  close: () => store.setState({ open: null }),
}
