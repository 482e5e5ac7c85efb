import { describe, expect, it } from 'vitest'
import { asked } from '../../testing/atom'

describe('get', () => {
  it('finds the version that is cached', () => {
    expect(asked({ cache: 3 }, { kind: 'cache.get' })).toEqual({
      reply: { found: true, version: 3 },
      database: 1,
      cache: 3,
      lease: null,
    })
  })

  it('misses an absent key and hands out no token', () => {
    expect(asked({}, { kind: 'cache.get' })).toEqual({
      reply: { found: false },
      database: 1,
      cache: null,
      lease: null,
    })
  })
})

describe('set', () => {
  it('overwrites whatever is cached, newer versions too, and says nothing', () => {
    expect(asked({ cache: 3 }, { kind: 'cache.set', version: 2 })).toEqual({
      reply: {},
      database: 1,
      cache: 2,
      lease: null,
    })
  })

  it('voids a token that somebody else holds', () => {
    expect(asked({ lease: 'T2' }, { kind: 'cache.set', version: 2 })).toEqual({
      reply: {},
      database: 1,
      cache: 2,
      lease: null,
    })
  })
})

describe('set if absent', () => {
  it('stores where nothing is cached, and voids the token', () => {
    expect(asked({ lease: 'T2' }, { kind: 'cache.setIfAbsent', version: 2 })).toEqual({
      reply: { stored: true },
      database: 1,
      cache: 2,
      lease: null,
    })
  })

  it.each([1, 2, 3])('gives way to a cached version %i', (cached) => {
    expect(asked({ cache: cached }, { kind: 'cache.setIfAbsent', version: 2 })).toEqual({
      reply: { stored: false },
      database: 1,
      cache: cached,
      lease: null,
    })
  })
})

describe('delete', () => {
  it('removes the entry and says nothing', () => {
    expect(asked({ cache: 3 }, { kind: 'cache.delete' })).toEqual({
      reply: {},
      database: 1,
      cache: null,
      lease: null,
    })
  })

  it('voids a token on a key that was absent already', () => {
    expect(asked({ lease: 'T2' }, { kind: 'cache.delete' })).toEqual({
      reply: {},
      database: 1,
      cache: null,
      lease: null,
    })
  })
})

describe('set next', () => {
  it('counts one on from the last version, stores it and returns it, before the database has it', () => {
    expect(asked({ database: 4, cache: 2 }, { kind: 'cache.setNext' })).toEqual({
      reply: { version: 5 },
      database: 4,
      cache: 5,
      lease: null,
    })
  })

  it('voids a token', () => {
    expect(asked({ lease: 'T2' }, { kind: 'cache.setNext' })).toEqual({
      reply: { version: 2 },
      database: 1,
      cache: 2,
      lease: null,
    })
  })
})
