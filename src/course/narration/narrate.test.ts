import { expect, test } from 'vitest'
import { requestKinds } from '../../model/engine/resources'
import { narrate, transcript } from './index'
import { run } from './runs.fixture'
import { requestSentences } from './sentences'

test('every kind of request has a sentence of its own', () => {
  expect(Object.keys(requestSentences).toSorted()).toEqual([...requestKinds.keys()].toSorted())
})

test('before the first step nothing has happened', () => {
  expect(narrate(run({}, 'T1'), 0)).toEqual({
    headline: null,
    text: 'Nothing has happened yet.',
    term: null,
    tone: 'plain',
  })
})

test('the transcript tells the stale fill in five entries', () => {
  expect(transcript(run({}, 'T1 T1 T2 T2 T1'))).toEqual([
    'T1 asks the cache for x and misses.',
    'T1 reads version 1 from the database.',
    'T2 commits version 2 of x.',
    'T2 deletes x from the cache. There is nothing to delete. The write is acknowledged.',
    'The cache now disagrees with the database. T1 stored the version 1 that it had read at step 2, after T2 had committed version 2 at step 3.',
  ])
})
