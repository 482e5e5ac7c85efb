import { expect, test } from 'vitest'
import { handClock } from '../player/handClock.fixture'
import { createPlayer } from '../player/player'
import { addressOf, openedBy } from './opening'

const shownBy = (hash: string) => createPlayer(openedBy(hash).opening, handClock()).store.getState()

test.each([
  '#/lab/stale-fill',
  '#/lab/stale-fill?run=T1+T1+T2+T2+T1&at=3',
  '#/lab/stale-fill?lease=wait&run=T1+T1+T2+T2+T1&at=5',
])('an address opens the moment that it names: %s', (address) => {
  const state = shownBy(address)
  expect(addressOf(state)).toBe(address === '#/lab/stale-fill' ? addressOf(shownBy('#/lab')) : address)
})

test('an address without a scenario opens the first one, and nothing is wrong with it', () => {
  expect(['#/lab', '#/lab/', '/lab'].map((hash) => openedBy(hash).problem)).toEqual([null, null, null])
  expect(shownBy('#/lab').base.scenario).toBe('stale-fill')
})

test.each([
  ['#/lab/stale-fil', 'There is no scenario "stale-fil". Did you mean "stale-fill"?'],
  [
    '#/lab/stale-fill?at=99',
    '"at" must be a number from 0 to 5, the length of the run, and it is "99". Change it or leave it out.',
  ],
])('a broken address opens the first scenario and says what is wrong: %s', (hash, problem) => {
  const opened = openedBy(hash)
  expect(opened.problem).toBe(problem)
  expect(opened.opening.base.scenario).toBe('stale-fill')
})
