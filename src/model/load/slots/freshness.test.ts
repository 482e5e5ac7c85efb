import { describe, expect, it } from 'vitest'
import { Freshness } from './freshness'

/** A key's versions, each known at a hundred times its number. */
const known = (keys: number, key: number, versions: number) => {
  const freshness = new Freshness(keys)
  for (let version = 2; version <= versions; version++) freshness.known(key, version, 100 * version)
  return freshness
}

describe('what is known of versions', () => {
  it('says when each was superseded', () => {
    const freshness = known(3, 1, 6)
    expect([1, 2, 5].map((version) => freshness.supersededAt(1, version))).toEqual([200, 300, 600])
    expect([...freshness.newest]).toEqual([1, 6, 1])
  })

  it('takes no notice of a version that comes late, or that is known already', () => {
    const freshness = known(1, 0, 4)
    freshness.known(0, 4, 999)
    freshness.known(0, 3, 999)
    expect([freshness.newest[0], freshness.supersededAt(0, 2), freshness.supersededAt(0, 3)]).toEqual([4, 300, 400])
  })

  it('remembers since when what is cached has been superseded, however long ago', () => {
    const freshness = new Freshness(1)
    freshness.stored(0, 1)
    expect(freshness.cachedSupersededAt(0)).toBe(Infinity)
    for (let version = 2; version < 200_000; version++) freshness.known(0, version, version)
    expect(freshness.cachedSupersededAt(0)).toBe(2)
    freshness.stored(0, 199_999)
    expect(freshness.cachedSupersededAt(0)).toBe(Infinity)
    freshness.stored(0, 199_990)
    expect(freshness.cachedSupersededAt(0)).toBe(199_991)
  })

  it('answers with the newest one where nobody remembers, which is too late and never too early', () => {
    const freshness = known(1, 0, 200_000)
    expect(freshness.supersededAt(0, 1)).toBe(100 * 200_000)
  })
})
