import { expect, it } from 'vitest'
import { doings, partsOf, withDoing, wordsOf } from './operationParts'

it.each([
  'read x',
  'write y',
  'bypass x',
  'increment x',
  'transfer x y',
  'forever read x',
  'any',
  '3 any',
  'reed x',
  '',
  'read',
  'read ',
])('the words %j are taken apart and put together again', (words) => {
  expect(wordsOf(partsOf(words))).toBe(words)
})

it('whatever is done next is done to the same key', () => {
  const next = doings.map(({ value }) => wordsOf(withDoing(partsOf('read y'), value, 'x')))
  expect(next).toEqual([
    ...['read y', 'write y', 'bypass y', 'increment y', 'transfer y x', 'forever read y', 'any', 'read y'],
  ])
  expect(wordsOf(withDoing(partsOf('any'), 'write', 'x'))).toBe('write x')
})
