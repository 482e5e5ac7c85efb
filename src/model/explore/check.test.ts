import { describe, expect, it } from 'vitest'
import { check, checking } from './check'
import type { Report } from './report'
import { replay } from '../engine/replay'
import { sketched, type Sketch } from '../testing/sketch'

const free: Sketch = { database: { x: 1, y: 1 }, clients: { T1: ['any', 'any'], T2: ['any', 'any'], T3: ['any'] } }
const verdicts = (report: Report) => Object.fromEntries(report.results.map((one) => [one.property, one.verdict]))
const reasons = (report: Report) => [
  ...new Set(report.results.flatMap((one) => (one.verdict === 'unknown' ? [one.reason] : []))),
]

describe('a report', () => {
  it('says what was found, how much was judged, what was searched and what does happen', () => {
    expect(
      check(sketched({ clients: { T1: ['read x'], T2: ['write x'] }, crash: ['T2'], evict: 2, expire: 1 })),
    ).toEqual({
      scenario: 'sketch',
      states: 37,
      transitions: 62,
      isComplete: true,
      results: [
        {
          property: 'converges',
          judged: 5,
          verdict: 'violated',
          steps: 5,
          schedule: ['T1', 'T1', 'T1', 'T2', 'crash:T2'],
        },
        { property: 'reads-in-order', judged: 0, verdict: 'holds' },
        { property: 'read-your-writes', judged: 0, verdict: 'holds' },
        { property: 'linearizable', judged: 1, verdict: 'holds' },
        { property: 'register-linearizable', judged: 1, verdict: 'holds' },
        { property: 'sequential', judged: 3, verdict: 'holds' },
        { property: 'durable', judged: 5, verdict: 'holds' },
        { property: 'no-phantom', judged: 7, verdict: 'holds' },
        { property: 'not-stuck', judged: 12, verdict: 'holds' },
      ],
      searched: { clients: 2, operations: 2, keys: 1, faults: ['a crash of T2', '2 evictions', 'one expiry'] },
      sometimes: ['a miss', 'a fill', 'a commit'],
    })
  })

  it('counts the same worlds and steps whichever properties are asked for', () => {
    const counts = (names: readonly string[]) => {
      const { states, transitions } = check(
        sketched({ clients: { T1: ['read x', 'read x'], T2: ['write x'] }, check: names }),
      )
      return [states, transitions]
    }
    expect(counts([])).toEqual([25, 32])
    expect(counts(['linearizable'])).toEqual([25, 32])
    expect(counts(['converges', 'durable'])).toEqual([25, 32])
  })

  it('counts what was judged in the search, not on the way to the witness', () => {
    const report = check(
      sketched({
        ...{ cache: { x: 1 }, write: 'write-through', check: ['reads-in-order'] },
        clients: { T1: ['read x', 'read x', 'read x'], T2: ['write x'], T3: ['write x'] },
      }),
    )
    expect(report.results).toEqual([
      {
        property: 'reads-in-order',
        judged: 39,
        verdict: 'violated',
        steps: 6,
        schedule: ['T2', 'T3', 'T3', 'T1', 'T2', 'T1'],
      },
    ])
  })

  it('keeps the order in which the properties were asked for', () => {
    const names = ['durable', 'converges', 'linearizable']
    const { results } = check(sketched({ clients: { T1: ['read x'] }, check: names }))
    expect(results.map((result) => result.property)).toEqual(names)
  })

  it('is made in slices, each of which says how far it is and what for', () => {
    const seen = [...checking(sketched({ clients: { T1: ['read x'] }, check: ['linearizable'] }))]
    expect(seen.map(({ worlds, properties }) => [worlds, properties])).toEqual([
      [4, []],
      [4, ['linearizable']],
    ])
  })
})

describe('a search that uses up its budget', () => {
  const scenario = sketched(free)
  const whole = check(scenario)

  it('of worlds says so, and counts what it has seen', () => {
    const report = check(scenario, { budget: { worlds: 1000 } })
    expect(reasons(report)).toEqual(['The budget of 1,000 worlds was used up.'])
    expect([report.isComplete, report.states < whole.states, whole.isComplete]).toEqual([false, true, true])
  })

  it('of bytes says so', () => {
    expect(reasons(check(scenario, { budget: { bytes: 2 ** 16 } }))[0]).toMatch(
      /^The budget of 0 MiB was used up after [\d,]+ worlds\.$/,
    )
  })

  it('of time says so, by the clock that it is given, for all properties together', () => {
    let time = 100
    const report = check(scenario, { budget: { milliseconds: 2500 }, now: () => (time += 1000) })
    expect(reasons(report)[0]).toMatch(/^The budget of 2.5 seconds was used up after [\d,]+ worlds\.$/)
  })

  it('has no limit of time without a clock', () => {
    expect(check(scenario, { budget: { milliseconds: 0 } })).toEqual(whole)
  })

  it('is unknown about what it has not found, and sure of a violation that it has', () => {
    const deadly = sketched({ ...free, cache: { x: 1 }, write: 'write-around', crash: ['T1', 'T2', 'T3'] })
    const report = check(deadly, { budget: { worlds: 1 } })
    expect(verdicts(report)).toEqual({
      converges: 'violated',
      'reads-in-order': 'unknown',
      'read-your-writes': 'violated',
      'no-phantom': 'unknown',
      linearizable: 'violated',
      'register-linearizable': 'violated',
      sequential: 'violated',
      durable: 'unknown',
      'not-stuck': 'unknown',
    })
    const witness = (of: Report, property: string) => {
      const result = of.results.find((one) => one.property === property)
      return result?.verdict === 'violated' ? result.schedule : null
    }
    expect(witness(report, 'converges')).toEqual(['T3:write-x', 'crash:T1', 'crash:T2'])
    expect(witness(report, 'linearizable')).toEqual(['T1:write-x', 'T1:read-x'])
    const unlimited = check(deadly)
    for (const property of ['converges', 'linearizable'])
      expect(witness(unlimited, property)).toEqual(witness(report, property))
  })
})

describe('a scenario beyond the bounds', () => {
  it.each<[string, Sketch]>([
    [
      '8 clients, and this scenario has 9',
      { clients: Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`T${i + 1}`, ['read x']])) },
    ],
    [
      '8 operations a client, and T2 has 9',
      { clients: { T1: ['read x'], T2: Array.from({ length: 9 }, () => 'read x') } },
    ],
    ['4 keys, and this scenario has 5', { clients: { T1: ['read x', 'read y', 'read z', 'read v', 'read w'] } }],
  ])('takes up to %s: unknown at once', (what, sketch) => {
    const report = check(sketched({ ...sketch, check: ['converges'] }))
    expect([report.states, report.isComplete, report.results]).toEqual([
      0,
      false,
      [
        {
          property: 'converges',
          judged: 0,
          verdict: 'unknown',
          reason: `The exhaustive check takes up to ${what}. A seed or a schedule plays a single run.`,
        },
      ],
    ])
  })
})

describe.each([254, 65_534])('versions that grow past %i', (version) => {
  const shape = (database: number): Sketch => ({
    database: { x: database },
    clients: { T1: ['read x', 'read x'], T2: ['write x', 'write x', 'write x'] },
    write: 'write-through',
  })

  it('change no verdict, no count and no witness', () => {
    const { results, states, transitions } = check(sketched(shape(version)))
    const low = check(sketched(shape(1)))
    expect({ results, states, transitions }).toEqual({
      results: low.results,
      states: low.states,
      transitions: low.transitions,
    })
    expect(low.results[0]).toMatchObject({ verdict: 'violated', steps: 10 })
  })

  it('replay to the same numbers', () => {
    const trace = replay(sketched(shape(version)), ['T1', 'T2', 'T2', 'T2', 'T2', 'T2', 'T2', 'T1', 'T1', 'T1'])
    const { database, cache } = trace.steps.at(-1)!.after
    expect([trace.refused, database['x'], cache['x']]).toEqual([null, version + 3, version + 3])
  })
})
