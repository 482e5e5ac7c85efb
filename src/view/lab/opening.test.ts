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
  [
    'stale-fil',
    'The link could not be followed. There is no scenario "stale-fil". Did you mean "stale-fill"? The first scenario is open instead.',
    'stale-fill',
  ],
  [
    'busy-cache?run=T9',
    'The link could not be followed. The schedule\'s word "T9" names no step. Did you mean "T1"? The scenario it names is open from its start instead.',
    'busy-cache',
  ],
])(
  'a broken address opens the scenario that it names, or else the first, and says what is wrong: %s',
  (link, problem, name) => {
    const opened = openedBy(`#/lab/${link}`)
    expect([opened.problem, opened.opening.base.scenario, opened.opening.step]).toEqual([problem, name, 0])
  },
)
