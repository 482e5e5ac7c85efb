/** The lifetime of entries against staleness and hits: it bounds how old an answer can be, and pays with misses. */
import { longestBesides, msOf } from './longest'
import { proofOf } from './proof'
import type { Boundary, Sweep } from './sweep'

const metric = 'staleAgeMax'

export const lifetime: Sweep = {
  name: 'ttl',
  title: 'How long may an entry live?',
  parameter: 'Lifetime of an entry',
  values: [10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000],
  metrics: [metric, 'staleShare', 'hitRatio'],
  at: (workload, ms) => ({
    ...workload,
    cache: { ...workload.cache, ttl: { ms, jitter: workload.cache.ttl?.jitter ?? 0 } },
  }),
  lacks: ({ protocol }) => (protocol.read === 'database-only' ? 'Nobody reads the cache.' : null),
  boundary(workload, strategy): Boundary {
    const expiry = strategy.guards['expiry'] === 'after-access' ? 'after-access' : 'after-write'
    const property = 'sees-the-new-value'
    const proof = proofOf(strategy, { property, guards: { expiry }, faults: { expire: 'any' }, isEndless: true })
    const proofs = proof === null ? [] : [proof]
    const besides = longestBesides(workload, strategy)
    if (proof?.verdict === 'never')
      return {
        ...{ metric, zero: { kind: 'everywhere' }, proofs },
        says: 'A reader never gets an old version that it could have known to be old, so no lifetime is needed for that.',
      }
    if (proof?.verdict === 'bounded' && besides !== null)
      return {
        ...{ metric, zero: { kind: 'below', extraMs: msOf(besides) }, proofs },
        says: 'Whoever reads on gets the new version at last, because the old entry expires. No answer is older than a lifetime and the load that stored the entry.',
      }
    return {
      ...{ metric, zero: { kind: 'nowhere' }, proofs },
      says:
        proof?.verdict === 'for-ever'
          ? 'Reads keep the entry alive, so an old version can stay for ever, whatever the lifetime.'
          : 'Whoever reads on gets the new version at last, but a load in these times has no longest duration, so the age has no bound.',
    }
  },
}
