import { describe, expect, it, test } from 'vitest'
import { answerTo } from './answer'
import { claimed, problemsIn } from './claims.fixture'
import { answersOf, decide } from './decide'
import { loadAskOf } from './loadAsk'

const values: Readonly<Record<string, number>> = {
  'a.writeP50': 1,
  'b.writeP50': 2,
  'c.writeP50': 4,
  'a.hitRatio': 0.5,
}
const valueOf = ({ strategy, metric }: { strategy: number; metric: string }) =>
  values[`${'abcd'.charAt(strategy)}.${metric}`] ?? null

function truthOf(text: string) {
  const ask = loadAskOf(text, 3)
  return 'problem' in ask ? ask.problem : ask.isTrue(valueOf)
}

describe('what is asked of runs under load', () => {
  it.each([
    ['a.writeP50 < b.writeP50 < c.writeP50', true],
    ['a.writeP50 < b.writeP50 < a.writeP50', false],
    ['b.writeP50 = 2 * a.writeP50 and a.hitRatio >= 0.5', true],
    ['b.writeP50 <= 1.5 * a.writeP50', false],
    ['a.hitRatio > 0.5', false],
    ['c.hitRatio > 0.5', null],
  ])('is compared as it is written: %s', (text, truth) => {
    expect(truthOf(text)).toBe(truth)
  })

  it.each([
    ['a.writeP50', 'The ask "a.writeP50" compares nothing. Write e.g. a.hitRatio > 0.9.'],
    ['1 < 2', 'The ask "1 < 2" names nothing that is measured.'],
    ['d.writeP50 < 1', 'The ask "d.writeP50 < 1" is wrong. There is no strategy d among 3. They are a, b, c.'],
    ['a.writeP5 < 1', 'The ask "a.writeP5 < 1" is wrong. There is no metric "writeP5". Did you mean "writeP50"?'],
    ['fast < 1', 'The ask "fast < 1" is wrong. "fast" is no number and no metric. Write e.g. a.writeP50.'],
  ])('is refused in one sentence where it is none: %s', (text, problem) => {
    expect(truthOf(text)).toBe(problem)
  })
})

/** Two strategies that meet the same thousand writes. */
const load = {
  operations: 1000,
  keys: 10,
  reads: 0,
  compare: ['cache-aside + write-behind', 'cache-aside + write-around'],
}
const faster = { load, ask: 'a.writeMean < b.writeMean' }

describe('a claim about a workload', () => {
  test('is decided by what is measured, with the numbers that decided it', () => {
    const claim = claimed({ about: 'a workload', witnesses: [faster] })
    const [answer] = answersOf(claim)
    expect(answer).toMatchObject({ kind: 'load', isTrue: true, operations: 1000 })
    expect(answer !== undefined && 'measured' in answer && answer.measured.map(({ title }) => title)).toEqual([
      'Write latency, mean',
      'Write latency, mean',
    ])
    expect(decide(claim, answersOf(claim))).toEqual({ verdict: 'holds', problems: [] })
  })

  test('is refused where it states something else', () => {
    const claim = claimed({ about: 'a workload', verdict: 'fails', correction: 'No.', witnesses: [faster] })
    expect(decide(claim, answersOf(claim)).problems.map(({ message }) => message)).toEqual([
      'A1: It is stated that it fails, and the engine finds that it holds: "a.writeMean < b.writeMean" is true.',
    ])
  })

  test('is not shown by interleavings, and a claim about every run is not shown by one workload', () => {
    const other = claimed({ about: 'a workload' })
    expect(decide(other, answersOf(other)).problems[0]?.message).toBe(
      'A1: Witness 1: The statement is about what is measured under load. Name a workload, or write one.',
    )
    const every = claimed({ about: 'every run', witnesses: [faster] })
    expect(decide(every, answersOf(every)).problems[0]?.message).toMatch(/one run does not show it/)
  })

  test('names workloads that there are, and says what is wrong with one of its own', () => {
    expect(problemsIn({ witnesses: [{ load: 'like-counters', ask: 'a.hits > 1' }] })).toEqual([
      '4 There is no workload "like-counters". Did you mean "like-counter"?',
    ])
    expect(problemsIn({ witnesses: [{ load: { ...load, keys: 0 }, ask: 'a.hitRatio > 1' }] })).toEqual([
      expect.stringMatching(/^4 .*keys/),
    ])
    expect(problemsIn({ witnesses: [{ load: 'like-counter', scenario: 'stale-fill', ask: 'a.hits > 1' }] })).toEqual([
      '4 A witness asks about one thing, and this has scenario and load. Keep one of them.',
    ])
  })

  test('is no bigger than a build can bear', () => {
    const [witness] = claimed({
      witnesses: [{ load: { ...load, operations: 300_000 }, ask: 'a.writeMean > 0' }],
    }).witnesses
    expect(answerTo(witness!)).toEqual({
      problem: 'A claim is run with up to 200,000 operations. Let fewer begin.',
    })
  })
})
