/**
 * The delay of the deferred delete against the longest load: a delete that comes once every load is over that began
 * before the commit finds whatever old version there will ever be.
 */
import { protocols } from '../../protocols'
import { longestHold, longestTicks, msOf, shortestAnswer } from './longest'
import { proofOf } from './proof'
import type { Boundary, Sweep } from './sweep'

const metric = 'staleForEver'

export const delay: Sweep = {
  name: 'delay',
  title: 'How long must the delete wait?',
  parameter: 'Delay of the deferred delete',
  values: [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000],
  metrics: [metric, 'staleShare', 'hitRatio'],
  at: (workload, ms) => ({ ...workload, delay: { kind: 'constant', ms } }),
  lacks: ({ protocol }) =>
    protocols.write[protocol.write]?.defers === true ? null : `${protocol.write} leaves no delete for later.`,
  boundary(workload, strategy): Boundary {
    const any = proofOf(strategy, { property: 'converges', guards: { delay: null } })
    const long = proofOf(strategy, { property: 'converges', guards: { delay: 'longer-than-pauses' } })
    const proofs = [any, long].filter((proof) => proof !== null)
    if (any?.verdict === 'holds')
      return {
        ...{ metric, zero: { kind: 'everywhere' }, proofs },
        says: 'The cache converges whatever the delay is, so no entry stays stale.',
      }
    if (long?.verdict !== 'holds')
      return {
        ...{ metric, zero: { kind: 'nowhere' }, proofs },
        says: 'Even a delay that outlasts every pause leaves runs in which the cache stays wrong.',
      }
    const hold = longestHold(workload, strategy)
    const lag = strategy.replica === 'lagging' ? longestTicks(workload.lag) : 0
    if (hold === null || lag === null)
      return {
        ...{ metric, zero: { kind: 'nowhere' }, proofs },
        says: 'Only a delay longer than every pause is long enough, and these times have no longest one. Choose constant or uniform ones to see the boundary.',
      }
    return {
      ...{ metric, zero: { kind: 'from', ms: msOf(Math.max(0, hold + lag - shortestAnswer(workload))) }, proofs },
      says: 'From here on the delete outlasts every load that began before the commit, and the cache converges in every interleaving; below, an old version can be stored after the delete.',
    }
  },
}
