import { describe, expect, it } from 'vitest'
import { keyDrawer } from '../chance/popularity'
import { Random } from '../../run/random'
import { evictionOf } from '.'

const REQUESTS = 100_000
const KEYS = 10_000

type Trace = (n: number) => number

const zipf = (exponent: number): Trace => keyDrawer({ kind: 'zipf', exponent }, KEYS, 5)

/** Bursts of a small set that moves on, as sessions do. */
function moving(): Trace {
  const random = new Random(3)
  return (n) => (Math.floor(n / 500) * 37 + random.below(300)) % KEYS
}

const traces: readonly (readonly [string, number, () => Trace])[] = [
  ['Zipf 0.8', 500, () => zipf(0.8)],
  ['Zipf 1', 100, () => zipf(1)],
  ['Zipf 1.2', 2000, () => zipf(1.2)],
  ['uniform keys', 1000, () => keyDrawer({ kind: 'uniform' }, KEYS, 5)],
  ['one hot key', 50, () => keyDrawer({ kind: 'hot', keys: 1, share: 0.3 }, KEYS, 5)],
  ['a loop that fits', 1000, () => (n) => n % 1000],
  ['a loop longer by one than the cache', 1000, () => (n) => n % 1001],
  ['a scan of everything', 1000, () => (n) => n % KEYS],
  [
    'Zipf keys with scans between them',
    400,
    () => {
      const often = zipf(1)
      return (n) => (n % 1000 < 500 ? often(n) : n % KEYS)
    },
  ],
  ['sets that move on', 256, moving],
]

function hitsOfOurs(trace: Trace, capacity: number): number {
  const lru = evictionOf('lru', KEYS, 1)
  const cached = new Uint8Array(KEYS)
  let hits = 0
  for (let n = 0; n < REQUESTS; n++) {
    const key = trace(n)
    if (cached[key] === 1) {
      hits += 1
      lru.touched(key)
      continue
    }
    if (lru.size === capacity) {
      const victim = lru.victim()
      cached[victim] = 0
      lru.removed(victim)
    }
    cached[key] = 1
    lru.stored(key)
  }
  return hits
}

/**
 * No list and no links: a request is a hit where fewer than `capacity` different keys were asked for since the same key
 * last was. Their number is counted in a tree of partial sums over the requests (Bennett and Kruskal, 1975).
 */
function hitsByDistance(trace: Trace, capacity: number): number {
  const sums = new Int32Array(REQUESTS + 1)
  const add = (at: number, by: number) => {
    for (let index = at + 1; index <= REQUESTS; index += index & -index) sums[index]! += by
  }
  const upTo = (at: number) => {
    let sum = 0
    for (let index = at + 1; index > 0; index -= index & -index) sum += sums[index]!
    return sum
  }
  const lastAt = new Map<number, number>()
  let hits = 0
  for (let n = 0; n < REQUESTS; n++) {
    const key = trace(n)
    const last = lastAt.get(key)
    if (last !== undefined) {
      if (upTo(n) - upTo(last) < capacity) hits += 1
      add(last, -1)
    }
    add(n, 1)
    lastAt.set(key, n)
  }
  return hits
}

describe('the hits of an LRU cache in 100,000 requests', () => {
  it.each(traces)('for %s with room for %i are those of counting reuse distances', (_, capacity, traceOf) => {
    expect(hitsOfOurs(traceOf(), capacity)).toBe(hitsByDistance(traceOf(), capacity))
  })

  it('are these', () => {
    expect(Object.fromEntries(traces.map(([name, capacity, of]) => [name, hitsOfOurs(of(), capacity)]))).toEqual({
      'Zipf 0.8': 32951,
      'Zipf 1': 38804,
      'Zipf 1.2': 90091,
      'Zipf keys with scans between them': 21560,
      'a loop longer by one than the cache': 0,
      'a loop that fits': 99000,
      'a scan of everything': 0,
      'one hot key': 30226,
      'sets that move on': 78394,
      'uniform keys': 10037,
    })
  })
})
