/**
 * Claims about every scenario, tried on two hundred small ones drawn at random from a fixed seed: patterns,
 * guards, faults, warm, cold and stale keys, in combinations that nobody would write down.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { check } from './check'
import { replay } from '../engine/replay'
import { exploreNaively, isQuiet, violates } from '../testing/naive'
import { faultNamed } from '../engine/faults'
import { misfitIn } from '../scenario/rules'
import { sketched, type Sketch } from '../testing/sketch'

const operation = fc.constantFrom('read x', 'read x', 'read x', 'write x', 'write x', 'read y', 'write y', 'any')

/** Up to three clients and four operations. */
const clients = fc
  .array(fc.array(operation, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 })
  .filter((lists) => lists.flat().length <= 4 && lists.flat().filter((text) => text === 'any').length <= 1)
  .map((lists) => Object.fromEntries(lists.map((list, index) => [`T${index + 1}`, list])))

const guards = fc
  .record({
    'compare-and-set': fc.option(fc.constantFrom('newer', 'equal'), { nil: undefined, freq: 2 }),
    lease: fc.option(fc.constantFrom('wait', 'bypass'), { nil: undefined, freq: 1 }),
    delay: fc.option(fc.constantFrom('any', 'longer-than-pauses'), { nil: undefined, freq: 1 }),
    queue: fc.option(fc.constantFrom('memory', 'durable'), { nil: undefined, freq: 1 }),
    clear: fc.option(fc.constantFrom('compare', 'plain'), { nil: undefined, freq: 1 }),
    tombstone: fc.option(fc.constant('true'), { nil: undefined, freq: 1 }),
    fill: fc.option(fc.constantFrom('set', 'add-if-absent', 'none'), { nil: undefined, freq: 1 }),
    'log-order': fc.option(fc.constantFrom('database-first', 'cache-first'), { nil: undefined, freq: 1 }),
    regions: fc.option(fc.constant('2'), { nil: undefined, freq: 1 }),
    'remote-marker': fc.option(fc.constant('true'), { nil: undefined, freq: 1 }),
  })
  .map((all) =>
    Object.fromEntries(Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
  )

/** A sketch without the guards and faults that mean nothing beside the rest of it. */
function withoutMeaningless(sketch: Sketch): Sketch {
  const misfit = misfitIn(sketched(sketch))
  if (misfit === null) return sketch
  const { name, kind } = misfit
  if (kind === 'fault') return withoutMeaningless({ ...sketch, [name]: faultNamed(name)?.absent })
  const kept = Object.entries(sketch.guards ?? {}).filter(([guard]) => guard !== name)
  return withoutMeaningless({ ...sketch, guards: Object.fromEntries(kept) })
}

const sketches: fc.Arbitrary<Sketch> = fc
  .record({
    read: fc.constantFrom('read-through', 'cache-aside'),
    write: fc.constantFrom(
      'write-through',
      'write-through-cache-first',
      'write-around',
      'write-invalidate',
      'write-behind',
      'delete-then-write',
      'double-delete',
      'deferred-invalidate',
      'deferred-invalidate',
      'change-log',
      'change-log',
    ),
    database: fc.constantFrom({ x: 1 }, { x: 3 }),
    cache: fc.constantFrom<Readonly<Record<string, number>>>({}, {}, { x: 1 }, { x: 3 }),
    guards,
    clients,
    crash: fc.constantFrom<readonly string[]>([], [], ['T1'], ['T1', 'T2']),
    evict: fc.constantFrom(0, 0, 1),
    'cache-restart': fc.constantFrom(0, 0, 1),
    expire: fc.constantFrom<number | 'any'>(0, 0, 1, 'any'),
    replica: fc.constantFrom('current', 'current', 'lagging'),
    redeliver: fc.constantFrom(0, 1),
  })
  .map((sketch) => ({ ...sketch, crash: sketch.crash.filter((name) => name in sketch.clients) }))
  .map(withoutMeaningless)

const seeded = { seed: 20_260_301, numRuns: 200 } as const

/** Small enough for an explorer that replays every run from its start. */
const WORLDS_MAX = 60
const small = sketches.map(sketched).filter((scenario) => check({ ...scenario, check: [] }).states <= WORLDS_MAX)

/** Words of faults in their order. */
const faultWords = ['crash', 'evict', 'expire', 'restart', 'redeliver']

/** Milliseconds; far more than it takes, for machines that are busy with something else. */
const patience = { timeout: 60_000 }

describe('of every scenario', patience, () => {
  it('the packed explorer and a naive one find the same worlds, steps, verdicts and witness lengths', () => {
    fc.assert(
      fc.property(small, (scenario) => {
        const { states, transitions, results, isComplete } = check(scenario)
        const found = Object.fromEntries(
          results.map((result) => [result.property, result.verdict === 'violated' ? result.steps : null] as const),
        )
        expect({ states, transitions, found, isComplete }).toEqual({
          ...exploreNaively(scenario),
          isComplete: true,
        })
      }),
      seeded,
    )
  })

  it('a violated verdict’s schedule replays to its last word and violates by brute force, and no prefix of it does', () => {
    fc.assert(
      fc.property(sketches.map(sketched), (scenario) => {
        for (const result of check(scenario).results) {
          if (result.verdict !== 'violated') continue
          const trace = replay(scenario, result.schedule)
          expect([trace.refused, trace.steps.length]).toEqual([null, result.steps])
          const isViolatedAfter = [...result.schedule, ''].map((_, steps) =>
            violates(result.property, replay(scenario, result.schedule.slice(0, steps))),
          )
          expect(isViolatedAfter).toEqual([...result.schedule.map(() => false), true])
        }
      }),
      seeded,
    )
  })

  it('two checks give byte-equal reports', () => {
    fc.assert(
      fc.property(sketches, (sketch) => {
        expect(JSON.stringify(check(sketched(sketch)))).toBe(JSON.stringify(check(sketched(sketch))))
      }),
      seeded,
    )
  })
})

/** A run to its end: at each world the next number, modulo what is enabled, says which word is taken. */
function wander(sketch: Sketch, picks: readonly number[]) {
  const scenario = sketched(sketch)
  const schedule: string[] = []
  for (const pick of picks) {
    const { enabled } = replay(scenario, schedule)
    if (enabled.length === 0) break
    schedule.push(enabled[pick % enabled.length]!)
  }
  return { scenario, schedule, trace: replay(scenario, schedule) }
}

const picks = fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 14 })

describe('of every run', patience, () => {
  it('the words of a trace replay to the same trace, and every step begins in the world where the last one ended', () => {
    fc.assert(
      fc.property(sketches, picks, (sketch, choices) => {
        const { scenario, trace } = wander(sketch, choices)
        const again = replay(
          scenario,
          trace.steps.map((step) => step.word),
        )
        expect(JSON.stringify(again)).toBe(JSON.stringify(trace))
        expect(trace.refused).toBeNull()
        expect(trace.steps.map((step) => step.before)).toEqual(
          [trace.initial, ...trace.steps.map((step) => step.after)].slice(0, -1),
        )
      }),
      seeded,
    )
  })

  it('no two enabled steps share a word, and each word can be taken', () => {
    fc.assert(
      fc.property(sketches, picks, (sketch, choices) => {
        const { scenario, schedule, trace } = wander(sketch, choices)
        expect(new Set(trace.enabled).size).toBe(trace.enabled.length)
        for (const word of trace.enabled) expect(replay(scenario, [...schedule, word]).refused).toBeNull()
      }),
      seeded,
    )
  })

  it('enabled steps come in the canonical order: clients, timers, flushes, commits on their way, faults', () => {
    const rank = (word: string, names: readonly string[]) => {
      const [head, subject = ''] = word.split(':') as [string, string?]
      const kind = ['timer', 'flush', 'replica', 'log', ...faultWords].indexOf(head)
      const within =
        kind < 0
          ? names.indexOf(head)
          : head === 'timer' || head === 'crash'
            ? names.indexOf(subject)
            : ['x', 'y'].indexOf(subject)
      return (
        100 * (kind + 1) + 10 * within + (kind < 0 ? ['read-x', 'write-x', 'read-y', 'write-y'].indexOf(subject) : 0)
      )
    }
    fc.assert(
      fc.property(sketches, picks, (sketch, choices) => {
        const { scenario, trace } = wander(sketch, choices)
        const names = scenario.clients.map((client) => client.name)
        const ranks = trace.enabled.map((word) => rank(word, names))
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
      }),
      seeded,
    )
  })

  it('a world is quiet exactly when no client, no timer and no endless expiry can step', () => {
    fc.assert(
      fc.property(sketches, picks, (sketch, choices) => {
        const { trace } = wander(sketch, choices)
        expect(trace.isQuiet).toBe(isQuiet(trace))
      }),
      seeded,
    )
  })

  it('a lease token is out only while its key is absent', () => {
    fc.assert(
      fc.property(sketches, picks, (sketch, choices) => {
        const { trace } = wander({ ...sketch, guards: { ...sketch.guards, lease: 'bypass' } }, choices)
        for (const { after } of trace.steps)
          for (const [key, holder] of Object.entries(after.lease))
            expect(holder === null || after.cache[key] === null).toBe(true)
      }),
      seeded,
    )
  })
})
