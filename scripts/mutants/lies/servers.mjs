/** Lies about recordings of real servers, about the cache that a script is given, and about runs on tape. */
const of = 'src/model/recordings'
const replayed = `${of}/fixtures.test.ts`
const tape = 'src/model/engine/tape'

/** @type {readonly import('../lie.mjs').Lie[]} */
export const servers = [
  {
    of: 'tape',
    says: 'a world is kept one step too late',
    file: `${tape}.ts`,
    from: 'this.length % STRIDE === 0',
    to: 'this.length % STRIDE === 1',
    tests: [`${tape}.test.ts`],
  },
  {
    of: 'recordings',
    says: 'what is recorded of the end is not looked at',
    file: `${of}/replayRecording.ts`,
    from: 'compareFinals(final, replayer.run) ?? ',
    to: '',
    tests: [`${of}/changed.test.ts`],
  },
  {
    of: 'recordings',
    says: 'the verdicts of a recording are not looked at',
    file: `${of}/replayRecording.ts`,
    from: ' ?? compareVerdicts(recording, commits)',
    to: '',
    tests: [`${of}/changed.test.ts`],
  },
  {
    of: 'recordings',
    says: 'the request that was sent last arrives first',
    file: `${of}/replayer.ts`,
    from: '[...(this.late.get(step.by) ?? []), step.asked]',
    to: '[step.asked, ...(this.late.get(step.by) ?? [])]',
    tests: [replayed],
  },
  {
    of: 'recordings',
    says: 'a token that a recording has renamed may stand for another number later',
    file: `${of}/memcached/tokens.ts`,
    from: 'return known === name',
    to: 'return true',
    tests: [`${of}/changed.test.ts`],
  },
  {
    of: 'recordings',
    says: 'every key that ever had a lifetime is said to have one still',
    file: `${of}/redis/expiry.ts`,
    from: 'redis.setEnd(key, null)',
    to: '',
    tests: [of],
  },
  {
    of: 'script-cache',
    says: 'a script reaches keys that it did not name',
    file: 'src/workers/lua/scriptCache.ts',
    from: 'rest[0] !== undefined && rest[0] !== this.key',
    to: "rest[0] === ''",
    tests: ['src/workers/lua'],
  },
  {
    of: 'script-cache',
    says: 'a number with 17 digits loses its last ones on the way to the cache',
    file: 'src/workers/lua/scriptCache.ts',
    from: 'const EXPONENT_FROM = 1e17',
    to: 'const EXPONENT_FROM = 1e14',
    tests: ['src/workers/lua'],
  },
]
