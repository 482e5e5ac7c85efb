import { expect, test } from 'vitest'
import { obstacle } from '../../course/narration/obstacle'
import { sketched } from '../../course/narration/runs.fixture'
import { adapted } from '../../model/engine/adapted'
import { sceneOf } from '../scene'
import { comparedScene } from './comparedScene'

const race = ['T1', 'T1', 'T2', 'T2', 'T1']
const played = (write: string, schedule: readonly string[] = race) => adapted(sketched({ write }), schedule, obstacle)

test('where every word fits, the picture is the plain one', () => {
  const trace = played('write-invalidate')
  expect(comparedScene(trace, 3)).toEqual(sceneOf(trace, 3))
})

test('what was left out has a row at the lane of whoever would have taken it, without arrow and words', () => {
  const { rows, count } = comparedScene(played('deferred-invalidate'), 5)
  expect(count).toBe(5)
  expect(rows.map(({ number, kind, from, label }) => [number, kind, from, label])).toEqual([
    [1, 'message', 'client:T1', 'GET x'],
    [2, 'message', 'client:T1', 'SELECT x'],
    [3, 'message', 'client:T2', 'UPDATE x'],
    [4, 'crash', 'client:T2', ''],
    [5, 'message', 'client:T1', 'SET x v1'],
  ])
})

test('what no client takes is left out at the cache, and nothing crashes because of it', () => {
  const { rows, crashes } = comparedScene(played('write-invalidate', ['T1', 'evict:x']), 2)
  expect(rows[1]).toMatchObject({ from: 'cache', to: 'cache', client: null })
  expect(crashes).toEqual([])
})
