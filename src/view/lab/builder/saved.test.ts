import { describe, expect, it } from 'vitest'
import type { Storage } from '../../preferences/storage'
import { createSavedScenarios, SAVED_MAX, SET_ASIDE_KEY, STORAGE_KEY } from './saved'

function memory(entries: Record<string, string> = {}): Storage & { readonly entries: Record<string, string> } {
  return {
    entries,
    read: (key) => entries[key] ?? null,
    write(key, value) {
      entries[key] = value
      return true
    },
  }
}

const item = (name: string, text = 'scenario: mine\n') => ({ name, text, base: 'stale-fill' })

describe('scenarios of one’s own', () => {
  it('are there again at the next visit, in the order in which they were saved', () => {
    const storage = memory()
    const first = createSavedScenarios(storage)
    first.save(item('One'))
    first.save(item(' Two '))
    first.save(item('One', 'scenario: other\n'))
    expect(createSavedScenarios(storage).store.getState()).toEqual({
      items: [item('One', 'scenario: other\n'), item('Two')],
      deleted: null,
      note: null,
    })
  })

  it('are renamed, but never onto another one', () => {
    const { store, save, rename } = createSavedScenarios(memory())
    save(item('One'))
    save(item('Two'))
    expect([rename('One', 'Two'), rename('One', '  '), rename('One', 'Three')]).toEqual([false, false, true])
    expect(store.getState().items).toEqual([item('Three'), item('Two')])
  })

  it('come back where they stood when deleting was a mistake', () => {
    const storage = memory()
    const { store, save, remove, restore } = createSavedScenarios(storage)
    for (const name of ['One', 'Two', 'Three']) save(item(name))
    remove('Two')
    expect(store.getState()).toMatchObject({
      items: [item('One'), item('Three')],
      deleted: { item: item('Two'), at: 1 },
    })
    expect(storage.entries[STORAGE_KEY]).not.toContain('Two')
    restore()
    expect(store.getState()).toMatchObject({ items: [item('One'), item('Two'), item('Three')], deleted: null })
  })

  it('are kept for this visit where nothing can be stored, and that is said', () => {
    const { store, save } = createSavedScenarios({ read: () => null, write: () => false })
    save(item('One'))
    expect(store.getState().items).toEqual([item('One')])
    expect(store.getState().note).toMatch(/^This browser keeps nothing for this page/)
  })

  it.each(['', 'null', '7', '{"items":[{"name":""}]}', '{"items":{"length":1}}', '{"items":[null]}'])(
    'that cannot be read are set aside: %j',
    (text) => {
      const storage = memory({ [STORAGE_KEY]: text })
      const { store } = createSavedScenarios(storage)
      expect(store.getState().items).toEqual([])
      expect(store.getState().note).toMatch(/^Your saved scenarios could not be read\./)
      expect(storage.entries[SET_ASIDE_KEY]).toBe(text)
    },
  )

  it('are never more than the storage has room for', () => {
    const { store, save } = createSavedScenarios(memory())
    for (let count = 0; count <= SAVED_MAX; count++) save(item(`Number ${count}`))
    expect(store.getState().items.length).toBe(SAVED_MAX)
    expect(store.getState().note).toMatch(/^100 scenarios are kept/)
  })
})
