/** Programs that cannot be checked are refused by name, line and what they asked. */
import { describe, expect, it } from 'vitest'
import { Automata, ProgramRefused, type Program } from './automaton'
import { compile } from './compile'
import { at } from './place'
import { again, ask, type Asking, type Ending, type Hit, type Request, type Row } from './program'
import { sketched } from '../testing/sketch'

const automata = () => {
  const scenario = sketched({ clients: { T1: ['read x'] } })
  return new Automata({ memory: compile(scenario).memory, scenario, keyIndex: (key) => ({ x: 0, y: 0 })[key]! })
}

const program = (start: () => Asking<Ending>): Program => ({
  ...{ role: 'read', deed: { kind: 'read', key: 'x' }, key: 'x', rows: ['x'], cacheLoads: false },
  name: 'a-learner’s',
  start,
})

const get: Request = { kind: 'cache.get', key: 'x' }
const select: Request = { kind: 'database.select', key: 'x' }

/** Follows the replies with these codes and returns what is thrown. */
function thrown(start: () => Asking<Ending>, codes: readonly number[]): unknown {
  const all = automata()
  try {
    let node = all.begin(program(start))
    for (const code of codes) node = all.nodes[all.grow(node, code).next]!
    return null
  } catch (error) {
    return error
  }
}

const refusal = (start: () => Asking<Ending>, codes: readonly number[] = []) => {
  const error = thrown(start, codes)
  expect(error).toBeInstanceOf(ProgramRefused)
  const { message, line } = error as ProgramRefused
  return { message, line }
}

describe('an automaton', () => {
  it('has one node for a list of replies, and ends with what the program returns', () => {
    const all = automata()
    const first = all.begin(
      program(function* () {
        const hit = yield* ask<Hit>(get)
        if (hit.found) return hit.version
        return (yield* ask<Row>(select)).version
      }),
    )
    expect([first.request, first.path]).toEqual([get, []])
    expect(all.grow(first, 7)).toEqual({ next: 0, ends: true, result: 7, fails: false })
    const miss = all.grow(first, 0)
    expect(miss).toEqual({ next: 2, ends: false, result: 0, fails: false })
    expect(first.edges[0]).toBe(miss)
    expect(all.nodes[2]!.path).toEqual([{ request: get, reply: { found: false } }])
    expect(all.grow(all.nodes[2]!, 3)).toEqual({ next: 0, ends: true, result: 3, fails: false })
  })

  it('knows what a reader has selected and not yet stored', () => {
    const all = automata()
    const first = all.begin(
      program(function* () {
        const row = yield* ask<Row>(select)
        yield* ask(get)
        yield* ask({ kind: 'cache.set', key: 'x', version: row.version })
        yield* ask(get)
        return row.version
      }),
    )
    const held = [first.held]
    let node = first
    for (const code of [3, 0, 1]) {
      node = all.nodes[all.grow(node, code).next]!
      held.push(node.held)
    }
    expect(held).toEqual([[], [{ keyIndex: 0, version: 3 }], [{ keyIndex: 0, version: 3 }], []])
  })

  it('leads back to its first node when the program starts over, with no reply remembered', () => {
    const all = automata()
    const first = all.begin(
      program(function* () {
        const hit = yield* ask<Hit>(get)
        return hit.found ? hit.version : again()
      }),
    )
    expect(all.grow(first, 0)).toEqual({ next: first.id, ends: false, result: 0, fails: false })
    expect(all.grow(first, 3)).toEqual({ next: 0, ends: true, result: 3, fails: false })
    expect(all.nodes).toEqual([null, first])
  })

  it('hands out frozen requests and frozen replies', () => {
    const all = automata()
    const seen: unknown[] = []
    const first = all.begin(
      program(function* () {
        seen.push(yield* ask(get))
        seen.push(yield* ask(select))
        seen.push(yield* ask({ kind: 'cache.compareAndSetNewer', key: 'x', version: 1 }))
        seen.push(yield* ask({ kind: 'cache.leaseGet', key: 'x' }))
        seen.push(yield* ask({ kind: 'cache.leaseSet', key: 'x', version: 1 }))
        seen.push(yield* ask({ kind: 'cache.delete', key: 'x' }))
        return 1
      }),
    )
    let node = first
    for (const code of [5, 5, 1, 6, 1]) node = all.nodes[all.grow(node, code).next]!
    all.grow(node, 0)
    expect([...seen.slice(-6), ...all.nodes.slice(1).map((one) => one!.request)].every(Object.isFrozen)).toBe(true)
  })
})

describe('a program is refused', () => {
  it('when it asks two things after the same replies', () => {
    let times = 0
    const fickle = function* (): Asking<number> {
      yield* ask(times++ % 2 === 0 ? get : select)
      yield* ask(get)
      return 1
    }
    expect(refusal(fickle, [0])).toEqual({
      message:
        'The program "a-learner’s" is not deterministic: after the same replies it once asked cache.get x and once asked database.select x. Let it depend on its arguments and replies only.',
      line: null,
    })
  })

  it('when it returns another version the second time', () => {
    let times = 0
    const fickle = function* (): Asking<number> {
      yield* ask(get)
      return ++times
    }
    expect(refusal(fickle, [0]).message).toBe(
      'The program "a-learner’s" is not deterministic: after the same replies it once ended with 1 and once ended with 2. Let it depend on its arguments and replies only.',
    )
  })

  it.each([0, 1.5, -1, NaN])('when it stores %s, which is no version', (version) => {
    const wrong = function* (): Asking<number> {
      yield* ask({ kind: 'cache.set', key: 'x', version })
      return 1
    }
    expect(refusal(wrong).message).toBe(
      `The program "a-learner’s" stores ${version}, and a version is a whole number from 1 on.`,
    )
  })

  it('when it asks for a key that the scenario does not have', () => {
    const wrong = function* (): Asking<number> {
      yield* ask({ kind: 'cache.get', key: 'z' })
      return 1
    }
    expect(refusal(wrong).message).toBe(
      'The program "a-learner’s" asks for the key "z", which this scenario does not have.',
    )
  })

  it('when it asks once and ends at once the next time, with the line that asked', () => {
    let times = 0
    const fickle = function* (): Asking<number> {
      if (times++ === 0) yield* at({ source: 'a-learner’s', line: 4 }, ask(get))
      return 1
    }
    expect(refusal(fickle, [0])).toEqual({
      message:
        'The program "a-learner’s", line 4 is not deterministic: after the same replies it once asked cache.get x and once ended with 1. Let it depend on its arguments and replies only.',
      line: 4,
    })
  })

  it.each<[string, Partial<Request>]>([
    ['version', { version: 2 }],
    ['expected version', { expected: 1 }],
    ['deferred work', { later: 'delete' }],
    ['key', { key: 'y' }],
  ])('when it asks for another %s the second time', (_what, change) => {
    let times = 0
    const base: Request = { kind: 'cache.set', key: 'x', version: 1 }
    const fickle = function* (): Asking<number> {
      yield* ask(times++ === 0 ? base : { ...base, ...change })
      return 1
    }
    expect(refusal(fickle, [0]).message).toContain(
      'is not deterministic: after the same replies it once asked cache.set x',
    )
  })

  it('when it asks more than 1,000 things, and not one sooner', () => {
    const asking = (things: number) =>
      function* (): Asking<number> {
        for (let i = 0; i < things; i++) yield* at({ source: 'a-learner’s', line: 3 }, ask(get))
        return 1
      }
    const misses = Array.from({ length: 1000 }, () => 0)
    expect(refusal(asking(Infinity), misses)).toEqual({
      message:
        'The program "a-learner’s", line 3 asks more than 1000 things. End the operation, or start it over with again(), instead of looping.',
      line: 3,
    })
    expect(thrown(asking(1000), misses)).toBeNull()
  })

  it('when it asks for something that no resource knows', () => {
    const stray = function* (): Asking<number> {
      yield* ask({ kind: 'cache.increment', key: 'x' })
      return 1
    }
    expect(refusal(stray)).toEqual({
      message: 'The program "a-learner’s" asks for "cache.increment", which no resource knows.',
      line: null,
    })
  })

  it('when it starts over after the same replies that have ended it before', () => {
    let times = 0
    const fickle = function* (): Asking<Ending> {
      yield* ask(get)
      return times++ % 2 === 0 ? 1 : again()
    }
    expect(refusal(fickle, [0]).message).toBe(
      'The program "a-learner’s" is not deterministic: after the same replies it once ended with 1 and once started over. Let it depend on its arguments and replies only.',
    )
  })

  it('when it starts over without having asked for anything', () => {
    const nothing: readonly Request[] = []
    const idle = function* (): Asking<Ending> {
      for (const request of nothing) yield* ask(request)
      return again()
    }
    expect(refusal(idle).message).toBe(
      'The program "a-learner’s" ends without asking for anything. Let it ask for one thing.',
    )
  })

  it('when it asks for nothing', () => {
    const nothing: readonly Request[] = []
    const idle = function* (): Asking<number> {
      for (const request of nothing) yield* ask(request)
      return 1
    }
    expect(refusal(idle)).toEqual({
      message: 'The program "a-learner’s" ends without asking for anything. Let it ask for one thing.',
      line: null,
    })
  })
})
