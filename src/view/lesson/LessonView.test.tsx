import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { act } from 'react'
import { lessons } from 'virtual:lessons'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Lesson } from '../../course/lesson/lesson'
import { handClock } from '../player/handClock.fixture'
import { LessonView } from './LessonView'
import { STEP_MILLISECONDS } from './useSceneRun'

let lesson: Lesson

beforeAll(async () => {
  lesson = await lessons.find(({ slug }) => slug === 'stale-fill')!.load()
})

function open() {
  const clock = handClock()
  const user = userEvent.setup()
  render(<LessonView lesson={lesson} clock={clock} />)
  const scene = screen.getByRole('region', { name: 'The race, step by step' })
  return { clock, user, scene, figure: within(scene).getByRole('region', { name: 'Scene: The race, step by step' }) }
}

const button = (area: HTMLElement, name: string | RegExp) => within(area).getByRole('button', { name })

const sentence = (figure: HTMLElement) => figure.querySelector('p')?.textContent

describe('a reader opens the stale fill', () => {
  test('and learns where it stands and what it is for', () => {
    open()
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('The stale fill')
    expect(screen.getByText('Part 3 · Races · lesson 11')).toBeTruthy()
    expect(screen.getByText(/^12 minutes · /).textContent).toContain('five steps')
  })

  test('and sees no note of the speaker', () => {
    open()
    expect(document.body.textContent).not.toContain('Let the room vote')
  })

  test('and is not told the end: no claim, no fifth beat and no diagram stand below the open question', () => {
    const { scene } = open()
    expect(within(scene).queryByText('Refuted.')).toBeNull()
    expect(within(scene).queryByRole('button', { name: 'Show step 5' })).toBeNull()
    expect(within(scene).getByText('The rest of this run opens when you have answered.')).toBeTruthy()
  })
})

describe('the scene beside the prose', () => {
  test('shows the step whose number is pressed, and says it in a sentence', async () => {
    const { user, scene, figure } = open()
    expect(sentence(figure)).toBe('Nothing has happened yet.')
    await user.click(button(scene, 'Show step 3'))
    expect(sentence(figure)).toContain('version 2')
    expect(button(scene, 'Show step 3').getAttribute('aria-current')).toBe('step')
  })

  test('steps with the arrow keys', async () => {
    const { user, scene, figure } = open()
    button(figure, 'Step forward').focus()
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}')
    expect(button(scene, 'Show step 1').getAttribute('aria-current')).toBe('step')
  })

  test('plays as far as the question and waits there', async () => {
    const { clock, user, scene, figure } = open()
    await user.click(button(figure, 'Play'))
    for (let tick = 0; tick < 8; tick++) act(() => clock.wind(STEP_MILLISECONDS))
    expect(button(scene, 'Show step 4').getAttribute('aria-current')).toBe('step')
    expect(button(figure, 'Play').getAttribute('title')).toBe('Answer the question first')
    expect(button(figure, 'Step 5, after the question')).toHaveProperty('disabled', true)
  })

  test('links to the Lab with no more of the run than has been asked about', async () => {
    const { user, scene, figure } = open()
    await user.click(button(scene, 'Show step 4'))
    expect(within(figure).getByRole('link').getAttribute('href')).toBe('#/lab/stale-fill?run=T1+T1+T2+T2&at=4')
  })
})

describe('a prediction', () => {
  test('answered wrongly plays the step, marks what happens, and explains both', async () => {
    const { user, scene, figure } = open()
    await user.click(button(scene, /Nothing: the delete refuses late fills/))
    await within(scene).findByText('this is what happens')
    expect(button(scene, /Version 1, until somebody writes again/).textContent).toContain('this is what happens')
    expect(button(scene, /Nothing: the delete refuses/).textContent).toContain('your answer')
    const why = within(scene).getAllByRole('status')[0]?.textContent
    expect(why).toContain('something would have to remember')
    expect(why).toContain('T1 finishes what it began.')
    expect(sentence(figure)).toContain('The cache now disagrees with the database.')
    expect(button(scene, 'Show step 5').getAttribute('aria-current')).toBe('step')
  })

  test('answered rightly explains once', async () => {
    const { user, scene } = open()
    await user.click(button(scene, /Version 1, until somebody writes again/))
    await within(scene).findByText('your answer, and what happens')
    expect(button(scene, /Version 1, until/).textContent).toContain('your answer, and what happens')
    expect(within(scene).getAllByRole('status')[0]?.textContent).not.toContain('something would have to remember')
  })

  test('can be passed over, and asked again', async () => {
    const { user, scene } = open()
    await user.click(button(scene, 'Show me instead'))
    expect(within(scene).getByText('Refuted.')).toBeTruthy()
    await user.click(button(scene, 'Ask me again'))
    expect(within(scene).queryByText('Refuted.')).toBeNull()
    expect(button(scene, 'Show step 4').getAttribute('aria-current')).toBe('step')
  })
})

describe('a claim', () => {
  const answered = async () => {
    const opened = open()
    await opened.user.click(button(opened.scene, 'Show me instead'))
    return opened
  }

  test('is refuted with counts that the check found', async () => {
    const { scene } = await answered()
    const claim = within(scene).getByRole('group', { name: 'Claim: Cache converges to database' })
    expect(claim.textContent).toContain('1 of 10. The shortest takes 5 steps.')
    expect(claim.textContent).toContain('Searched: all 17 worlds of 2 clients, 2 operations, 1 key, no faults.')
  })

  test('plays its witness on the stage, and gives the stage back', async () => {
    const { clock, user, scene, figure } = await answered()
    await user.click(button(scene, 'Show it'))
    expect(within(figure).getByText(/The shortest witness of the claim, 5 steps/)).toBeTruthy()
    for (let tick = 0; tick < 5; tick++) act(() => clock.wind(STEP_MILLISECONDS))
    expect(button(figure, 'Step 5').getAttribute('aria-current')).toBe('step')
    await user.click(button(figure, /Back to the lesson/))
    expect(sentence(figure)).toContain('The cache now disagrees with the database.')
    expect(within(figure).queryByText(/The shortest witness/)).toBeNull()
  })

  test('holds under a lease in all 10 interleavings', async () => {
    const { user } = open()
    const scene = screen.getByRole('region', { name: 'With a lease' })
    await user.click(button(scene, 'Show me instead'))
    expect(within(scene).getAllByText('Proved.')).toHaveLength(2)
    expect(within(scene).getAllByRole('group', { name: /^Claim/ })[0]?.textContent).toContain(
      'None of 10 interleavings breaks it.',
    )
  })
})

test('the diagram is revealed as far as the scene has come', async () => {
  const { user, scene } = open()
  await user.click(button(scene, 'Show me instead'))
  const diagram = within(scene).getByRole('figure', { name: /^Sequence diagram/ })
  const messages = () => [...diagram.querySelectorAll('li')].map((item) => item.textContent)
  expect(messages()).toHaveLength(8)
  await user.click(button(scene, 'Show step 2'))
  expect(messages()).toEqual([
    'T1 asks Cache: GET x',
    'Cache answers T1: miss',
    'T1 asks Database: SELECT x',
    'Database answers T1: v1',
  ])
  expect(diagram.querySelectorAll('[data-message]')).toHaveLength(4)
})
