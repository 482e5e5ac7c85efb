/**
 * Evict: capacity takes an entry. Which one and when is the search's choice.
 * Atomic: the removal. Left out: the policy (LRU, LFU), which needs sizes and a load.
 * Source: redis.io "Key eviction"; memcached LRU.
 */
import { offsetOf } from '../layout'
import { counted, type Fault } from './fault'
import { RemovalMover, whyNoRemoval } from './removal'

/** Cells: `evict` what is left of the budget. */
export const evict: Fault<'evict', number> = {
  name: 'evict',
  absent: 0,
  form: { kind: 'count', what: 'The number of evictions' },
  word: {
    head: 'evict',
    of: 'key',
    verb: 'Evict',
    short: 'Evict',
    why: (world, key) => whyNoRemoval(world, key, 'no eviction is left'),
  },
  searched: ({ faults }) => counted(faults.evict, 'eviction', 'evictions'),
  reserve(layout, scenario) {
    if (scenario.faults.evict > 0) layout.reserveForWorld('evict', 1)
  },
  start(memory, scenario) {
    if (scenario.faults.evict > 0) memory.cells[offsetOf(memory, 'evict')] = scenario.faults.evict
  },
  movers(site) {
    if (site.scenario.faults.evict === 0) return []
    return [new RemovalMover('evict', site, offsetOf(site.memory, 'evict'))]
  },
}
