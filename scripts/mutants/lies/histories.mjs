/** Lies about the checkers of histories. */
const of = 'src/model/histories'
const byExample = [`${of}/examples.test.ts`]
const byForce = [`${of}/histories.test.ts`]

/** @type {readonly import('../lie.mjs').Lie[]} */
export const histories = [
  {
    of: 'history-linearizable',
    says: 'what ends at the moment at which a read begins was known to it',
    file: `${of}/linearizable.ts`,
    from: 'ends[ended]!.to! < read.from',
    to: 'ends[ended]!.to! <= read.from',
    tests: byExample,
  },
  {
    of: 'history-order',
    says: 'what ends at the moment at which another begins precedes it',
    file: `${of}/operation.ts`,
    from: 'endOf(earlier) < later.from',
    to: 'endOf(earlier) <= later.from',
    tests: byExample,
  },
  {
    of: 'history-zones',
    says: 'two values conflict when one of them must come before the other',
    file: `${of}/zones.ts`,
    from: 'before.firstEnd < cluster.lastBeginning && cluster.firstEnd < before.lastBeginning',
    to: 'before.firstEnd < cluster.lastBeginning || cluster.firstEnd < before.lastBeginning',
    tests: byExample,
  },
  {
    of: 'history-impossible-read',
    says: 'a write that ended when another operation began cannot have come after it',
    file: `${of}/impossibleRead.ts`,
    from: 'endOf(write) >= since',
    to: 'endOf(write) > since',
    tests: byExample,
  },
  {
    of: 'history-search',
    says: 'an operation may be placed before one that ended before it began',
    file: `${of}/orderSearch.ts`,
    from: 'soonest = Math.min(soonest, endOf(operations[index]!))',
    to: '',
    tests: byForce,
  },
  {
    of: 'history-search',
    says: 'a value that somebody still has to read is overwritten by a write that nobody wants',
    file: `${of}/orderSearch.ts`,
    from: 'this.isAnsweredWrite(index) && this.wanted[this.values[index]!] === 0',
    to: 'this.isAnsweredWrite(index)',
    tests: byExample,
  },
  {
    of: 'history-sequential',
    says: 'a write without an answer may come before what its client was told earlier',
    file: `${of}/sequentialSearch.ts`,
    from: 'if (after && this.positions[after.thread]! < after.count) return null',
    to: '',
    tests: byForce,
  },
  {
    of: 'history-sequential',
    says: 'a write covers at once what somebody still has to read',
    file: `${of}/sequentialSearch.ts`,
    from: '!this.isWanted(key, value) && !this.isWanted(key, there)',
    to: '!this.isWanted(key, value)',
    tests: byExample,
  },
  {
    of: 'history-session',
    says: 'a read has seen the oldest write that it may have seen',
    file: `${of}/session.ts`,
    from: 'placesOf(read).at(-1)',
    to: 'placesOf(read).at(0)',
    tests: byForce,
  },
  {
    of: 'history-session',
    says: 'whoever reads the same value twice has read it out of order',
    file: `${of}/session.ts`,
    from: 'one >= seen',
    to: 'one > seen',
    tests: byExample,
  },
  {
    of: 'history-conflict',
    says: 'a write that is left out is missed by whoever read it',
    file: `${of}/conflict.ts`,
    from: "operation.kind !== 'write' || kept.has(operation)",
    to: "operation.kind !== 'write' || !kept.has(operation)",
    tests: byExample,
  },
  {
    of: 'history-conflict',
    says: 'half of the suspects are blamed where fewer would do',
    file: `${of}/conflict.ts`,
    from: 'size = size === 1 ? 0 : Math.ceil(size / 2)',
    to: 'size = 0',
    tests: byExample,
  },
]
