import { describe, expect, it } from 'vitest'
import { guardedStorage } from '../preferences/storage'
import { DRAFTS_KEY, keepDrafts, readDrafts } from './drafts'

const holding = (text: string) => ({ read: (key: string) => (key === DRAFTS_KEY ? text : null), write: () => true })
const draft = { text: 'export const f = 1', begunFrom: 'write-behind' }

describe('kept texts', () => {
  it('come back as they were left', () => {
    let kept = ''
    const storage = { read: () => kept, write: (_key: string, value: string) => ((kept = value), true) }
    expect(keepDrafts(storage, { write: draft })).toBe(true)
    expect(readDrafts(storage)).toEqual({ write: draft })
  })

  it.each([
    'not json',
    'null',
    '[]',
    '{"write":7}',
    '{"write":{"text":1,"begunFrom":"write-behind"}}',
    '{"write":{"text":"x","begunFrom":"__proto__"}}',
    `{"write":{"text":"${'x'.repeat(9000)}","begunFrom":"write-behind"}}`,
    '['.repeat(9000),
  ])('that cannot be read are none: %.40s', (text) => {
    expect(readDrafts(holding(text))).toEqual({})
  })

  it('are kept for this visit where the storage throws at every access', () => {
    const storage = guardedStorage(() => {
      throw new DOMException('The operation is insecure.', 'SecurityError')
    })
    expect(keepDrafts(storage, { write: draft })).toBe(false)
    expect(readDrafts(storage)).toEqual({})
  })
})
