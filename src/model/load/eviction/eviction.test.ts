import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evictionOf } from '.'
import { NaiveLfu, NaiveLru } from './naive.fixture'
import type { Eviction } from './policy'

const KEYS = 12

const turns = fc.array(fc.tuple(fc.constantFrom('touched', 'stored', 'removed', 'evicted'), fc.nat(KEYS - 1)), {
  maxLength: 200,
})

describe.each([
  ['lru', () => new NaiveLru()],
  ['lfu', () => new NaiveLfu()],
] as const)('%s', (policy, naive) => {
  it('chooses what the slow one chooses, after whatever was stored, read, removed and evicted', () => {
    fc.assert(
      fc.property(turns, (all) => {
        const [fast, slow]: Eviction[] = [evictionOf(policy, KEYS, 1), naive()]
        for (const [turn, key] of all) {
          for (const one of [fast!, slow!]) {
            const meant = turn === 'evicted' ? one.victim() : key
            if (meant !== -1) one[turn === 'evicted' ? 'removed' : turn](meant)
          }
          expect([fast!.victim(), fast!.size]).toEqual([slow!.victim(), slow!.size])
        }
      }),
    )
  })

  it('has nothing to choose where nothing is cached, and may be asked twice', () => {
    const eviction = evictionOf(policy, 3, 1)
    expect(eviction.victim()).toBe(-1)
    eviction.stored(2)
    expect([eviction.victim(), eviction.victim(), eviction.size]).toEqual([2, 2, 1])
    eviction.removed(2)
    expect([eviction.victim(), eviction.size]).toEqual([-1, 0])
  })
})

/** Which keys go, one after the other. */
function gone(eviction: Eviction): readonly number[] {
  const keys: number[] = []
  for (let key = eviction.victim(); key !== -1; key = eviction.victim()) {
    keys.push(key)
    eviction.removed(key)
  }
  return keys
}

function used(policy: 'lru' | 'lfu'): Eviction {
  const eviction = evictionOf(policy, 4, 1)
  for (const key of [0, 1, 2, 3]) eviction.stored(key)
  for (const key of [1, 1, 1, 0, 2]) eviction.touched(key)
  return eviction
}

describe('three uses of one key and then one of two others', () => {
  it('let the longest unused one go first under LRU', () => {
    expect(gone(used('lru'))).toEqual([3, 1, 0, 2])
  })

  it('let the least used one go first under LFU, and the often used one last', () => {
    expect(gone(used('lfu'))).toEqual([3, 0, 2, 1])
  })
})

describe('random eviction', () => {
  it('takes every entry with even chances, and the same ones for the same seed', () => {
    const counts = new Uint32Array(10)
    const victims = (seed: number) => {
      const eviction = evictionOf('random', 10, seed)
      for (let key = 0; key < 10; key++) eviction.stored(key)
      return Array.from({ length: 20_000 }, () => {
        const key = eviction.victim()
        eviction.removed(key)
        eviction.stored(key)
        return key
      })
    }
    const first = victims(1)
    for (const key of first) counts[key]! += 1
    for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(4.5 * Math.sqrt(1800))
    expect(victims(1)).toEqual(first)
    expect(victims(2)).not.toEqual(first)
  })

  it('never takes what is not cached', () => {
    fc.assert(
      fc.property(turns, (all) => {
        const eviction = evictionOf('random', KEYS, 1)
        const cached = new Set<number>()
        for (const [turn, key] of all) {
          const meant = turn === 'evicted' ? eviction.victim() : key
          if (turn === 'evicted') expect(meant === -1 ? cached.size === 0 : cached.has(meant)).toBe(true)
          if (turn === 'stored') cached.add(key)
          else if (turn !== 'touched') cached.delete(meant)
          if (meant !== -1) eviction[turn === 'evicted' ? 'removed' : turn](meant)
          expect(eviction.size).toBe(cached.size)
        }
      }),
    )
  })
})
