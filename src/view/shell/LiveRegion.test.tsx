import { act, render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { handClock } from '../player/handClock.fixture'
import { createAnnouncer } from './announcer'
import { LiveRegion } from './LiveRegion'

const shown = () => {
  const clock = handClock()
  const announcer = createAnnouncer(clock)
  render(<LiveRegion announcer={announcer} />)
  const region = screen.getByRole('status')
  return {
    text: () => region.textContent,
    say: (text: string) => act(() => announcer.announce(text)),
    wind: (milliseconds: number) => act(() => clock.wind(milliseconds)),
  }
}

test('the first message is said at once, and of those that follow within 600 ms only the last', () => {
  const { say, text, wind } = shown()
  say('Step 1')
  expect(text()).toBe('Step 1')
  wind(100)
  say('Step 2')
  say('Step 3')
  wind(499)
  expect(text()).toBe('Step 1')
  wind(1)
  expect(text()).toBe('Step 3')
})

test('a message long after the last one is said at once', () => {
  const { say, text, wind } = shown()
  say('Step 1')
  wind(600)
  say('Step 2')
  expect(text()).toBe('Step 2')
})

test('the same words twice are two messages', () => {
  const { say, text, wind } = shown()
  say('The link is copied.')
  wind(1000)
  say('The link is copied.')
  expect(text()).toBe('The link is copied.\u00a0')
})
