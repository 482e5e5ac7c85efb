import { describe, expect, it } from 'vitest'
import { asked } from '../../testing/atom'

describe('set if present', () => {
  it('refreshes what is cached, be it newer, and voids its token', () => {
    expect(asked({ cache: 5, lease: 'T2' }, { kind: 'cache.setIfPresent', version: 3 })).toEqual({
      reply: { stored: true },
      database: 1,
      cache: 3,
      lease: null,
    })
  })

  it('brings nothing back that is gone, and leaves the token with its holder', () => {
    expect(asked({ lease: 'T2' }, { kind: 'cache.setIfPresent', version: 3 })).toEqual({
      reply: { stored: false },
      database: 1,
      cache: null,
      lease: 'T2',
    })
  })
})
