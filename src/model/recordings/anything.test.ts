/** Whatever the servers are asked, in any order and by anybody, the model has an answer: nothing throws. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readRecording } from './readRecording'
import type { Request } from './recording'
import { Run } from './run'
import { WrongRecording } from './wrongRecording'

const words = [
  ...[
    'GET x',
    'GET y',
    'SET x 1',
    'SET x 1:a NX',
    'SET y 2 XX PX 50',
    'SET x 0 KEEPTTL GET',
    'DEL x y',
    'GETEX x PX 30',
  ],
  ...['GETDEL x', 'INCR n', 'INCR x', 'PTTL x', 'EXPIRE x 1', 'PERSIST x', 'FLUSHALL', 'WATCH x y', 'UNWATCH', 'MULTI'],
  ...['EXEC', 'DISCARD', 'HSET dirty x 1', 'HGET dirty x', 'HDEL dirty x y', 'HGETALL dirty', 'HSET other x 1'],
  ...[
    'EVAL $SEED_CAS 1 x 0 1 a 60',
    'EVAL $SEED_CAS 1 x 1 2 b 0',
    'EVAL $HIGHER_CAS 1 x 3 c 40',
    'EVAL $TOMB 1 x 4 60',
  ],
  ...['EVAL $FILL_CAS 1 x 4 d 60', 'EVAL $TS_CAS 1 y 0 0 250 <ts> 250'],
].map((text) => `redis> ${text}`)
const metas = [
  ...[
    'mg x v c N1',
    'mg x v t',
    'mg x c R30 T1',
    'mg y h f s k N30',
    'ms x 1 C#1 T1 ⏎ 1',
    'ms x 1 C#2 I ⏎ 2',
    'ms y 1 T1 c ⏎ 3',
  ],
  ...[
    'ms x 1 ME ⏎ 4',
    'ms x 1 MR ⏎ 5',
    'md x',
    'md x I T1',
    'md x C#1 I',
    'md y C#2',
    'get x y',
    'gets x y',
    'flush_all',
  ],
  ...['set x 0 1 1 ⏎ 6', 'add x 0 0 1 ⏎ 7', 'replace x 0 0 1 ⏎ 8', 'cas x 0 0 1 c#1 ⏎ 9', 'delete x', 'touch x 1'],
].map((text) => `memcached> ${text}`)
const calls = [
  ...[
    'read(x)',
    'read(y)',
    'read(z)',
    'sread(x)',
    'write(x, 1)',
    'write(y, a b, c)',
    'writeVer(x, v, 1)',
    'writeSeq(x, s)',
  ],
  ...[
    'casWrite(x, c, 0)',
    'casWrite(y, c, 2)',
    'touchOther()',
    'xmin(x)',
    'begin()',
    'commit()',
    'rollback()',
    'nextval()',
  ],
  ...['slotCreate()', 'slotGet()', 'slotPeek()', 'replayPause()', 'replayResume()'],
].map((text) => `postgres> ${text}`)

const by = fc.constantFrom('A', 'B', 'C')
const asks = fc.record({ p: by, req: fc.constantFrom(...words, ...metas, ...calls, '{"t":"clock"}') })
const sleeps = fc.constantFrom(1, 30, 60, 999, 2000).map((time) => ({ do: `time passes ${time} ms` }))
const hears = by.map((p) => ({ p, do: 'unblocked' }))

const final = { redis: { x: null, y: null }, memcached: {}, database: {} }

/** Asks everything, whatever is answered. */
function askAll(listed: readonly object[]): void {
  const read = readRecording(
    {
      scenario: 'any',
      title: 'Any',
      initial: { db: { x: ['0', 0], y: ['0', 3] }, redis: { x: '0' }, mc: { y: 'm' } },
      steps: listed.map((step, index) => ({ n: index + 1, reply: null, ...step })),
      reads_and_writes: [],
      final,
      verdict: {},
    },
    'any.json',
  )
  if ('problem' in read) throw new Error(read.problem)
  const run = new Run(read.recording)
  for (const step of read.recording.steps) {
    if (step.does === 'asks') askOnce(run, step.asked.request, step.by)
    if (step.does === 'sleeps') run.clock.pass(step.milliseconds)
    if (step.does === 'hears') run.postgres.hear(step.by)
  }
  for (const key of ['x', 'y']) {
    run.redis.get(key)
    run.postgres.committed(key)
    run.postgres.log.read(key)
  }
}

/** A stamp of a clock at which nobody has looked is the file's mistake, and said to be one. */
function askOnce(run: Run, request: Request, by: string): void {
  try {
    expect(run.ask(request, by)).not.toBeUndefined()
  } catch (error) {
    if (!(error instanceof WrongRecording)) throw error
  }
}

it('every request is answered, in any order and by anybody', () => {
  fc.assert(fc.property(fc.array(fc.oneof({ weight: 8, arbitrary: asks }, sleeps, hears), { maxLength: 40 }), askAll), {
    numRuns: 1000,
  })
})
