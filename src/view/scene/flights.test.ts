/** How requests that were not answered are drawn. */
import { expect, test } from 'vitest'
import { run } from '../../course/narration/runs.fixture'
import { sceneOf } from './index'
import { mermaidOf } from './mermaidOf'

type Sketch = Parameters<typeof run>[0]

const warm = { cache: { x: 1 } }
const late: Sketch = {
  ...{ ...warm, write: 'write-through', 'late-request': 2, clients: { T1: ['write x', 'write x'], T2: ['read x'] } },
}

const last = (sketch: Sketch, schedule: string) => {
  const trace = run(sketch, schedule)
  const { kind, from, to, label, reply, fate, token } = sceneOf(trace, trace.steps.length).rows.at(-1)!
  return [kind, from, to, label, reply, fate, token?.version ?? null]
}

test('each way of not being answered says so at its arrow, and a refused version does not travel', () => {
  const message = (from: string, to: string) => ['message', from, to]
  const client = 'client:T2'
  expect(last({ ...warm, 'lost-delete': 1 }, 'T2 T2!lost')).toEqual([
    ...[...message(client, 'cache'), 'DEL x', 'lost', 'lost', null],
  ])
  expect(last({ ...warm, 'late-request': 1 }, 'T2 T2!late')).toEqual([
    ...[...message(client, 'cache'), 'DEL x', 'late', 'late', null],
  ])
  expect(last({ 'database-write-fails': 1 }, 'T2!fail')).toEqual([
    ...[...message(client, 'database'), 'UPDATE x', 'failed', 'failed', null],
  ])
  expect(last({ 'lost-answer': 1 }, 'T2!unheard')).toEqual([
    ...[...message(client, 'database'), 'UPDATE x', 'v2, unheard', 'unheard', 2],
  ])
  const deferred: Sketch = { ...warm, write: 'deferred-invalidate', 'lost-delete': 1 }
  expect(last(deferred, 'T2 timer:T2!lost')).toEqual([...message('timer', 'cache'), 'DEL x', 'lost', 'lost', null])
  const behind: Sketch = { ...warm, write: 'write-behind', 'database-write-fails': 1, 'lost-answer': 1 }
  expect(last(behind, 'T2 flush:x!fail')).toEqual([
    ...[...message('queue', 'database'), 'PUT x v2', 'failed', 'failed', null],
  ])
  expect(last(behind, 'T2 flush:x!unheard flush:x')).toEqual([
    ...[...message('queue', 'database'), 'PUT x v2', 'no change', null, 2],
  ])
})

test('a late request hangs from its sending to its arrival, and a later one beside it', () => {
  const trace = run(late, 'T1 T1!late T1 T1!late late:T1-2 late:T1')
  const flight = { lane: 'client:T1', client: 0, slot: 0, isGhost: false }
  expect(sceneOf(trace, 6).flights).toEqual([
    { ...flight, place: 1, from: 4, to: 5 },
    { ...flight, place: 0, from: 2, to: 6 },
  ])
  expect(sceneOf(trace, 6).rows.map(({ fate, place }) => [fate, place])).toEqual([
    ...[
      [null, 0],
      ['late', 0],
      [null, 0],
      ['late', 1],
      ['arrives', 1],
      ['arrives', 0],
    ],
  ])
  expect(sceneOf(run(late, 'T1 T1!late T1'), 3).flights).toEqual([{ ...flight, place: 0, from: 2, to: 4 }])
})

test('a fill of the cache’s own hangs beside the cache and comes back to it', () => {
  const trace = run({ read: 'read-through', 'late-request': 1 }, 'T1 T1 T1!late late:T1')
  expect(
    sceneOf(trace, 4)
      .rows.slice(2)
      .map(({ kind, from, label }) => [kind, from, label]),
  ).toEqual([
    ['self', 'cache', 'SET x v1'],
    ['self', 'cache', 'SET x v1'],
  ])
})

test('a timer that a refused write would have set does not wait', () => {
  const trace = run({ write: 'deferred-invalidate', 'database-write-fails': 1 }, 'T2!fail')
  expect(sceneOf(trace, 1).bars.filter(({ kind }) => kind === 'pending')).toEqual([])
})

test('a version whose commit nobody heard of has its maker’s colour', () => {
  const { ribbons } = sceneOf(run({ 'lost-answer': 1 }, 'T2!unheard'), 1)
  expect(ribbons.filter(({ lane }) => lane === 'database').map(({ version, owner }) => [version, owner])).toEqual([
    [1, null],
    [2, 1],
  ])
})

test('a diagram crosses out what is lost and opens the head of what is late', () => {
  const lines = (sketch: Sketch, schedule: string) => mermaidOf(run(sketch, schedule)).trimEnd().split('\n').slice(5)
  const text = lines({ ...late, 'lost-store': 1 }, 'T1 T1!lost T1 T1!late late:T1').map((line) => line.trim())
  expect(text.filter((line) => line.includes('SET'))).toEqual([
    'p0-xp1: SET x v2',
    'p0-)p1: SET x v3, late',
    'p0-)p1: SET x v3, late',
  ])
  expect(lines({ 'lost-answer': 1 }, 'T2!unheard').at(-1)?.trim()).toBe('p2--xp3: v2, unheard')
})
