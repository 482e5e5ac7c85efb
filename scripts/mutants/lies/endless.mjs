/** Lies about runs without end: which of them are fair, and where they can go on for ever. */
const of = 'src/model/explore/endless'
const claims = `${of}/endless.test.ts`
const byHand = `${of}/fairLoops.test.ts`

/** @type {readonly import('../lie.mjs').Lie[]} */
export const endless = [
  {
    of: 'components',
    says: 'a world that leads into a finished component belongs to it',
    file: `${of}/components.ts`,
    from: 'else if (isOpen[to] === 1)',
    to: 'else',
    tests: [byHand],
  },
  {
    of: 'fair-loops',
    says: 'a process that is not due at one place of a loop still has to step in it',
    file: `${of}/fairLoops.ts`,
    from: 'for (const process of due) if (!here.has(process)) due.delete(process)',
    to: '',
    tests: [byHand],
  },
  {
    of: 'fair-loops',
    says: 'a loop may starve a process that could step all the time',
    file: `${of}/fairLoops.ts`,
    from: 'this.processesDue(worlds).size === 0',
    to: 'this.processesDue(worlds).size < 2',
    tests: [byHand],
  },
  {
    of: 'endless-graph',
    says: 'a fault that may happen has to come at last',
    file: `${of}/endlessGraph.ts`,
    from: 'process !== NOBODY && (mover.isFair?.(choice) ?? mover.awaited)',
    to: 'process !== NOBODY',
    tests: [claims],
  },
  {
    of: 'endless-graph',
    says: 'an entry that somebody goes on reading expires in the end, although every hit makes it young',
    file: 'src/model/engine/faults/removal.ts',
    from: ' && !this.site.clients.some((client) => client.mayStillRead(this.keys[choice]!))',
    to: '',
    tests: [claims],
  },
  {
    of: 'answer',
    says: 'a search that was broken off knows that stale reads come to an end',
    file: `${of}/answer.ts`,
    from: "if (reason !== null) return { ...judged, verdict: 'unknown', reason }",
    to: '',
    tests: [claims],
  },
]
