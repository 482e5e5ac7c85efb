import { useStore } from 'zustand'
import { preferences, type PreferencesState } from './preferences'

export const usePreferences = <Selected>(select: (state: PreferencesState) => Selected): Selected =>
  useStore(preferences.store, select)
