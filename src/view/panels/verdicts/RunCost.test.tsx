import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { run } from '../../../course/narration/runs.fixture'
import { RunCost } from './RunCost'

const trace = run({}, 'T1 T1 T2 T2 T1')

/** Rows of the table: the term and its numbers, without its meaning. */
const rows = () =>
  within(screen.getByRole('table'))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map((cell) => cell.firstChild?.textContent?.trim()))

test('the cost of the run so far is one line; opened, it stands beside that of all runs', async () => {
  render(<RunCost trace={trace} playhead={2} />)
  const line = screen.getByText('So far 1 cache request (0 hits, 1 miss), 1 database read, 0 database writes')
  expect(screen.queryByRole('columnheader', { name: 'All runs' })).toBeNull()
  await userEvent.click(line)
  expect(screen.getByRole('columnheader', { name: 'All runs' })).toBeTruthy()
  expect(rows()).toEqual([
    ['Cache requests', '1', '3'],
    ['Hits', '0', '0'],
    ['Misses', '1', '1'],
    ['Database reads', '1', '1'],
    ['Database writes', '0', '1'],
  ])
  expect(screen.getByText(/^Nobody has an answer yet\./)).toBeTruthy()
})

test('what somebody waited for is told once it has an answer', () => {
  render(<RunCost trace={trace} playhead={5} />)
  expect(screen.getByText(/^T2 waited for 2 messages to write x, T1 for 3 to read x\./)).toBeTruthy()
})
