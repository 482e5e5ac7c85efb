import { describe, expect, test } from 'vitest'
import { answerTo } from './answer'
import { claimed } from './claims.fixture'

/** The answer to one witness of the stale fill. */
const answered = (witness: Readonly<Record<string, unknown>>) =>
  answerTo(claimed({ witnesses: [{ scenario: 'stale-fill', ...witness }] }).witnesses[0]!)

test('a verdict comes with its worlds, its runs and the shortest witness', () => {
  expect(answered({ ask: 'converges = violated and durable = holds' })).toEqual({
    kind: 'verdicts',
    isTrue: true,
    worlds: 17,
    found: [
      { property: 'converges', verdict: 'violated', answer: null, runs: { total: 10, bad: 1 } },
      { property: 'durable', verdict: 'holds', answer: null, runs: { total: 10, bad: 0 } },
    ],
    schedule: ['T1', 'T1', 'T2', 'T2', 'T1'],
  })
})

test('of those who read for ever it is told how long they see what is stale', () => {
  const own = {
    start: { cache: { x: 1 } },
    protocol: { read: 'cache-aside', write: 'write-around' },
    clients: { T1: ['write x'], T2: ['forever read x'] },
  }
  const answers = [own, { ...own, guards: { expiry: 'after-write' }, faults: { expire: 'any' } }].map((scenario) =>
    answered({ scenario, ask: 'sees-the-new-value = for-ever' }),
  )
  expect(answers).toMatchObject([
    { isTrue: true, found: [{ verdict: 'violated', answer: 'for-ever', runs: null }] },
    { isTrue: false, found: [{ verdict: 'holds', answer: 'bounded', runs: null }] },
  ])
})

test('what every run ends with is refuted by the run that ends otherwise', () => {
  expect(answered({ ask: 'every run ends with cache.x = absent or cache.x = database.x' })).toMatchObject({
    kind: 'runs',
    isTrue: false,
    total: 10,
    matching: 9,
    schedule: ['T1', 'T1', 'T2', 'T2', 'T1'],
  })
})

test.each([
  ['some run ends with cache.x = 1', true, 1, ['T1', 'T1', 'T2', 'T2', 'T1']],
  ['no run ends with cache.x = 1', false, 1, ['T1', 'T1', 'T2', 'T2', 'T1']],
  ['no run ends with database.x = 1', true, 0, ['T1', 'T1', 'T1', 'T2', 'T2']],
  ['always database.x >= 1', true, 10, ['T1', 'T1', 'T1', 'T2', 'T2']],
  ['always cache.x = absent', false, 0, ['T1', 'T1', 'T1']],
  ['sometimes cache.x = 1 and database.x = 2', true, 3, ['T1', 'T1', 'T1', 'T2']],
  ['never cache.x = 3', true, 0, ['T1', 'T1', 'T1', 'T2', 'T2']],
])('%s is %s', (ask, isTrue, matching, schedule) => {
  expect(answered({ ask })).toMatchObject({ isTrue, matching, total: 10, schedule })
})

test('one run is asked at its end, about the world and about what its clients saw', () => {
  const schedule = 'T1 T1 T2 T2 T1'
  const asked = ['cache.x = 1 and database.x = 2', 'converges = violated', 'linearizable = violated'].map(
    (ask) => answered({ schedule, ask }) as { isTrue: boolean },
  )
  expect(asked.map(({ isTrue }) => isTrue)).toEqual([true, true, false])
})

describe('servers are asked', () => {
  const asked = (subject: Readonly<Record<string, unknown>>) =>
    answerTo(claimed({ about: 'a server', witnesses: [subject] }).witnesses[0]!)

  test('as they were recorded, and what clients saw is judged', () => {
    const ask =
      'redis.x = "0" and database.x.version = 1 and answer.6 = "0" and sequential = violated and register-linearizable = violated'
    expect(asked({ recording: 'a-recording', ask })).toMatchObject({ kind: 'servers', isTrue: true })
    expect(asked({ recording: 'a-recording', ask: 'reads-in-order = violated' })).toMatchObject({ isTrue: false })
  })

  test('request by request, with time that passes', () => {
    const requests = ['T1 redis> SET x a PX 100', 'pass 100', 'T1 redis> GET x', 'pass 1', 'T1 redis> GET x']
    expect(asked({ requests, ask: 'answer.1 = "OK" and answer.3 = "a" and answer.5 = nothing' })).toEqual({
      kind: 'servers',
      isTrue: true,
      schedule: [],
      exchanges: [
        { by: 'T1', asked: 'redis> SET x a PX 100', answered: 'OK' },
        { by: '', asked: '100 ms pass', answered: '' },
        { by: 'T1', asked: 'redis> GET x', answered: 'a' },
        { by: '', asked: '1 ms pass', answered: '' },
        { by: 'T1', asked: 'redis> GET x', answered: 'nothing' },
      ],
    })
  })

  test.each([
    [{ requests: ['GET'], ask: 'answer.1 = nothing' }, '"GET" is no request.'],
    [{ requests: ['T1 redis> GTE x'], ask: 'answer.1 = nothing' }, 'Request 1 asks "redis> GTE x"'],
    [
      { requests: ['T1 redis> GET x'], ask: 'answer.2 = nothing' },
      'The ask "answer.2 = nothing" is wrong at character 1.',
    ],
    [
      { requests: ['T1 redis> GET x'], ask: 'sequential = holds' },
      'The ask "sequential = holds" is wrong at character 1.',
    ],
  ])('%o is refused', (subject, problem) => {
    expect(asked(subject)).toEqual({ problem: expect.stringContaining(problem) as string })
  })
})
