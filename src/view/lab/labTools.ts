import { createStore } from 'zustand/vanilla'

interface LabToolsState {
  /** Whether the run tree is shown. */
  readonly isTreeShown: boolean
  /** Whether the scenario is being edited. */
  readonly isEditing: boolean
  /** Whether the dialog that shares this moment is open. */
  readonly isSharing: boolean
}

const store = createStore<LabToolsState>()(() => ({ isTreeShown: false, isEditing: false, isSharing: false }))

/** Which tools somebody has asked for. They stay where they are asked for until they are sent away. */
export const labTools = {
  store,
  showTree: (isTreeShown: boolean) => store.setState({ isTreeShown }),
  edit: (isEditing: boolean) => store.setState({ isEditing }),
  share: (isSharing: boolean) => store.setState({ isSharing }),
}
