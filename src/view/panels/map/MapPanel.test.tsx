import { fireEvent, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { gridOf } from './grid.fixture'
import { MapPanel, type MapPanelProps } from './MapPanel'
import { caption } from './mapWords'

const converges = { name: 'converges', title: 'Cache converges to database', violatedSays: 'end with a stale entry' }
const ordered = { name: 'reads-in-order', title: 'Versions in order', violatedSays: 'show an older version' }

const staleFill = { ...gridOf(['GET', 'SELECT', 'SET'], ['UPDATE', 'DELETE']), bad: 1 }

function show(changes: Partial<MapPanelProps> = {}) {
  const spies = { onProperty: vi.fn(), onRoute: vi.fn(), onStep: vi.fn(), onBack: vi.fn() }
  render(
    <MapPanel
      map={staleFill}
      path={['T1', 'T1']}
      future={['T2']}
      properties={[converges, ordered]}
      property="converges"
      {...spies}
      {...changes}
    />,
  )
  return spies
}

const map = () => screen.getByRole('application', { name: 'Schedule map of T1 and T2' })

describe('the schedule map', () => {
  it('says how many schedules go wrong, where the run stands and which keys move it', () => {
    show()
    const description = map()
      .getAttribute('aria-describedby')
      ?.split(' ')
      .map((id) => document.getElementById(id)?.textContent)
    expect(description).toEqual([
      'Schedules that end with a stale entry: 1 of 10.',
      'T1 has taken 2 of 3 steps, T2 0 of 2.',
      'Right steps T1, up steps T2, left or down takes the last step back.',
    ])
  })

  it('steps the clients by arrow keys, takes steps back, and keeps those keys from the page', async () => {
    const onPage = vi.fn()
    document.addEventListener('keydown', onPage)
    const { onStep, onBack } = show()
    map().focus()
    await userEvent.keyboard('{ArrowRight}{ArrowUp}{ArrowLeft}{ArrowDown}')
    expect(onStep.mock.calls).toEqual([['T1'], ['T2']])
    expect(onBack).toHaveBeenCalledTimes(2)
    await userEvent.keyboard('p')
    expect(onPage.mock.calls.map(([event]) => (event as KeyboardEvent).key)).toEqual(['p'])
    document.removeEventListener('keydown', onPage)
  })

  it('leads the run through the pressed point and through each new one that is dragged over', () => {
    const { onRoute } = show()
    const svg = map()
    svg.setPointerCapture = vi.fn()
    fireEvent.pointerDown(svg, { button: 0, pointerId: 1, clientX: 80, clientY: 62 })
    fireEvent.pointerMove(svg, { pointerId: 1, clientX: 82, clientY: 60 })
    fireEvent.pointerMove(svg, { pointerId: 1, clientX: 82, clientY: 18 })
    fireEvent.pointerUp(svg, { pointerId: 1 })
    fireEvent.pointerMove(svg, { pointerId: 1, clientX: 16, clientY: 108 })
    expect(onRoute.mock.calls).toEqual([
      [1, 1],
      [1, 2],
    ])
  })

  it('asks for nothing when the point is where the run stands', () => {
    const { onRoute } = show()
    const svg = map()
    svg.setPointerCapture = vi.fn()
    fireEvent.pointerDown(svg, { button: 0, pointerId: 1, clientX: 16 + 2 * 64, clientY: 108 })
    expect(onRoute).not.toHaveBeenCalled()
  })

  it('names the property that colours it and takes another', async () => {
    const { onProperty } = show()
    await userEvent.selectOptions(screen.getByRole('combobox'), 'Versions in order')
    expect(onProperty).toHaveBeenCalledWith('reads-in-order')
  })

  it('says why there is none', () => {
    show({ map: { reason: 'The map shows two clients, and this scenario has 3.' } })
    expect(screen.getByText('The map shows two clients, and this scenario has 3.')).toBeTruthy()
    expect(screen.queryByRole('application')).toBeNull()
  })

  it('is busy, not empty, while it is being made', () => {
    show({ map: null })
    expect(screen.getByRole('region', { name: 'Schedule map' }).getAttribute('aria-busy')).toBe('true')
  })
})

describe('the caption', () => {
  const counts = { schedules: 2737, bad: 227 }

  it.each([
    [null, false, ''],
    ['mixed', false, ' From here it can still go either way.'],
    ['doomed', false, ' Every way on from here is one of them.'],
    ['safe', false, ' No way on from here is one of them.'],
    ['doomed', true, ' You are on one of them.'],
    ['safe', true, ' You are not on one of them.'],
  ] as const)('of a run with fate %s, over: %s, counts and adds "%s"', (fate, isOver, added) => {
    expect(caption(counts, converges, fate, isOver)).toBe(
      `Schedules that end with a stale entry: 227 of 2,737.${added}`,
    )
  })

  it('says "it" when there is one, and "none" when there is none', () => {
    expect(caption({ schedules: 10, bad: 1 }, converges, 'doomed', true)).toMatch(/1 of 10\. You are on it\.$/)
    expect(caption({ schedules: 10, bad: 0 }, converges, 'safe', false)).toBe(
      'None of the 10 schedules end with a stale entry.',
    )
    expect(caption({ schedules: 1, bad: 0 }, converges, 'safe', false)).toBe(
      'The only schedule does not end with a stale entry.',
    )
  })
})
