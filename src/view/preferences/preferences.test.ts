import { describe, expect, test } from 'vitest'
import { createPreferences, SET_ASIDE_KEY, STORAGE_KEY } from './preferences'
import { guardedStorage, type Storage } from './storage'

const inMemory = (content: Record<string, string> = {}) => {
  const entries = new Map(Object.entries(content))
  const storage: Storage = {
    read: (key) => entries.get(key) ?? null,
    write(key, value) {
      entries.set(key, value)
      return true
    },
  }
  return { storage, entries }
}

const usual = { theme: 'system', speed: 1, singleKeys: true, note: null }

describe('preferences', () => {
  test('are the usual ones on a fresh profile', () => {
    expect(createPreferences(inMemory().storage).store.getState()).toEqual(usual)
  })

  test('come back as they were left', () => {
    const { storage } = inMemory()
    createPreferences(storage).prefer({ theme: 'projector', speed: 4, singleKeys: false })
    expect(createPreferences(storage).store.getState()).toEqual({
      theme: 'projector',
      speed: 4,
      singleKeys: false,
      note: null,
    })
  })

  test('of an earlier release keep what they say and take the rest from the usual ones', () => {
    const { storage } = inMemory({ [STORAGE_KEY]: '{"theme":"dark","later":true}' })
    expect(createPreferences(storage).store.getState()).toEqual({ ...usual, theme: 'dark' })
  })

  test.each([
    'not json',
    'null',
    '[]',
    '"dark"',
    '{"theme":"neon"}',
    '{"theme":{"__proto__":1}}',
    '{"speed":"2"}',
    '{"speed":1e9}',
    '{"singleKeys":"no"}',
    '{"theme":"\\ud800"}',
    `{"theme":"dark","x":"${'x'.repeat(20_000)}"}`,
    '['.repeat(9_000),
  ])('that cannot be read are set aside and named: %.40s', (text) => {
    const { storage, entries } = inMemory({ [STORAGE_KEY]: text })
    expect(createPreferences(storage).store.getState()).toEqual({
      ...usual,
      note: 'Your saved preferences could not be read, so the usual ones are used. They are kept under "cachescope.preferences.unreadable" in this browser\'s storage.',
    })
    expect(entries.get(SET_ASIDE_KEY)).toBe(text.slice(0, 10_000))
    expect(createPreferences(storage).store.getState()).toEqual(usual)
  })

  test('work for this visit where the storage throws at every access', () => {
    const storage = guardedStorage(() => {
      throw new DOMException('The operation is insecure.', 'SecurityError')
    })
    const { store, prefer } = createPreferences(storage)
    prefer({ theme: 'dark' })
    expect(store.getState()).toEqual({ ...usual, theme: 'dark' })
  })
})
