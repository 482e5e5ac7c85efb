import { expect, test } from 'vitest'
import { replay } from '../../model/engine/replay'
import { scenarioNamed } from '../../model/scenario/catalogue'
import { contentsInWords } from './contentsInWords'

const contents = (name: string, schedule: string, playhead: number) =>
  contentsInWords(replay(scenarioNamed(name)!, schedule.split(' ')), playhead)

test.each([
  [0, 'Cache: x absent. Database: x version 1.'],
  [3, 'Cache: x absent. Database: x version 2.'],
  [5, 'Cache: x version 1, stale. Database: x version 2.'],
])('after %i steps of the stale fill the words say what both hold', (playhead, words) => {
  expect(contents('stale-fill', 'T1 T1 T2 T2 T1', playhead)).toBe(words)
})

test('a cache that agrees with the database has no remark, and one that runs ahead has', () => {
  expect(contents('cache-first', 'T1', 0)).toBe('Cache: x version 1. Database: x version 1.')
  expect(contents('cache-first', 'T1', 1)).toBe('Cache: x version 2, ahead. Database: x version 1.')
})
