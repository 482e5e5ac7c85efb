/** How the log, a replica and a remote marker are drawn. */
import { expect, test } from 'vitest'
import { run } from '../../course/narration/runs.fixture'
import { sceneOf } from './index'
import { tableOf } from './tableOf'
import { mermaidOf } from './mermaidOf'

const log = { write: 'change-log', cache: { x: 1 }, clients: { T1: ['write x', 'write x'], T2: ['read x'] } }
const ids = (trace: ReturnType<typeof run>) => sceneOf(trace, 0).lanes.map(({ id }) => id)
const arrows = (trace: ReturnType<typeof run>) =>
  sceneOf(trace, trace.steps.length).rows.map(({ kind, from, to, label, reply }) => [kind, from, to, label, reply])

test('a log stands between cache and database, and a replica beside the database where one is read', () => {
  expect(ids(run(log, 'T1'))).toEqual(['client:T1', 'cache', 'log', 'database', 'client:T2'])
  expect(ids(run({ ...log, replica: 'lagging' }, 'T1'))).toEqual([
    ...['client:T1', 'cache', 'log', 'replica', 'database', 'client:T2'],
  ])
  expect(ids(run({ replica: 'lagging' }, 'T1'))).toEqual(['client:T1', 'cache', 'replica', 'database', 'client:T2'])
})

test('the database of the other region is the master', () => {
  const scene = sceneOf(run({ guards: { regions: '2' } }, 'T1'), 1)
  expect(scene.lanes.map(({ title }) => title)).toEqual(['T1', 'Cache', 'Replica', 'Master', 'T2'])
})

test('a commit waits in the log from its step until the listener has done both of its own, under its version', () => {
  const { bars } = sceneOf(run(log, 'T1 log T1 log log'), 5)
  expect(bars.filter(({ kind }) => kind === 'pending')).toEqual([
    { lane: 'log', kind: 'pending', client: 0, slot: 0, tag: 'v2', from: 1, to: 4, isGhost: false },
    { lane: 'log', kind: 'pending', client: 0, slot: 1, tag: 'v3', from: 3, to: 6, isGhost: false },
  ])
})

test('a commit that comes again waits once more', () => {
  const { bars } = sceneOf(run({ ...log, redeliver: 1 }, 'T1 log log redeliver log log'), 6)
  expect(bars.filter(({ kind }) => kind === 'pending').map(({ tag, from, to }) => [tag, from, to])).toEqual([
    ['v2', 1, 3],
    ['v2', 4, 6],
  ])
})

test('with several keys a commit says which it is of', () => {
  const { bars } = sceneOf(run({ ...log, database: { x: 1, y: 1 } }, 'T1'), 1)
  expect(bars.filter(({ kind }) => kind === 'pending').map(({ tag }) => tag)).toEqual(['x v2'])
})

test('the listener’s arrows lead from the log, and stay there where nobody reads the replica', () => {
  const again = 'T1 T1 log log log log redeliver log log'
  expect(arrows(run({ ...log, redeliver: 1 }, again)).slice(2)).toEqual([
    ['self', 'log', 'log', 'APPLY x v2', 'ok'],
    ['message', 'log', 'cache', 'SET x v2', 'stale'],
    ['self', 'log', 'log', 'APPLY x v3', 'ok'],
    ['message', 'log', 'cache', 'SET x v3', 'ok'],
    ['self', 'log', 'log', 'begin again', ''],
    ['self', 'log', 'log', 'APPLY x v2', 'ok'],
    ['message', 'log', 'cache', 'SET x v2', 'stale'],
  ])
  const newer = run({ ...log, redeliver: 1, guards: { 'compare-and-set': 'newer' } }, again)
  expect(arrows(newer).at(-1)).toEqual(['message', 'log', 'cache', 'SET x v2', 'refused'])
  expect(arrows(run({ ...log, replica: 'lagging' }, 'T1 log')).at(-1)).toEqual([
    ...['message', 'log', 'replica', 'APPLY x v2', 'ok'],
  ])
})

test('a replica’s ribbon is stale until the commit arrives from the database', () => {
  const trace = run({ replica: 'lagging', cache: { x: 1 } }, 'T2 T2 T1 T1 replica')
  const { ribbons } = sceneOf(trace, 5)
  const replica = ribbons.filter(({ lane }) => lane === 'replica')
  expect(replica.map(({ from, to, version, owner, standing }) => [from, to, version, owner, standing])).toEqual([
    [0, 1, 1, null, 'fresh'],
    [1, 5, 1, null, 'stale'],
    [5, 6, 2, 1, 'fresh'],
  ])
  expect(arrows(trace).slice(3)).toEqual([
    ['message', 'client:T1', 'replica', 'SELECT x', 'v1'],
    ['message', 'database', 'replica', 'APPLY x v2', 'ok'],
  ])
  expect(tableOf(trace).at(-1)).toMatchObject({ actor: 'Database', replica: 'x v2', database: 'x v2' })
  expect(mermaidOf(trace)).toContain('p3->>p2: APPLY x v2')
})

test('a version on its way to a copy has the colour of its writer', () => {
  const { rows } = sceneOf(run({ replica: 'lagging' }, 'T2 T2 replica'), 3)
  expect(rows.map(({ client, token }) => [client, token])).toEqual([
    [1, { version: 2, owner: 1, direction: 'there' }],
    [1, null],
    [1, { version: 2, owner: 1, direction: 'there' }],
  ])
})

test('a remote marker stands from the step that leaves it to the one that takes it away', () => {
  const remote = { guards: { regions: '2', 'remote-marker': 'true' }, cache: { x: 1 } }
  const trace = run(remote, 'T2 T2 T2 T1 T1 T1 replica')
  expect(sceneOf(trace, 7).markers).toEqual([{ key: 'x', slot: 0, from: 1, to: 7, isGhost: false }])
  expect(sceneOf(trace, 2).markers).toEqual([
    { key: 'x', slot: 0, from: 1, to: 2.5, isGhost: false },
    { key: 'x', slot: 0, from: 2.5, to: 7, isGhost: true },
  ])
  expect(arrows(trace).map(([, , to, label, reply]) => [to, label, reply])).toEqual([
    ['cache', 'SET MARKER x', 'ok'],
    ['database', 'UPDATE x', 'v2'],
    ['cache', 'DEL x', 'ok'],
    ['cache', 'GET x', 'miss'],
    ['cache', 'GET MARKER x', 'found'],
    ['database', 'SELECT x', 'v2'],
    ['replica', 'APPLY x v2', 'ok'],
  ])
})
