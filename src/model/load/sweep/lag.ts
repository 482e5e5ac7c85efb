/** How far what follows the database lies behind: a replica that selects read, or the listener of the log. */
import { protocols } from '../../protocols'
import { longestHold, longestTicks, msOf, shortestAnswer } from './longest'
import { proofOf, type Proof } from './proof'
import type { Boundary, Sweep } from './sweep'

const metric = 'staleForEver'

const everywhere = (proofs: readonly Proof[]): Boundary => ({
  ...{ metric, zero: { kind: 'everywhere' }, proofs },
  says: 'The cache converges however late a commit arrives, so no entry stays stale.',
})

export const lag: Sweep = {
  name: 'lag',
  title: 'How far may the copy lie behind?',
  parameter: 'Lag behind the database',
  values: [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000],
  metrics: [metric, 'staleShare', 'staleAgeP99'],
  at: (workload, ms) => ({ ...workload, lag: { kind: 'constant', ms } }),
  lacks: ({ protocol, replica }) =>
    replica === 'lagging' || protocols.write[protocol.write]?.logs === true
      ? null
      : 'It reads no replica and follows no log. Let its selects read a lagging replica.',
  boundary(workload, strategy): Boundary {
    const plain = proofOf(strategy, { property: 'converges', guards: { delay: null } })
    const long = proofOf(strategy, { property: 'converges', guards: { delay: 'longer-than-pauses' } })
    const proofs = [plain, long].filter((proof) => proof !== null)
    if (plain?.verdict === 'holds') return everywhere(proofs)
    const hold = longestHold(workload, strategy)
    const delay = workload.delay.kind === 'constant' ? longestTicks(workload.delay) : null
    const left = hold === null || delay === null ? -1 : delay + shortestAnswer(workload) - hold
    if (long?.verdict === 'holds' && left >= 0)
      return {
        ...{ metric, zero: { kind: 'until', ms: msOf(left) }, proofs },
        says: 'Up to here the deferred delete outlasts the lag and every load that it misled; beyond, a reader can fill an old version after the delete.',
      }
    return {
      ...{ metric, zero: { kind: 'nowhere' }, proofs },
      says: 'With any lag there are interleavings in which an old version is stored last and stays.',
    }
  },
}
