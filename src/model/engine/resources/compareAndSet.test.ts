import { describe, expect, it } from 'vitest'
import { asked } from '../../testing/atom'

/** What a store of version 3 over each cached version leaves behind, and what it says. */
const storing = (kind: string, expected?: number) =>
  [undefined, 1, 2, 3, 4].map((cache) => {
    const request = { kind, version: 3, ...(expected === undefined ? {} : { expected }) }
    const after = asked(cache === undefined ? {} : { cache }, request)
    return [cache ?? null, (after.reply as { stored: boolean }).stored, after.cache]
  })

describe('compare-and-set: newer', () => {
  it('stores over nothing and over older versions, and refuses an equal or newer one', () => {
    expect(storing('cache.compareAndSetNewer')).toEqual([
      [null, true, 3],
      [1, true, 3],
      [2, true, 3],
      [3, false, 3],
      [4, false, 4],
    ])
  })

  it('voids a token when it stores', () => {
    expect(asked({ lease: 'T2' }, { kind: 'cache.compareAndSetNewer', version: 3 })).toEqual({
      reply: { stored: true },
      database: 1,
      cache: 3,
      lease: null,
    })
  })
})

describe('compare-and-set: equal', () => {
  it('stores over nothing and over exactly the expected version', () => {
    expect(storing('cache.compareAndSetEqual', 2)).toEqual([
      [null, true, 3],
      [1, false, 1],
      [2, true, 3],
      [3, false, 3],
      [4, false, 4],
    ])
  })

  it('stores over nothing alone when it expects nothing', () => {
    expect(storing('cache.compareAndSetEqual', 0)).toEqual([
      [null, true, 3],
      [1, false, 1],
      [2, false, 2],
      [3, false, 3],
      [4, false, 4],
    ])
  })
})
