import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { branchesOf } from '../../player/branches'
import { emptyTree, grow, named, ROOT } from '../../player/runTree'
import { RunTreePanel } from './RunTreePanel'
import type { BranchEnd, RunTreeProps } from './runTreeProps'

const taken = grow(emptyTree, ROOT, ['T1', 'T1', 'T2', 'T2', 'T1']).tree
const tree = named(grow(taken, 2, ['T1']).tree, 6, 'Early <b>fill</b>')
const ends = new Map<number, BranchEnd>([
  [0, { kind: 'bad', words: 'ends stale', step: 5, reaches: 5 }],
  [6, { kind: 'stopped', words: 'cannot go on at step 3', step: 3, reaches: 2 }],
])

function shown(more: Partial<RunTreeProps & { isList: boolean }> = {}) {
  const asked = { onGo: vi.fn(), onName: vi.fn(), onCompare: vi.fn(), onClose: vi.fn() }
  render(
    <RunTreePanel
      tree={tree}
      branches={branchesOf(tree)}
      ends={ends}
      tip={5}
      at={2}
      isList={false}
      {...asked}
      {...more}
    />,
  )
  return asked
}

const names = (role: string) =>
  screen.getAllByRole(role).map((element) => element.getAttribute('aria-label') ?? element.textContent)

test('every node says where it stands, what its step is and how its branch ends', () => {
  shown()
  expect(names('button').filter((name) => name.includes('step') || name.includes('start'))).toEqual([
    'Run 1, the start; on the present run',
    'Run 1, step 1, T1; on the present run',
    'Run 1, step 2, T1; present step; 2 futures',
    'Run 1, step 3, T2; on the present run',
    'Run 1, step 4, T2; on the present run',
    'Run 1, step 5, T1; on the present run; ends stale',
    'Early <b>fill</b>, step 3, T1; cannot happen under these guards; cannot go on at step 3',
  ])
})

test('the tree is one stop, the arrow keys move in it, and Enter goes to the node', async () => {
  const { onGo } = shown()
  const stops = () => document.querySelectorAll('svg [tabindex="0"]')
  expect([...stops()].map((stop) => stop.getAttribute('data-node'))).toEqual(['2'])
  ;(stops()[0] as SVGElement).focus()
  await userEvent.keyboard('{ArrowDown}{Enter}{ArrowUp}{End} ')
  expect(onGo.mock.calls).toEqual([[6], [5]])
})

test('a branch is called by another name, and by its old one again where the field is emptied', async () => {
  const { onName } = shown()
  const field = screen.getByRole('textbox', { name: 'Name' })
  await userEvent.clear(field)
  await userEvent.type(field, '  the   race {Enter}')
  expect(onName.mock.calls).toEqual([[0, 'the race']])
})

test('the present branch is laid beside another one', async () => {
  const { onCompare } = shown()
  await userEvent.click(screen.getByRole('button', { name: 'Compare' }))
  expect(onCompare.mock.calls).toEqual([[0, 6]])
})

test('where there is no room the branches are a list that leads to their ends', async () => {
  const { onGo } = shown({ isList: true })
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'Run 15 steps, ends stale',
    'Early <b>fill</b>3 steps, leaves Run 1 after step 2, cannot go on at step 3',
  ])
  expect(document.querySelectorAll('b')).toHaveLength(0)
  await userEvent.click(screen.getByRole('button', { name: /Early/ }))
  expect(onGo.mock.calls).toEqual([[6]])
})

test('a tree of one run says how a second one comes about', () => {
  const one = grow(emptyTree, ROOT, ['T1']).tree
  shown({ tree: one, branches: branchesOf(one), tip: 1, at: 1, ends: new Map() })
  expect(screen.getByText(/Go back and take another step/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Compare' })).toBeNull()
})
