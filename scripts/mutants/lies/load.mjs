/** Lies about runs under load: when things happen, what is drawn, what is counted, and what is zoomed into. */
const of = 'src/model/load'
const theory = `${of}/run/theory.test.ts`
const counts = `${of}/run/counts.test.ts`
const daemons = `${of}/daemons/daemons.test.ts`

/** @type {readonly import('../lie.mjs').Lie[]} */
export const load = [
  {
    of: 'load-station',
    says: 'whoever comes to the database last is served first',
    file: `${of}/station.ts`,
    from: 'const customer = this.ring[this.head]!',
    to: 'const customer = this.ring[(this.head + this.waiting - 1) & (this.ring.length - 1)]!',
    tests: [`${of}/station.test.ts`],
  },
  {
    of: 'load-station',
    says: 'what waited for a time counts as if it had waited for a tick',
    file: `${of}/station.ts`,
    from: 'this.queueTicks += this.waiting * (tick - this.tick)',
    to: 'this.queueTicks += this.waiting',
    tests: [`${of}/station.test.ts`, theory],
  },
  {
    of: 'load-agenda',
    says: 'what is planned for the same moment may happen in another order than it was planned',
    file: `${of}/agenda/agenda.ts`,
    from: 'if (ticks[parent]! <= tick) break',
    to: 'if (ticks[parent]! < tick) break',
    tests: [`${of}/agenda/agenda.test.ts`],
  },
  {
    of: 'load-chance',
    says: 'hot keys are as popular as all others',
    file: `${of}/chance/popularity.ts`,
    from: 'const isHot = unitAt(root, operation, 0) < share',
    to: 'const isHot = unitAt(root, operation, 0) < hot / keys',
    tests: [`${of}/chance/popularity.test.ts`],
  },
  {
    of: 'load-eviction',
    says: 'under LRU a read keeps nothing',
    file: `${of}/eviction/lru.ts`,
    from: '  touched(key: number): void {\n    if (this.older[key] === -1) return',
    to: '  touched(key: number): void {\n    return',
    tests: [`${of}/eviction`],
  },
  {
    of: 'load-lifetime',
    says: 'a lifetime that is over ends nothing',
    file: `${of}/run/entries.ts`,
    from: 'this.ends[key]! > now) return',
    to: 'this.ends[key]! > 0) return',
    tests: [`${of}/sweep/measured.test.ts`, counts],
  },
  {
    of: 'load-pause',
    says: 'a pause takes no time',
    file: `${of}/run/requests.ts`,
    from: 'from += this.draws.pauseLength(draw, actors.draws[actor]!)',
    to: 'from += 0 * this.draws.pauseLength(draw, actors.draws[actor]!)',
    tests: [`${of}/sweep/measured.test.ts`],
  },
  {
    of: 'load-stale',
    says: 'a read that returns the newest version is stale',
    file: `${of}/run/operations.ts`,
    from: 'else if (result < actors.newest[actor]!)',
    to: 'else if (result <= actors.newest[actor]!)',
    tests: [`${of}/run`],
  },
  {
    of: 'load-delay',
    says: 'the delay of a deferred delete counts from the commit, not from the answer',
    file: `${of}/daemons/deferredDeletes.ts`,
    from: 'now + actors.rest[actor]! + draws.delay(draw, 0)',
    to: 'now + draws.delay(draw, 0)',
    tests: [daemons, `${of}/sweep/measured.test.ts`],
  },
  {
    of: 'load-plan',
    says: 'a program may look at versions themselves',
    file: `${of}/plan/plan.ts`,
    from: 'if (!isAlike || registers >= REGISTERS_MAX) throw this.refused(one.program)',
    to: '',
    tests: [`${of}/plan/plan.test.ts`],
  },
  {
    of: 'load-end',
    says: 'an entry that a lifetime will remove is stale for ever',
    file: `${of}/run/result.ts`,
    from: 'entries.staysForEver(key) &&',
    to: '',
    tests: [`${of}/run`],
  },
  {
    of: 'load-sweep',
    says: 'a delay is long enough that does not outlast the pauses',
    file: `${of}/sweep/longest.ts`,
    from: 'after(select) + pause + before(latency)',
    to: 'after(select) + before(latency)',
    tests: [`${of}/sweep`],
  },
  {
    of: 'load-zoom',
    says: 'the story of a stale read may begin where the entry is old already',
    file: `${of}/zoom/zoom.ts`,
    from: '|| (before.cached !== 0 && before.cached !== before.row)',
    to: '',
    tests: [`${of}/zoom`],
  },
]
