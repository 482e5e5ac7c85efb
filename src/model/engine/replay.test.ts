import { describe, expect, it } from 'vitest'
import { replay } from './replay'
import { worldAt, type RequestEvent } from './trace'
import { sketched } from '../testing/sketch'
import { run } from '../testing/story'

const one = { clients: { T1: ['read x'], T2: ['write x'] } }

/** An event without the lines that the build stamps on its request. */
const plain = (event: RequestEvent) => {
  const { places: _places, ...request } = event.request
  return { ...event, request }
}

describe('a trace', () => {
  it('tells of a request everything that a picture or a sentence needs', () => {
    const { steps } = run(one, 'T1 T1 T1')
    expect(steps.map(({ number, word, event }) => [number, word, plain(event as RequestEvent)])).toEqual(
      [
        { request: { kind: 'cache.get', key: 'x' }, resource: 'cache', reply: { found: false }, runner: 'client' },
        {
          request: { kind: 'database.select', key: 'x' },
          resource: 'database',
          reply: { version: 1 },
          runner: 'cache',
        },
        { request: { kind: 'cache.set', key: 'x', version: 1 }, resource: 'cache', reply: {}, runner: 'cache' },
      ].map((step, index) => [
        index + 1,
        'T1',
        {
          ...step,
          ...{ type: 'request', client: 'T1', role: 'read', key: 'x', operation: 0, pattern: 'read-through' },
          deed: { kind: 'read', key: 'x' },
          ...{ fault: null, begins: index === 0, ends: index === 2, startsOver: false, fails: false },
          result: index === 2 ? 1 : null,
        },
      ]),
    )
  })

  it('tells the world before the first step', () => {
    const { initial } = run({ ...one, database: { x: 3, y: 2 }, cache: { y: 1 } }, '')
    const idle = { status: 'idle', begun: 0, isBlocked: false, held: [] }
    expect(initial).toMatchObject({
      database: { x: 3, y: 2 },
      cache: { x: null, y: 1 },
      lease: { x: null, y: null },
      clients: {
        T1: { ...idle, name: 'T1', operation: { kind: 'read', key: 'x' }, next: { kind: 'cache.get', key: 'x' } },
        T2: {
          ...idle,
          name: 'T2',
          operation: { kind: 'write', key: 'x' },
          next: { kind: 'database.update', key: 'x' },
        },
      },
      timers: [],
    })
  })

  it('follows a client from idle through its operation to done', () => {
    const trace = run(one, 'T1 T1 T1')
    const seen = [0, 1, 2, 3].map((step) => {
      const { status, begun, next, held } = worldAt(trace, step).clients['T1']!
      return [status, begun, next?.kind ?? null, held]
    })
    expect(seen).toEqual([
      ['idle', 0, 'cache.get', []],
      ['inside', 1, 'database.select', []],
      ['inside', 1, 'cache.set', [{ key: 'x', version: 1 }]],
      ['done', 1, null, []],
    ])
  })

  it('numbers the operations of a client from 0', () => {
    const { steps } = run({ cache: { x: 1 }, clients: { T1: ['read x', 'write x', 'read x'] } }, 'T1 T1 T1 T1')
    expect(steps.map(({ event }) => (event as RequestEvent).operation)).toEqual([0, 1, 1, 2])
  })

  it('offers each read and each write of each key where an operation is open', () => {
    const open = run({ database: { x: 1, y: 1 }, clients: { T1: ['any', 'any'] } }, 'T1:read-y T1 T1')
    expect(open.enabled).toEqual(['T1:read-x', 'T1:write-x', 'T1:read-y', 'T1:write-y'])
    expect(open.steps.map(({ before, word }) => [word, before.clients['T1']!.next?.kind ?? null])).toEqual([
      ['T1:read-y', null],
      ['T1', 'database.select'],
      ['T1', 'cache.set'],
    ])
  })

  it('clamps a playhead that lies outside', () => {
    const trace = run(one, 'T1')
    expect([worldAt(trace, -1), worldAt(trace, 9)]).toEqual([trace.initial, trace.steps[0]!.after])
  })
})

describe('a word that names no enabled step', () => {
  it('ends the run there, says what could have happened, and leaves the steps before it', () => {
    const trace = run(one, 'T2 T2 T2 T1')
    expect(trace.steps.map((step) => step.word)).toEqual(['T2', 'T2'])
    expect(trace.refused).toEqual({
      step: 3,
      word: 'T2',
      enabled: ['T1'],
      message: 'Step 3, "T2", cannot happen at that point: what can happen there is T1.',
    })
    expect([trace.enabled, trace.isQuiet]).toEqual([['T1'], false])
  })

  it('says when the run is over', () => {
    expect(run({ clients: { T1: ['write x'] } }, 'T1 T1 T1').refused?.message).toBe(
      'Step 3, "T1", cannot happen at that point: the run is over.',
    )
  })

  it.each(['', 't1', 'T1 ', 'T3', 'evict:x', 'crash:T1', 'timer:T2', 'T1:read-x', '__proto__', 'constructor'])(
    '"%s" is one at the start of a plain scenario',
    (word) => {
      expect(replay(sketched(one), [word]).refused?.enabled).toEqual(['T1', 'T2'])
    },
  )
})

describe('a long run', () => {
  const times = (count: number, text: string) => Array.from({ length: count }, () => text)
  const ends = (clients: Readonly<Record<string, readonly string[]>>, schedule: readonly string[]) => {
    const trace = replay(sketched({ database: { x: 1, y: 1 }, write: 'write-through', clients }), schedule)
    const { database, cache } = trace.steps.at(-1)!.after
    return { refused: trace.refused, isQuiet: trace.isQuiet, database, cache }
  }

  it('may lead through more positions than a byte can number', () => {
    expect(
      ends({ T1: times(130, 'write x'), T2: times(130, 'write y') }, [...times(260, 'T1'), ...times(260, 'T2')]),
    ).toEqual({ refused: null, isQuiet: true, database: { x: 131, y: 131 }, cache: { x: 131, y: 131 } })
  })

  it('may have more operations than a byte can count', () => {
    expect(ends({ T1: ['write x', ...times(299, 'read x')] }, times(301, 'T1'))).toEqual({
      refused: null,
      isQuiet: true,
      database: { x: 2, y: 1 },
      cache: { x: 2, y: null },
    })
  })
})

describe('a crash under read-through', () => {
  const scenario = sketched({
    read: 'read-through',
    database: { x: 1, y: 1 },
    clients: { T1: ['read x', 'read y'] },
    crash: ['T1'],
  })

  it('leaves the cache at work on the operation that had begun', () => {
    const trace = replay(scenario, ['T1', 'crash:T1', 'T1'])
    const event = trace.steps[2]!.event
    expect(event.type === 'request' && [event.operation, event.key, event.runner]).toEqual([0, 'x', 'cache'])
    expect(trace.steps[1]!.after.clients['T1']!.operation).toEqual({ kind: 'read', key: 'x' })
  })
})

describe('a client with an open choice', () => {
  it('is blocked only when nothing it may choose can be answered', () => {
    const scenario = sketched({ guards: { lease: 'wait' }, clients: { T1: ['read x'], T2: ['any'], T3: ['read x'] } })
    const { after } = replay(scenario, ['T1']).steps[0]!
    expect([after.clients['T2']!.isBlocked, after.clients['T3']!.isBlocked]).toEqual([false, true])
  })
})
