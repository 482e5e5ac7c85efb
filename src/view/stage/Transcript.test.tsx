import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { run } from '../../course/narration/runs.fixture'
import { Transcript } from './Transcript'

const trace = run({}, 'T1 T1 T2 T2 T1')

test('a closed transcript is still a list of all steps for those who do not see the picture', () => {
  render(<Transcript trace={trace} playhead={2} onSeek={vi.fn()} label="The stale fill, step by step" />)
  const list = screen.getByRole('list', { name: 'The stale fill, step by step' })
  expect(Array.from(list.children, (entry) => entry.textContent)).toEqual([
    'T1 asks the cache for x and misses.',
    'T1 reads version 1 from the database.',
    'T2 commits version 2 of x.',
    'T2 deletes x from the cache. There is nothing to delete. The write is acknowledged.',
    'The cache now disagrees with the database. T1 stored the version 1 that it had read at step 2, after T2 had committed version 2 at step 3.',
  ])
  expect(list.querySelector('[aria-current="step"]')?.textContent).toBe('T1 reads version 1 from the database.')
  expect(screen.queryByRole('button', { name: /T1 asks/ })).toBeNull()
})

test('what the run costs so far stands under its steps', () => {
  render(<Transcript trace={trace} playhead={4} label="Steps" cost="2 cache requests" />)
  expect(screen.getByText('So far 2 cache requests.')).toBeTruthy()
})

test('an open transcript is one tab stop, moved through by arrows, and seeks', async () => {
  const user = userEvent.setup()
  const onSeek = vi.fn()
  render(<Transcript trace={trace} playhead={2} onSeek={onSeek} label="Steps" />)
  await user.click(screen.getByRole('button', { name: 'Steps in words', expanded: false }))
  await user.tab()
  expect(document.activeElement?.textContent).toBe('T1 reads version 1 from the database.')
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}')
  expect(document.activeElement?.textContent).toBe('T2 commits version 2 of x.')
  await user.keyboard('{End}')
  expect(document.activeElement?.textContent).toContain('disagrees')
  await user.keyboard('{Home}{Enter}')
  expect(onSeek.mock.calls).toEqual([[1]])
  await user.tab()
  expect(document.activeElement?.tagName).not.toBe('LI')
})

test('without a way to seek the open entries are text', async () => {
  const user = userEvent.setup()
  render(<Transcript trace={trace} playhead={5} label="Steps" />)
  await user.click(screen.getByRole('button', { name: 'Steps in words' }))
  expect(screen.getAllByRole('button')).toHaveLength(1)
})
