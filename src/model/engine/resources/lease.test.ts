import { describe, expect, it } from 'vitest'
import { asked } from '../../testing/atom'

describe.each(['cache.leaseGet', 'cache.leaseGetOrWait'])('%s', (kind) => {
  it('finds what is cached and hands out no token', () => {
    expect(asked({ cache: 3 }, { kind })).toEqual({
      reply: { found: true, version: 3 },
      database: 1,
      cache: 3,
      lease: null,
    })
  })

  it('hands the token to the first who misses', () => {
    expect(asked({ by: 'T2' }, { kind })).toEqual({
      reply: { found: false, token: true },
      database: 1,
      cache: null,
      lease: 'T2',
    })
  })

  it('confirms the token to its holder', () => {
    expect(asked({ lease: 'T1', by: 'T1' }, { kind })).toEqual({
      reply: { found: false, token: true },
      database: 1,
      cache: null,
      lease: 'T1',
    })
  })
})

describe('a miss while somebody else holds the token', () => {
  it('is told so at once by the plain lease get', () => {
    expect(asked({ lease: 'T1', by: 'T2' }, { kind: 'cache.leaseGet' })).toEqual({
      reply: { found: false, token: false },
      database: 1,
      cache: null,
      lease: 'T1',
    })
  })

  it('waits in the lease get that waits', () => {
    expect(asked({ lease: 'T1', by: 'T2' }, { kind: 'cache.leaseGetOrWait' })).toEqual({
      reply: 'waits',
      database: 1,
      cache: null,
      lease: 'T1',
    })
  })
})

describe('lease set', () => {
  it('stores for the holder and takes the token back', () => {
    expect(asked({ lease: 'T1', by: 'T1' }, { kind: 'cache.leaseSet', version: 2 })).toEqual({
      reply: { stored: true },
      database: 1,
      cache: 2,
      lease: null,
    })
  })

  it('is refused for anybody but the holder, whose token stays alive', () => {
    expect(asked({ lease: 'T1', by: 'T2' }, { kind: 'cache.leaseSet', version: 2 })).toEqual({
      reply: { stored: false },
      database: 1,
      cache: null,
      lease: 'T1',
    })
  })

  it('is refused once the token is void, whatever is cached', () => {
    expect(asked({ cache: 3 }, { kind: 'cache.leaseSet', version: 2 })).toEqual({
      reply: { stored: false },
      database: 1,
      cache: 3,
      lease: null,
    })
  })
})
