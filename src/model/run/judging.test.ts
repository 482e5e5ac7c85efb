import { describe, expect, it } from 'vitest'
import { check } from '../explore/check'
import { firstViolation } from '../explore/firstViolation'
import { propertyNamed } from '../properties'
import { violates } from '../testing/naive'
import { replay } from '../engine/replay'
import { sketched, type Sketch } from '../testing/sketch'
import type { Scenario } from '../scenario/scenario'
import { scheduleOf } from './course'

const run = (sketch: Sketch, more: Pick<Scenario, 'repeat' | 'seed'> & { readonly schedule?: readonly string[] }) =>
  check({ ...sketched(sketch), ...more })

const countOf = (report: ReturnType<typeof check>, what: string) =>
  report.facts?.find((fact) => fact.what === what)?.count

describe('a thousand updates of one key', () => {
  const updates: Sketch = { write: 'write-behind', clients: { T1: ['write x'] }, check: ['durable'] }

  it.each([
    [1000, 1],
    [100, 10],
    [10, 100],
    [1, 1000],
  ])('make, flushed every %i, %i database writes in whatever run', (every, commits) => {
    for (const seed of [1, 2, 3]) {
      const report = run({ ...updates, guards: { 'flush-every': String(every) } }, { repeat: 1000, seed })
      expect([countOf(report, 'database writes'), countOf(report, 'acknowledged writes')]).toEqual([commits, 1000])
    }
  })

  it('are all lost by a restart before the flush, and none where the queue is durable', () => {
    const schedule = [...Array.from({ length: 1000 }, () => 'T1'), 'restart']
    const lost = (queue: string) => {
      const report = run({ ...updates, guards: { queue }, 'cache-restart': 1 }, { repeat: 1000, seed: 1, schedule })
      return [report.results[0]!.verdict, countOf(report, 'acknowledged writes'), countOf(report, 'lost writes')]
    }
    expect([lost('memory'), lost('durable')]).toEqual([
      ['violated', 1000, 1000],
      ['unknown', 1000, 0],
    ])
  })

  it('lose at most a batch, however long the run', () => {
    for (const every of [1, 10, 100]) {
      const sketch = { ...updates, guards: { 'flush-every': String(every) }, 'cache-restart': 1 }
      for (let seed = 0; seed < 5; seed++)
        expect(countOf(run(sketch, { repeat: 1000, seed }), 'lost writes')).toBeLessThanOrEqual(every)
    }
  })
})

describe('the backlog of four writers and one flusher', () => {
  const writers: Sketch = {
    ...{ write: 'write-behind', check: ['durable'] },
    clients: { T1: ['write x'], T2: ['write y'], T3: ['write x'], T4: ['write z'] },
  }
  const backlog = (guards: Readonly<Record<string, string>>, seed: number) =>
    countOf(run({ ...writers, guards }, { repeat: 250, seed }), 'largest backlog')!

  it('stays within the number of keys where updates coalesce, and grows with the run where each one waits', () => {
    expect([1, 2, 3].map((seed) => backlog({}, seed))).toEqual([3, 3, 3])
    expect([1, 2, 3].map((seed) => backlog({ coalesce: 'none' }, seed) > 500)).toEqual([true, true, true])
  })

  it('is known over all runs where all can be tried', () => {
    const small = { ...writers, clients: { T1: ['write x', 'write x', 'write x'], T2: ['write y'] } }
    const most = (guards: Readonly<Record<string, string>>) => check(sketched({ ...small, guards })).facts
    expect([most({}), most({ coalesce: 'none' }), most({ 'flush-every': '2', coalesce: 'none' })]).toEqual([
      [{ what: 'largest backlog', count: 2 }],
      [{ what: 'largest backlog', count: 4 }],
      [{ what: 'largest backlog', count: 2 }],
    ])
  })
})

it('of three hundred dirty entries each eviction loses one, where the only note lies in the entry', () => {
  const keys = Array.from({ length: 300 }, (_, index) => `k${index}`)
  const sketch: Sketch = {
    ...{ write: 'write-behind', guards: { queue: 'entry' }, check: ['durable'], evict: 200 },
    clients: { T1: keys.map((key) => `write ${key}`) },
  }
  const schedule = [...keys.map(() => 'T1'), ...keys.slice(0, 200).map((key) => `evict:${key}`)]
  const facts = (queue: string) => run({ ...sketch, guards: { queue } }, { seed: 1, schedule })
  expect([facts('entry'), facts('memory')].map((report) => countOf(report, 'lost writes'))).toEqual([200, 0])
  expect(facts('entry').results[0]).toMatchObject({ verdict: 'violated' })
})

describe('a verdict about one run', () => {
  const racing: Sketch = { clients: { T1: ['read x'], T2: ['write x'] }, check: ['converges', 'durable'] }

  it('is violated with its schedule, or unknown with what the run has seen', () => {
    const report = run(racing, { repeat: 500, seed: 3 })
    expect(report.run).toEqual({ operations: 1000, steps: report.transitions, isQuiet: true })
    expect(report.results[1]).toEqual({
      ...{ property: 'durable', judged: 1, verdict: 'unknown' },
      reason: 'It is not violated in this run of 1,000 operations, and other runs were not tried.',
    })
  })

  it('is never "holds", also where all runs could have been tried', () => {
    expect(check(sketched({ ...racing, check: ['durable'] })).results[0]!.verdict).toBe('holds')
    expect(run({ ...racing, check: ['durable'] }, { seed: 1 }).results[0]!.verdict).toBe('unknown')
  })

  it('says when there was nothing to judge, and why', () => {
    const reasons = run({ ...racing, check: ['converges', 'reads-in-order'] }, { repeat: 20, schedule: ['T1', 'T2'] })
    expect(reasons.results.map((result) => result.verdict === 'unknown' && result.reason)).toEqual([
      'There was nothing to judge in this run of 2 operations, which ends before everything is quiet. Add a seed to play it to its end.',
      'There was nothing to judge in this run of 2 operations, which ends before everything is quiet. Add a seed to play it to its end.',
    ])
  })

  it('is not given where too much would have to be remembered', () => {
    const [result] = run({ ...racing, check: ['sequential'] }, { repeat: 100, seed: 1 }).results
    expect(result).toMatchObject({
      verdict: 'unknown',
      reason: 'It cannot be judged in this run of 200 operations, which is too long to be remembered as a whole.',
    })
  })

  it('is not given about runs without end', () => {
    const endless: Sketch = { clients: { T1: ['forever read x'], T2: ['write x'] }, check: ['sees-the-new-value'] }
    expect(run(endless, { seed: 1 }).results[0]).toMatchObject({
      verdict: 'unknown',
      reason: expect.stringMatching(
        /^It is about runs that never end, and this run of \d+ operations? does\.$/,
      ) as string,
    })
  })

  it('has the same bytes each time', () => {
    const text = () => JSON.stringify(run({ ...racing, evict: 5 }, { repeat: 300, seed: 11 }))
    expect(text()).toBe(text())
  })
})

describe('what is judged along a run', () => {
  const properties = ['converges', 'reads-in-order', 'read-your-writes', 'linearizable', 'durable', 'no-phantom']
  const sketches: readonly Sketch[] = [
    { clients: { T1: ['read x', 'read x'], T2: ['write x'] }, evict: 1 },
    { write: 'write-through', clients: { T1: ['write x', 'read x'], T2: ['any'] }, crash: ['T1'] },
    { write: 'write-behind', 'cache-restart': 1, clients: { T1: ['write x', 'read x'], T2: ['read x'] } },
    {
      write: 'write-behind',
      evict: 2,
      guards: { clear: 'plain' },
      clients: { T1: ['write x'], T2: ['write x', 'read x'] },
    },
    { read: 'refresh-ahead', write: 'write-around', cache: { x: 1 }, clients: { T1: ['read x'], T2: ['write x'] } },
  ]

  it('is violated after the same step as where each step is looked at by itself, and by brute force', () => {
    let violated = 0
    for (const sketch of sketches)
      for (let seed = 0; seed < 25; seed++) {
        const scenario = { ...sketched({ ...sketch, check: properties }), seed }
        const schedule = scheduleOf(scenario)
        for (const result of check(scenario).results) {
          const step = firstViolation(scenario, propertyNamed(result.property)!, schedule)
          expect([result.property, result.verdict === 'violated' ? result.steps : null]).toEqual([
            result.property,
            step,
          ])
          if (result.verdict !== 'violated') continue
          violated++
          expect(violates(result.property, replay(scenario, result.schedule))).toBe(true)
        }
      }
    expect(violated).toBeGreaterThan(50)
  })
})
