import { expect, test } from 'vitest'
import { costOf, noCounts, type Counts } from '../../model/engine/cost'
import { costInWords, costTerms, waitsInWords } from './cost'
import { run } from './runs.fixture'

const staleFill = run({}, 'T1 T1 T2 T2 T1')

test('the cost of a run is a line of counts, and a line of what its clients waited for', () => {
  const cost = costOf(staleFill)
  expect(costInWords(cost)).toBe('3 cache requests (0 hits, 1 miss), 1 database read, 1 database write')
  expect(waitsInWords(cost)).toBe('T2 waited for 2 messages to write x, T1 for 3 to read x')
})

test('nobody has waited for anything before the first answer, and nobody who has not looked has missed', () => {
  expect([costInWords(costOf(staleFill, 0)), waitsInWords(costOf(staleFill, 3))]).toEqual([
    '0 cache requests, 0 database reads, 0 database writes',
    '',
  ])
})

test('of many answers the last ones are told', () => {
  const many = run({ cache: { x: 1 }, clients: { T1: Array.from({ length: 6 }, () => 'read x') } }, 'T1 T1 T1 T1 T1 T1')
  expect(waitsInWords(costOf(many))).toBe(
    'of the last 4 answers, T1 waited for 1 message to read x, T1 for 1 to read x, T1 for 1 to read x, T1 for 1 to read x',
  )
})

test('every count has its term', () => {
  expect(costTerms.map(({ name }) => name)).toEqual(Object.keys(noCounts) satisfies string[] as (keyof Counts)[])
})
