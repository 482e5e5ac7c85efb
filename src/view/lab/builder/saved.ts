/**
 * Scenarios of somebody's own, kept in this browser by name. What is in the storage is unknown until it has been read entry
 * by entry: a text that cannot be read is set aside under another name, and said so once. Where nothing can be stored the
 * scenarios are kept until the page is closed.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import { browserStorage, type Storage } from '../../preferences/preferences'

export interface SavedScenario {
  readonly name: string
  readonly text: string
  /** The scenario of the catalogue that it was made from. */
  readonly base: string
}

export interface SavedState {
  readonly items: readonly SavedScenario[]
  /** The one that was deleted last, and where it stood. */
  readonly deleted: { readonly item: SavedScenario; readonly at: number } | null
  /** One sentence; null when there is nothing to say. */
  readonly note: string | null
}

export const STORAGE_KEY = 'cachescope.scenarios'
export const SET_ASIDE_KEY = 'cachescope.scenarios.unreadable'
const SIZE_MAX = 2_000_000
const NAME_MAX = 60
export const SAVED_MAX = 100

const isNamed = (value: unknown): value is SavedScenario => {
  if (typeof value !== 'object' || value === null) return false
  const { name, text, base } = value as Record<string, unknown>
  return typeof name === 'string' && name !== '' && typeof text === 'string' && typeof base === 'string'
}

function parse(text: string): readonly SavedScenario[] | null {
  if (text.length > SIZE_MAX) return null
  try {
    const { items } = JSON.parse(text) as { items?: unknown }
    if (!Array.isArray(items) || !items.every(isNamed)) return null
    return items.map(({ name, text: scenario, base }) => ({ name, text: scenario, base }))
  } catch {
    return null
  }
}

export interface SavedScenarios {
  readonly store: StoreApi<SavedState>
  /** Keeps a text under a name, in the place of the one that has the name already. */
  readonly save: (item: SavedScenario) => void
  /** Says whether the name was free. */
  readonly rename: (from: string, to: string) => boolean
  readonly remove: (name: string) => void
  /** Brings the last deleted one back. */
  readonly restore: () => void
  readonly dismissNote: () => void
}

const unstored =
  'This browser keeps nothing for this page, so your scenarios stay until it is closed. Download those that you need.'
const tooMany = `${SAVED_MAX} scenarios are kept, and no more. Delete one, or download this one.`

export function createSavedScenarios(storage: Storage): SavedScenarios {
  const text = storage.read(STORAGE_KEY)
  const kept = text === null ? [] : parse(text)
  let note: string | null = null
  if (text !== null && kept === null) {
    const isAside = storage.write(SET_ASIDE_KEY, text.slice(0, SIZE_MAX))
    const where = isAside ? ` They are kept under "${SET_ASIDE_KEY}" in this browser's storage.` : ''
    note = `Your saved scenarios could not be read.${where}`
  }
  const store = createStore<SavedState>()(() => ({ items: kept ?? [], deleted: null, note }))
  const set = (items: readonly SavedScenario[], more: Partial<SavedState> = {}) => {
    const isKept = storage.write(STORAGE_KEY, JSON.stringify({ formatVersion: 1, items }))
    store.setState({ items, ...(isKept ? {} : { note: unstored }), ...more })
  }
  const itemsNow = () => store.getState().items
  return {
    store,
    save(item) {
      const name = item.name.trim().slice(0, NAME_MAX)
      const saved = { ...item, name }
      const isKnown = itemsNow().some((each) => each.name === name)
      if (name === '') return
      if (!isKnown && itemsNow().length >= SAVED_MAX) store.setState({ note: tooMany })
      else set(isKnown ? itemsNow().map((each) => (each.name === name ? saved : each)) : [...itemsNow(), saved])
    },
    rename(from, to) {
      const name = to.trim().slice(0, NAME_MAX)
      if (name === '' || itemsNow().some((each) => each.name === name && each.name !== from)) return false
      set(itemsNow().map((each) => (each.name === from ? { ...each, name } : each)))
      return true
    },
    remove(name) {
      const at = itemsNow().findIndex((each) => each.name === name)
      const item = itemsNow()[at]
      if (item !== undefined) set(itemsNow().toSpliced(at, 1), { deleted: { item, at } })
    },
    restore() {
      const { deleted } = store.getState()
      if (deleted === null) return
      const { item, at } = deleted
      const others = itemsNow().filter((each) => each.name !== item.name)
      set(others.toSpliced(at, 0, item), { deleted: null })
    },
    dismissNote: () => store.setState({ note: null, deleted: null }),
  }
}

export const savedScenarios = createSavedScenarios(browserStorage)
