/** Whether a file is asked for or was dropped; the dialog that opens it is loaded then. */
import { createStore } from 'zustand/vanilla'

interface FileDialogState {
  readonly state: 'unasked' | 'open' | 'closed'
  /** What was dropped; null where the reader is to choose. */
  readonly file: File | null
}

const store = createStore<FileDialogState>()(() => ({ state: 'unasked', file: null }))

export const fileDialog = {
  store,
  ask: () => store.setState({ state: 'open', file: null }),
  take: (file: File) => store.setState({ state: 'open', file }),
  close: () => store.setState({ state: 'closed', file: null }),
}
