/**
 * What a person prefers, kept in one text. Whatever is in the storage is unknown until it has been read
 * field by field: a text that cannot be read is set aside under another name, and said so once.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import { browserStorage, type Storage } from './storage'

export const themes = ['system', 'dark', 'light', 'projector'] as const
export type Theme = (typeof themes)[number]

export interface Preferences {
  readonly theme: Theme
  /** One of the player's speeds. */
  readonly speed: 0.5 | 1 | 2 | 4
  /** Whether a single key, without a modifier, does something (WCAG 2.1.4 asks for a way to switch that off). */
  readonly singleKeys: boolean
}

export interface PreferencesState extends Preferences {
  /** One sentence about a text that could not be read; null when there is nothing to say. */
  readonly note: string | null
}

export const defaults: Preferences = { theme: 'system', speed: 1, singleKeys: true }

export const STORAGE_KEY = 'cachescope.preferences'
export const SET_ASIDE_KEY = 'cachescope.preferences.unreadable'
const SIZE_MAX = 10_000

/** The preferences in a stored text; null when it is not one. A field that is missing has its default. */
function parse(text: string): Preferences | null {
  if (text.length > SIZE_MAX) return null
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
    const fields = new Map<string, unknown>(Object.entries(value))
    const theme = themes.find((name) => name === (fields.get('theme') ?? defaults.theme))
    const speed = ([0.5, 1, 2, 4] as const).find((each) => each === (fields.get('speed') ?? defaults.speed))
    const singleKeys = fields.get('singleKeys') ?? defaults.singleKeys
    if (theme === undefined || speed === undefined || typeof singleKeys !== 'boolean') return null
    return { theme, speed, singleKeys }
  } catch {
    return null
  }
}

export interface PreferencesStore {
  readonly store: StoreApi<PreferencesState>
  readonly prefer: (change: Partial<Preferences>) => void
  readonly dismissNote: () => void
}

/** Reads what is kept, and keeps every change. */
export function createPreferences(storage: Storage): PreferencesStore {
  const text = storage.read(STORAGE_KEY)
  const kept = text === null ? defaults : parse(text)
  let note: string | null = null
  if (text !== null && kept === null) {
    const isAside = storage.write(SET_ASIDE_KEY, text.slice(0, SIZE_MAX))
    const where = isAside ? ` They are kept under "${SET_ASIDE_KEY}" in this browser's storage.` : ''
    note = `Your saved preferences could not be read, so the usual ones are used.${where}`
    storage.write(STORAGE_KEY, JSON.stringify({ formatVersion: 1, ...defaults }))
  }
  const store = createStore<PreferencesState>()(() => ({ ...(kept ?? defaults), note }))
  return {
    store,
    prefer(change) {
      store.setState(change)
      const { theme, speed, singleKeys } = store.getState()
      storage.write(STORAGE_KEY, JSON.stringify({ formatVersion: 1, theme, speed, singleKeys }))
    },
    dismissNote: () => store.setState({ note: null }),
  }
}

export const preferences = createPreferences(browserStorage)

/** For whatever else is kept: it comes with the preferences, so that no page loads it by itself. */
export { browserStorage, type Storage }
