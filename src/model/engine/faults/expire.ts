/**
 * Expire: an entry's lifetime runs out. With `any` there is no budget: an entry that can expire will,
 * so no world with a cached key is quiet. Where every read restarts the lifetime (`expiry: after-access`), it may
 * expire at any step as well, but while somebody goes on reading it need never do so.
 * Atomic: the removal. Left out: ticks; here only the order of events counts.
 * Source: redis.io EXPIRE; Caffeine `expireAfterWrite`.
 */
import { offsetOf } from '../layout'
import { counted, type Fault } from './fault'
import { RemovalMover, whyNoRemoval } from './removal'

const isBudget = (expire: number | 'any'): expire is number => expire !== 'any' && expire > 0

/** Cells: `expire` what is left of the budget, where there is one. */
export const expire: Fault<'expire', number | 'any'> = {
  name: 'expire',
  absent: 0,
  form: { kind: 'count-or-any', what: 'The number of expiries (or "any")' },
  word: {
    head: 'expire',
    of: 'key',
    verb: 'Expire',
    short: 'Expire',
    why: (world, key) => whyNoRemoval(world, key, `no expiry is left for ${key}`),
  },
  searched({ faults: { expire: budget } }) {
    return budget === 'any' ? ['any expiry'] : counted(budget, 'expiry', 'expiries')
  },
  reserve(layout, scenario) {
    if (isBudget(scenario.faults.expire)) layout.reserveForWorld('expire', 1)
  },
  start(memory, scenario) {
    const budget = scenario.faults.expire
    if (isBudget(budget)) memory.cells[offsetOf(memory, 'expire')] = budget
  },
  movers(site) {
    if (site.scenario.faults.expire === 0) return []
    return [new RemovalMover('expire', site, offsetOf(site.memory, 'expire'))]
  },
}
