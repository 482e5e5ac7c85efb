import { createStore } from 'zustand/vanilla'

interface LabToolsState {
  /** Whether the run tree is shown. */
  readonly isTreeShown: boolean
}

const store = createStore<LabToolsState>()(() => ({ isTreeShown: false }))

/** Which tools somebody has asked for. They stay where they are asked for until they are sent away. */
export const labTools = {
  store,
  showTree: (isTreeShown: boolean) => store.setState({ isTreeShown }),
}
