import type { Workload } from '../workload/workload'
import { Lfu } from './lfu'
import { Lru } from './lru'
import type { Eviction } from './policy'
import { RandomEviction } from './random'

/** How a cache for so many keys chooses what goes. */
export function evictionOf(policy: Workload['cache']['eviction'], keys: number, seed: number): Eviction {
  switch (policy) {
    case 'lru':
      return new Lru(keys)
    case 'lfu':
      return new Lfu(keys)
    case 'random':
      return new RandomEviction(keys, seed)
  }
}
