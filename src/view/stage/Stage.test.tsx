import { fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { run } from '../../course/narration/runs.fixture'
import { Stage } from './Stage'

const trace = run({}, 'T1 T1 T2 T2 T1')

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(800)
})

afterEach(() => {
  vi.restoreAllMocks()
})

const texts = (container: HTMLElement) =>
  Array.from(container.querySelectorAll('svg text'), ({ textContent }) => textContent)

test('the picture is a labelled figure whose drawing is hidden from screen readers', () => {
  const { container } = render(<Stage trace={trace} playhead={5} isMoving={false} label="The stale fill" />)
  expect(screen.getByRole('figure', { name: 'The stale fill' })).toBeTruthy()
  expect(Array.from(container.querySelectorAll('svg'), (svg) => svg.getAttribute('aria-hidden'))).toEqual([
    'true',
    'true',
  ])
  expect(screen.getByRole('list', { name: 'The stale fill, step by step' }).children).toHaveLength(5)
})

test('heads, requests, replies and versions are written out', () => {
  const { container } = render(<Stage trace={trace} playhead={5} isMoving={false} label="The stale fill" />)
  expect(texts(container)).toEqual([
    ...['T1 · reader', 'Cache', 'Database', 'T2 · writer'],
    ...['1', '2', '3', '4', '5'],
    ...['v1', 'stale', 'v1', 'v2'],
    'paused',
    ...['GET x', 'miss', 'SELECT x', 'v1', 'UPDATE x', 'v2', 'DEL x', 'no entry', 'SET x v1', 'stale'],
  ])
})

test('only the row at the playhead is live, and only the steps to come are ghosts', () => {
  const { container } = render(<Stage trace={trace} playhead={3} isMoving={false} label="The stale fill" />)
  const rows = Array.from(container.querySelectorAll('g[data-tone]'))
  expect(rows.map((row) => row.getAttribute('data-live'))).toEqual(['false', 'false', 'true', 'false', 'false'])
  expect(rows.map((row) => row.getAttribute('data-ghost'))).toEqual(['false', 'false', 'false', 'true', 'true'])
})

test('a click on a row seeks to its step', () => {
  const onSeek = vi.fn()
  const { container } = render(
    <Stage trace={trace} playhead={5} isMoving={false} onSeek={onSeek} label="The stale fill" />,
  )
  const target = container.querySelector('[data-step="2"]')
  if (target) fireEvent.click(target)
  expect(onSeek.mock.calls).toEqual([[2]])
})

test('a long run draws about forty rows', () => {
  const clients = { T1: Array.from({ length: 200 }, () => 'read x') }
  const long = run({ clients, cache: { x: 1 } }, Array.from({ length: 200 }, () => 'T1').join(' '))
  const { container } = render(<Stage trace={long} playhead={1} isMoving={false} label="Two hundred hits" />)
  expect(container.querySelectorAll('g[data-tone]')).toHaveLength(40)
  expect(screen.getByRole('list').children).toHaveLength(200)
})

test('a run without steps shows its start', () => {
  const { container } = render(<Stage trace={run({}, 'nobody')} playhead={0} isMoving={false} label="A start" />)
  expect(texts(container)).toEqual(['T1 · reader', 'Cache', 'Database', 'T2 · writer', 'v1'])
})
