/**
 * Machine lost: the cache's machine is gone, memory, disk and all, and an empty cache takes its place on another
 * one. Of what waits for the database, only a queue that is replicated to other machines is left.
 *
 * Atomic: the loss together with the replacement. Left out: a disk that somebody carries over, a replica that
 * had not heard the last updates.
 * Source: redis.io "Replication"; Ousterhout et al., "The RAMCloud Storage System", 2015, for memory on several
 * machines instead of a disk.
 */
import { offsetOf } from '../layout'
import { counted, type Fault } from './fault'
import { LossMover } from './loss'

/** Cells: `machine-lost` what is left of the budget. */
export const machineLost: Fault<'machine-lost', number> = {
  name: 'machine-lost',
  absent: 0,
  form: { kind: 'count', what: 'The number of lost machines' },
  word: {
    head: 'machine-lost',
    of: null,
    verb: 'Lose the cache’s machine',
    short: 'Lose machine',
    why: () => 'no other machine is lost',
  },
  lacks: ({ write, protocol }) =>
    write.queues === true
      ? null
      : `about writes that wait in the cache's machine, and ${protocol.write} leaves none there. Use cache-restart, which empties the cache as well.`,
  searched: ({ faults }) => counted(faults['machine-lost'], 'lost machine', 'lost machines'),
  reserve(layout, scenario) {
    if (scenario.faults['machine-lost'] > 0) layout.reserveForWorld('machine-lost', 1)
  },
  start(memory, scenario) {
    const budget = scenario.faults['machine-lost']
    if (budget > 0) memory.cells[offsetOf(memory, 'machine-lost')] = budget
  },
  movers: (site) => (site.scenario.faults['machine-lost'] > 0 ? [new LossMover('machine-lost', site, 'machine')] : []),
}
