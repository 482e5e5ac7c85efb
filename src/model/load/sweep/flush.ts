/** The flush interval against what a crash takes along: an update that waits is as safe as the queue it waits in. */
import { protocols } from '../../protocols'
import type { Crash, Workload } from '../workload/workload'
import { proofOf } from './proof'
import type { Boundary, Sweep } from './sweep'

const metric = 'lostWrites'

/** A workload without a crash would show nothing: the cache restarts when about three in five operations have begun. */
function crashesOf({ crashes, arrivals, operations }: Workload): readonly Crash[] {
  if (crashes.some(({ what }) => what !== 'clients')) return crashes
  const share = 0.6
  const atMs = arrivals.kind === 'open' ? (share * operations * 1000) / arrivals.perSecond : 1000
  return [...crashes, { atMs: Math.max(1, Math.round(atMs)), what: 'cache' }]
}

export const flush: Sweep = {
  name: 'flush',
  title: 'What does a longer flush interval cost?',
  parameter: 'Time between flushes',
  values: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000],
  metrics: [metric, 'databaseWrites', 'pendingMax'],
  at: (workload, ms) => ({
    ...workload,
    flush: { ...workload.flush, everyMs: ms },
    crashes: crashesOf(workload),
  }),
  lacks: ({ protocol }) =>
    protocols.write[protocol.write]?.queues === true ? null : `Under ${protocol.write} nothing waits for a flush.`,
  boundary(workload, strategy): Boundary {
    const isMachine = crashesOf(workload).some(({ what }) => what === 'machine')
    const proof = proofOf(strategy, {
      property: 'durable',
      faults: isMachine ? { 'machine-lost': 1 } : { 'cache-restart': 1 },
    })
    const proofs = proof === null ? [] : [proof]
    const fault = isMachine ? 'a lost machine' : 'a restart'
    if (proof?.verdict === 'holds')
      return {
        ...{ metric, zero: { kind: 'everywhere' }, proofs },
        says: `The queue outlives ${fault} in every interleaving, so nothing acknowledged is lost, however seldom it is flushed.`,
      }
    return {
      ...{ metric, zero: { kind: 'nowhere' }, proofs },
      says: `However short the interval, ${fault} between an acknowledgement and its flush loses the write. A shorter one loses fewer.`,
    }
  },
}
