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

test('what waits in a log, what a replica holds and a remote marker are said as well', () => {
  expect(contents('log-cache-first', 'T2 log', 1)).toBe(
    'Cache: x version 1, stale. Log: x version 2. Replica: x version 1. Database: x version 2.',
  )
  expect(contents('log-own-write', 'T1 log log', 3)).toBe(
    'Cache: x version 2. Log: nothing waits. Database: x version 2.',
  )
  expect(contents('two-regions-marker', 'T1', 1)).toBe(
    'Cache: x version 1, remote marker. Replica: x version 1. Database: x version 1.',
  )
})
