import { fireEvent, render, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { check } from '../../model/explore/check'
import { allProperties, matrixOf, noProfile } from '../../model/explore/matrix'
import { MatrixCell } from './MatrixCell'

const rows = matrixOf({ read: 'cache-aside', profile: noProfile, check: allProperties, isWarm: false })
const cellOf = (guard: string | null, write: string) =>
  rows.find((row) => (row.guard?.id ?? null) === guard)!.cells.find((cell) => cell.write === write)!

function show(guard: string | null, write: string, isKnown = true) {
  const cell = cellOf(guard, write)
  const reportOf = (scenario: typeof cell.scenario) => (scenario !== null && isKnown ? check(scenario) : null)
  render(
    <table>
      <tbody>
        <tr>
          <MatrixCell
            cell={cell}
            ending={reportOf(cell.scenario)}
            endless={reportOf(cell.endless)}
            pattern={write}
            guard={guard ?? 'No guard'}
          />
        </tr>
      </tbody>
    </table>,
  )
}

test('a cell waits for both of its answers, and a dot stands where a guard means nothing', () => {
  show(null, 'write-invalidate', false)
  expect(screen.getByRole('img', { name: 'being checked' })).toBeTruthy()
  show('tombstone-true', 'write-around')
  expect(screen.getByText('means nothing here')).toBeTruthy()
})

test('the worst verdict and the staleness stand in one link, each with its words', () => {
  show('compare-and-set-newer', 'change-log')
  const link = screen.getByRole('link', { name: /^change-log, compare-and-set-newer: .*stale for a bounded window/ })
  expect(link.textContent).toBe('violated5 stepslinearizablebounded')
})

test('the card comes with the focus, says why and what was searched, plays both runs, and goes with Escape', () => {
  show('compare-and-set-newer', 'write-invalidate')
  expect(screen.queryByRole('group')).toBeNull()
  fireEvent.focus(screen.getByRole('link'))
  const card = within(screen.getByRole('group', { name: 'write-invalidate · compare-and-set-newer' }))
  expect(card.getByText(/^Step 5 of 6: The cache now disagrees .* so there was nothing to compare\.$/)).toBeTruthy()
  expect(card.getByText(/Then R2 can follow again and again, with a stale read each time\.$/)).toBeTruthy()
  expect(card.getByText('Checked over all 201 worlds: 3 clients, 5 operations, 1 key, without faults.')).toBeTruthy()
  expect(card.getByText(/^Checked over all 16 worlds: 2 clients/)).toBeTruthy()
  const [witness, lasso] = card.getAllByRole('link').map((link) => link.getAttribute('href'))
  expect([witness?.split('run=')[1], lasso?.split('run=')[1]]).toEqual(['R1+R1+W+W+R1+R1', 'R2+R2+W+W+R2+R2+R2+R2'])
  fireEvent.keyDown(screen.getAllByRole('link')[0]!, { key: 'Escape' })
  expect(screen.queryByRole('group')).toBeNull()
})

test('a finger’s first tap shows the card, and its second one follows the link', () => {
  show(null, 'write-around')
  const [link] = screen.getAllByRole('link')
  fireEvent.pointerDown(link!, { pointerType: 'touch' })
  expect(fireEvent.click(link!)).toBe(false)
  expect(screen.getByRole('group')).toBeTruthy()
  fireEvent.pointerDown(link!, { pointerType: 'touch' })
  expect(fireEvent.click(link!)).toBe(true)
})
