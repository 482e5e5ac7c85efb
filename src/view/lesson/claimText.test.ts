import { expect, test } from 'vitest'
import { scenarioNamed } from '../../model/scenario/catalogue'
import type { ClaimBlock, Finding } from '../../course/lesson/lesson'
import { countText, searchedText, verdictWord } from './claimText'

const finding: Finding = {
  states: 1_204,
  transitions: 3_000,
  schedules: { total: 10, bad: 1 },
  searched: { clients: 2, operations: 3, keys: 1, faults: ['one eviction'] },
  witness: ['T1', 'T2', 'T1'],
}

const claim: ClaimBlock = {
  ...{ type: 'claim', id: 'claim-1', property: 'converges', propertyTitle: 'Converges', violatedSays: 'end stale' },
  ...{ verdict: 'violated', statement: [], scenario: scenarioNamed('stale-fill')!, link: null, run: null, finding },
}

const proved: ClaimBlock = { ...claim, verdict: 'holds' }

test('a violated claim says how many interleavings break it and how short the shortest is', () => {
  expect(verdictWord(claim)).toBe('Refuted.')
  expect(countText(claim)).toBe('Interleavings that end stale: 1 of 10. The shortest takes 3 steps.')
})

test('a claim that holds says that none does', () => {
  expect(verdictWord(proved)).toBe('Proved.')
  expect(countText(proved)).toBe('None of 10 interleavings breaks it.')
})

test('where interleavings were not counted no count is made up', () => {
  const uncounted = { ...finding, schedules: null }
  expect(countText({ ...claim, finding: uncounted })).toBe('Some interleavings end stale. The shortest takes 3 steps.')
  expect(countText({ ...proved, finding: uncounted })).toBe('No order of the steps breaks it.')
})

test.each([
  ['never', 'No read is ever stale.'],
  ['bounded', 'Reads can be stale for a bounded window; the shortest way to one takes 3 steps.'],
  ['for-ever', 'Reads can be stale for ever; the shortest way to the first takes 3 steps.'],
] as const)('of somebody who reads for ever a claim says how long reads are stale: %s', (answer, text) => {
  expect(countText({ ...proved, finding: { ...finding, answer, schedules: null } })).toBe(text)
})

test('what was searched names the worlds, the clients, the operations, the keys and the faults', () => {
  expect(searchedText(finding)).toBe('Searched: all 1,204 worlds of 2 clients, 3 operations, 1 key, one eviction.')
})
