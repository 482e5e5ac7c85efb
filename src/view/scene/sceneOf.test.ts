import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { narrate } from '../../course/narration'
import { run, sketched } from '../../course/narration/runs.fixture'
import { anyTrace } from './anyTrace.fixture'
import { sceneOf, type Scene } from './index'
import { tableOf } from './tableOf'
import { mermaidOf } from './mermaidOf'
import { lanesOf } from './lanes'

const staleFill = run({}, 'T1 T1 T2 T2 T1')

describe('the scene of any run at any playhead', () => {
  const any = fc.tuple(anyTrace, fc.integer({ min: -2, max: 15 }))

  test('has a row a step, and the ones past the playhead are ghosts', () => {
    fc.assert(
      fc.property(any, ([trace, playhead]) => {
        const scene = sceneOf(trace, playhead)
        expect(scene.rows.map(({ number }) => number)).toEqual(trace.steps.map(({ number }) => number))
        expect(scene.rows.filter(({ isGhost }) => !isGhost)).toHaveLength(scene.playhead)
      }),
    )
  })

  test('tiles each key of cache and database from the start to the lower end', () => {
    fc.assert(
      fc.property(any, ([trace, playhead]) => {
        const scene = sceneOf(trace, playhead)
        for (const lane of ['cache', 'database']) {
          for (const key of scene.keys) {
            const tiles = scene.ribbons.filter((ribbon) => ribbon.lane === lane && ribbon.key === key)
            expect([0, ...tiles.map(({ to }) => to)]).toEqual([
              ...tiles.map(({ from }) => from),
              trace.steps.length + 1,
            ])
            expect(tiles.every(({ from, to }) => from < to)).toBe(true)
          }
        }
      }),
    )
  })

  test('never lets the bars of one client overlap', () => {
    fc.assert(
      fc.property(any, ([trace, playhead]) => {
        const { bars } = sceneOf(trace, playhead)
        for (const { name } of trace.scenario.clients) {
          const own = bars
            .filter(({ lane }) => lane === `client:${name}`)
            .toSorted((one, other) => one.from - other.from)
          own.forEach((bar, index) => {
            expect(bar.to).toBeGreaterThan(bar.from)
            expect(own[index + 1]?.from ?? Infinity).toBeGreaterThanOrEqual(bar.to)
          })
        }
      }),
    )
  })

  test('joins lanes that are there, and draws on no other', () => {
    fc.assert(
      fc.property(any, ([trace, playhead]) => {
        const { rows, lanes, bars, ribbons } = sceneOf(trace, playhead)
        const ids = lanes.map(({ id }) => id)
        for (const { from, to } of rows) expect(ids).toEqual(expect.arrayContaining([from, to]))
        for (const { lane } of [...bars, ...ribbons]) expect(ids).toContain(lane)
      }),
    )
  })

  test('has a sentence and a table row for each step', () => {
    fc.assert(
      fc.property(anyTrace, (trace) => {
        expect(tableOf(trace)).toHaveLength(trace.steps.length)
        for (const { number } of trace.steps) expect(narrate(trace, number).text).toMatch(/^\S.*\.$/)
      }),
    )
  })
})

describe('lanes', () => {
  const titles = (sketch: Parameters<typeof sketched>[0]) => lanesOf(sketched(sketch)).map(({ title }) => title)

  test('two clients stand outside cache and database', () => {
    expect(titles({})).toEqual(['T1', 'Cache', 'Database', 'T2'])
  })

  test('further clients join outside, left and right in turn', () => {
    const clients = { T1: ['any'], T2: ['any'], T3: ['any'], T4: ['any'] }
    expect(titles({ clients })).toEqual(['T3', 'T1', 'Cache', 'Database', 'T2', 'T4'])
  })

  test('a timer has a lane where the write defers', () => {
    expect(titles({ write: 'deferred-invalidate' })).toEqual(['T1', 'Cache', 'Timer', 'Database', 'T2'])
  })

  test('a client that only reads is a reader', () => {
    expect(lanesOf(sketched({})).map(({ role }) => role)).toEqual(['reader', '', '', 'writer'])
  })
})

describe('the stale fill', () => {
  const scene = sceneOf(staleFill, 5)
  const bandsIn = (of: Scene, lane: string) =>
    of.ribbons
      .filter((ribbon) => ribbon.lane === lane)
      .map(({ from, to, version, owner, standing, isGhost }) => [from, to, version, owner, standing, isGhost])

  test('leaves the cache with a stale version 1 from step 5 on', () => {
    expect(bandsIn(scene, 'cache')).toEqual([
      [0, 5, null, null, 'absent', false],
      [5, 6, 1, null, 'stale', false],
    ])
    expect(bandsIn(scene, 'database')).toEqual([
      [0, 3, 1, null, 'fresh', false],
      [3, 6, 2, 1, 'fresh', false],
    ])
  })

  test('shows what is to come as ghosts', () => {
    expect(bandsIn(sceneOf(staleFill, 3), 'database')).toEqual([
      [0, 3, 1, null, 'fresh', false],
      [3, 3.5, 2, 1, 'fresh', false],
      [3.5, 6, 2, 1, 'fresh', true],
    ])
  })

  test('writes requests and replies at its arrows', () => {
    expect(scene.rows.map(({ from, to, label, reply, tone }) => [from, to, label, reply, tone])).toEqual([
      ['client:T1', 'cache', 'GET x', 'miss', 'plain'],
      ['client:T1', 'database', 'SELECT x', 'v1', 'plain'],
      ['client:T2', 'database', 'UPDATE x', 'v2', 'plain'],
      ['client:T2', 'cache', 'DEL x', 'no entry', 'plain'],
      ['client:T1', 'cache', 'SET x v1', 'stale', 'bad'],
    ])
  })

  test('lets versions travel with stores and commits, and back with selects', () => {
    expect(scene.rows.map(({ token }) => token)).toEqual([
      null,
      { version: 1, owner: null, direction: 'back' },
      { version: 2, owner: 1, direction: 'there' },
      null,
      { version: 1, owner: null, direction: 'there' },
    ])
  })

  test('pauses T1 while T2 steps', () => {
    const own = scene.bars.filter(({ lane }) => lane === 'client:T1')
    expect(own.map(({ kind, from, to }) => [kind, from.toFixed(2), to.toFixed(2)])).toEqual([
      ['running', '0.76', '2.24'],
      ['paused', '2.34', '4.66'],
      ['running', '4.76', '5.24'],
    ])
  })
})

test('under read-through the load starts at the cache and the fill stays there', () => {
  const { rows } = sceneOf(run({ read: 'read-through' }, 'T1 T1 T1'), 3)
  expect(rows.map(({ kind, from, to }) => [kind, from, to])).toEqual([
    ['message', 'client:T1', 'cache'],
    ['message', 'cache', 'database'],
    ['self', 'cache', 'cache'],
  ])
})

test('a lease is marked from the miss to the delete that voids it', () => {
  const { holds } = sceneOf(run({ guards: { lease: 'wait' } }, 'T1 T1 T2 T2 T1'), 5)
  expect(holds).toEqual([
    { what: 'lease', key: 'x', slot: 0, from: 1, to: 4, holder: 0, isBeside: false, isGhost: false },
  ])
})

test('a lock stands beside the entry, from the writer that takes it to the one that gives it back', () => {
  const { holds } = sceneOf(run({ write: 'write-through', guards: { 'write-lock': 'true' } }, 'T2 T2 T2 T2'), 4)
  expect(holds).toEqual([
    { what: 'lock', key: 'x', slot: 0, from: 1, to: 4, holder: 1, isBeside: true, isGhost: false },
  ])
})

test('a marked entry is a band of its own, and the lease of its refilling reader stands beside it', () => {
  const guards = { lease: 'wait', 'serve-stale': 'true' }
  const { ribbons, holds } = sceneOf(run({ cache: { x: 1 }, guards }, 'T2 T2 T1 T1 T1'), 5)
  const bands = ribbons.filter(({ lane }) => lane === 'cache')
  expect(bands.map(({ from, to, version, standing, note }) => [from, to, version, standing, note])).toEqual([
    [0, 1, 1, 'fresh', null],
    [1, 2, 1, 'stale', null],
    [2, 5, 1, 'stale', 'marked'],
    [5, 6, 2, 'fresh', null],
  ])
  expect(holds.map(({ what, from, to, isBeside }) => [what, from, to, isBeside])).toEqual([['lease', 3, 5, true]])
})

test('time-outs, marks, stamps and numbers are written at their arrows', () => {
  const words = (sketch: Parameters<typeof run>[0], schedule: string) =>
    sceneOf(run(sketch, schedule), 99).rows.map(({ label, reply }) => `${label}: ${reply}`)
  const two = { T1: ['write x'], T2: ['write x'] }
  const locked = { write: 'write-around', clients: two, guards: { 'write-lock': 'true', 'lock-timeout': 'any' } }
  expect(words(locked, 'T1 lock-timeout:x T2 T1 T1')).toEqual([
    ...['LOCK x: ok', 'lock of x ends: ', 'LOCK x: ok', 'UPDATE x: v2', 'UNLOCK x: not held'],
  ])
  const marks = { cache: { x: 1 }, guards: { lease: 'wait', 'serve-stale': 'true', 'lease-timeout': 'any' } }
  const readers = { ...marks, clients: { T1: ['read x'], T2: ['write x'], T3: ['read x'] } }
  expect(words(readers, 'T2 T2 T1 T3 timeout:x')).toEqual([
    ...['UPDATE x: v2', 'MARK x stale: ok', 'GET x: marked, lease', 'GET x: v1, marked', 'lease of x ends: '],
  ])
  const stamps = { guards: { expiry: 'after-write', 'reject-old-fills': 'at-select', versions: 'separate-sequence' } }
  expect(words(stamps, 'T1 T1 T1 T2 T2')).toEqual([
    ...['GET x: miss', 'SELECT x: v1', 'SET x v1, stamped: ok', 'NEXTVAL x: v2', 'UPDATE x v2: ok'],
  ])
})

test('a timer is pending from its commit to its firing', () => {
  const { bars } = sceneOf(run({ write: 'deferred-invalidate' }, 'T2 T1 timer:T2'), 3)
  expect(bars.filter(({ kind }) => kind === 'pending')).toEqual([
    { lane: 'timer', kind: 'pending', client: 1, slot: 0, tag: 'T2', from: 1, to: 3, isGhost: false },
  ])
})

test('a crashed client ends in a cross and its bar goes no further', () => {
  const { bars, crashes } = sceneOf(run({ crash: ['T1'] }, 'T1 T2 crash:T1 T2'), 4)
  expect(crashes).toEqual([{ lane: 'client:T1', client: 0, at: 3, isGhost: false }])
  expect(Math.max(...bars.filter(({ lane }) => lane === 'client:T1').map(({ to }) => to))).toBeLessThan(3)
})

test('a client that a lease holds up waits until the fill', () => {
  const clients = { T1: ['read x'], T2: ['read x'] }
  const { bars } = sceneOf(run({ guards: { lease: 'wait' }, clients }, 'T1 T1 T1 T2'), 4)
  expect(bars.filter(({ kind }) => kind === 'waiting').map(({ lane, from, to }) => [lane, from, to])).toEqual([
    ['client:T2', 1 + 0.24 + 0.1, 3 - 0.24 - 0.1],
  ])
})

test('the table says what both resources hold after each step', () => {
  expect(tableOf(staleFill).at(-1)).toEqual({
    step: 5,
    actor: 'T1',
    request: 'SET x v1',
    reply: 'stale',
    cache: 'x v1',
    queue: '',
    replica: '',
    database: 'x v2',
    says: 'The cache now disagrees with the database. T1 stored the version 1 that it had read at step 2, after T2 had committed version 2 at step 3.',
  })
})

test('a queue stands between cache and database where writes wait in one, and holds what waits', () => {
  const waiting = run({ write: 'write-behind', cache: { x: 1 }, guards: { clear: 'compare' } }, 'T2 flush:x flush:x')
  const { lanes, ribbons, rows } = sceneOf(waiting, 3)
  expect(lanes.map(({ id }) => id)).toEqual(['client:T1', 'cache', 'queue', 'database', 'client:T2'])
  const queue = ribbons.filter(({ lane }) => lane === 'queue')
  expect(queue.map(({ from, to, version, owner }) => [from, to, version, owner])).toEqual([
    [0, 1, null, null],
    [1, 4, 2, 1],
  ])
  expect(rows.map(({ from, to, label }) => [from, to, label])).toEqual([
    ['client:T2', 'cache', 'SET x v2'],
    ['queue', 'queue', 'TAKE x v2'],
    ['queue', 'database', 'PUT x v2'],
  ])
  expect(tableOf(waiting).at(-1)).toMatchObject({ actor: 'Queue', queue: 'x v2', cache: 'x v2', database: 'x v2' })
  expect(mermaidOf(waiting)).toContain('p2->>p3: PUT x v2')
})

test('a tombstone is marked where the key is absent', () => {
  const { ribbons } = sceneOf(run({ guards: { tombstone: 'true' } }, 'T2 T2'), 2)
  const cache = ribbons.filter(({ lane }) => lane === 'cache')
  expect(cache.map(({ version, tombstone }) => [version, tombstone])).toEqual([
    [null, null],
    [null, 2],
  ])
})
