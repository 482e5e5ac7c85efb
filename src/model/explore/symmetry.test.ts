/** Counts and verdicts with interchangeable clients against those without, on the catalogue and on random scenarios. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { check } from './check'
import { permutationsOf } from './permutations'
import { Search } from './search'
import { alikeIn } from './symmetry'
import { compile } from '../engine/compile'
import { replay } from '../engine/replay'
import { catalogue } from '../scenario/catalogue'
import type { Scenario } from '../scenario/scenario'
import { sketched, type Sketch } from '../testing/sketch'

/** What may not depend on whether clients change places; witnesses may differ, their length may not. */
function found(scenario: Scenario, isSymmetric: boolean) {
  const { states, transitions, results, sometimes } = check(scenario, { isSymmetric })
  const lengths = results.map((result) => [
    result.property,
    result.verdict,
    result.verdict === 'violated' ? result.steps : result.judged,
  ])
  return { states, transitions, lengths, sometimes }
}

const hasAlike = (scenario: Scenario) => alikeIn(scenario).length > 0

describe('clients that do the same', () => {
  it('are alike when their operations, their clocks and their fates are', () => {
    const three = { T1: ['read x'], T2: ['read x'], T3: ['write x'] }
    expect(alikeIn(sketched({ clients: three }))).toEqual([[0, 1]])
    expect(alikeIn(sketched({ clients: three, crash: ['T1'] }))).toEqual([])
    expect(alikeIn(sketched({ clients: three, crash: ['T1', 'T2'] }))).toEqual([[0, 1]])
    expect(alikeIn(sketched({ clients: { T1: ['any'], T2: ['any'], T3: ['any'] } }))).toEqual([[0, 1, 2]])
  })

  it('change places in every way that leaves the others where they are', () => {
    expect(permutationsOf(4, [[1, 3]])).toEqual([
      [0, 1, 2, 3],
      [0, 3, 2, 1],
    ])
    expect(
      permutationsOf(4, [
        [0, 1],
        [2, 3],
      ]),
    ).toHaveLength(4)
    expect(new Set(permutationsOf(3, [[0, 1, 2]]).map(String)).size).toBe(6)
  })
})

describe('worlds and verdicts are the same whether alike clients change places or not', () => {
  it.each(catalogue.filter(hasAlike).map((scenario) => [scenario.scenario, scenario] as const))(
    '%s',
    (_name, scenario) => {
      expect(found(scenario, true)).toEqual(found(scenario, false))
    },
  )

  it.each<readonly [string, Omit<Sketch, 'clients'>]>([
    ['under a lease that others wait for', { guards: { lease: 'wait' } }],
    ['under a lease that others bypass', { guards: { lease: 'bypass' }, cache: { x: 1 } }],
    ['with tombstones and an eviction', { guards: { tombstone: 'true' }, evict: 1 }],
    ['with timers', { write: 'deferred-invalidate', guards: { delay: 'longer-than-pauses' } }],
    ['with crashes', { guards: { lease: 'wait' }, crash: ['T1', 'T2'], read: 'cache-aside' }],
    ['with locks', { write: 'write-through', guards: { 'write-lock': 'true' } }],
    ['with locks that run out', { write: 'write-through', guards: { 'write-lock': 'true', 'lock-timeout': 'once' } }],
    ['with stale marks', { cache: { x: 1 }, guards: { lease: 'wait', 'serve-stale': 'late-fills' } }],
    [
      'with stamps',
      { write: 'write-through', expire: 1, guards: { expiry: 'after-write', 'reject-old-fills': 'at-select' } },
    ],
  ])('%s', (_title, sketch) => {
    for (const clients of [
      { T1: ['read x', 'read x'], T2: ['read x', 'read x'], W: ['write x'] },
      { T1: ['write x', 'read x'], T2: ['write x', 'read x'] },
      { T1: ['any'], T2: ['any'], T3: ['any'] },
    ]) {
      const crash = sketch.crash?.filter((name) => name in clients) ?? []
      const scenario = sketched({ ...sketch, crash, clients })
      expect(found(scenario, true)).toEqual(found(scenario, false))
    }
  })

  it('on random pairs of readers and writers', () => {
    const operation = fc.constantFrom('read x', 'write x', 'read y', 'write y')
    const program = fc.array(operation, { minLength: 1, maxLength: 2 })
    const guards = fc.constantFrom<Sketch['guards']>({}, { lease: 'wait' }, { 'compare-and-set': 'newer' })
    const write = fc.constantFrom('write-through', 'write-invalidate', 'write-behind')
    fc.assert(
      fc.property(program, program, guards, write, (one, other, chosen, pattern) => {
        const clients = { T1: one, T2: one, T3: other }
        const scenario = sketched({ clients, guards: chosen ?? {}, write: pattern, evict: 1 })
        expect(found(scenario, true)).toEqual(found(scenario, false))
      }),
      { numRuns: 40 },
    )
  })
})

it('a witness found among exchanged worlds is a run of the scenario as it stands', () => {
  for (const scenario of catalogue.filter(hasAlike))
    for (const result of check(scenario).results) {
      if (result.verdict !== 'violated') continue
      expect(replay(scenario, result.schedule).refused).toBeNull()
    }
})

it('three readers who are alike are stored once for up to six worlds', () => {
  const model = compile(sketched({ clients: { T1: ['read x'], T2: ['read x'], T3: ['read x'] } }))
  const [together, apart] = [true, false].map((isSymmetric) => new Search(model, [], 1, isSymmetric))
  for (const search of [together!, apart!]) search.advance(Infinity)
  expect([together!.states, apart!.states]).toEqual([apart!.table.count, apart!.table.count])
  expect([together!.table.count, apart!.table.count]).toEqual([20, 64])
})
