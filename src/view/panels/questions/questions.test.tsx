import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { replay } from '../../../model/engine/replay'
import { factsOf } from '../../../model/explore/find/facts'
import { find } from '../../../model/explore/find/find'
import { explainedHistory } from '../../../model/explore/why/explained'
import { whyAt } from '../../../model/explore/why/why'
import { propertyNamed } from '../../../model/properties'
import { sketched, words } from '../../../model/testing/sketch'
import { FactsPanel } from './FactsPanel'
import { FindPanel } from './FindPanel'
import { HintPanel } from './HintPanel'
import { historyLayout } from './historyLayout'
import { HistoryPanel } from './HistoryPanel'
import { WhyPanel } from './WhyPanel'
import { foundWords } from './words'

const scenario = sketched({ check: ['converges'], clients: { T1: ['read x', 'read x'], T2: ['write x'] } })
const stale = replay(scenario, words('T1 T1 T2 T2 T1 T1'))

describe('a question in words', () => {
  const show = () => {
    const spies = { onAsk: vi.fn(), onShow: vi.fn() }
    const view = render(<FindPanel scenario={scenario} asked={null} found={null} problem={null} {...spies} />)
    return { ...spies, ...view }
  }

  it('is asked as it stands, by the keyboard or from an example', async () => {
    const { onAsk } = show()
    await userEvent.type(screen.getByRole('textbox', { name: 'Show me a run where' }), 'T1 misses{Enter}')
    expect(onAsk).toHaveBeenLastCalledWith(
      expect.objectContaining({ stages: expect.anything() as unknown }),
      'T1 misses',
    )
    await userEvent.click(screen.getByRole('button', { name: 'a fill is refused' }))
    expect(onAsk).toHaveBeenLastCalledWith(expect.anything(), 'a fill is refused')
  })

  it('that cannot be read is refused with its column, and nobody is asked', async () => {
    const { onAsk } = show()
    const field = screen.getByRole('textbox')
    await userEvent.type(field, 'T1 misses and T3 hits{Enter}')
    expect(screen.getByText('Column 15: Nothing is called "T3" here. Did you mean "T1"?')).toBeTruthy()
    expect(field.getAttribute('aria-invalid')).toBe('true')
    expect(onAsk).not.toHaveBeenCalled()
  })

  it('is answered with a run to look at, or with how many worlds were checked, or with why nobody knows', async () => {
    const { rerender, onShow } = show()
    const found = find(scenario, { stages: [[{ type: 'violated', property: 'converges' }]] })
    const answer = { scenario, onAsk: vi.fn(), onShow, problem: null, asked: 'it goes wrong' }
    rerender(<FindPanel {...answer} found={found} />)
    await userEvent.click(screen.getByRole('button', { name: 'Show this run' }))
    expect(onShow).toHaveBeenCalledWith(found.outcome === 'found' ? found.schedule : [])
    expect(foundWords({ outcome: 'none', worlds: 17, runs: { all: 10, met: 0 } })).toBe(
      'No such run: all 17 worlds were checked.',
    )
    expect(foundWords({ outcome: 'unknown', worlds: 17, reason: 'The budget was used up.' })).toBe(
      'Unknown. The budget was used up.',
    )
    expect(foundWords({ outcome: 'found', schedule: ['T1'], worlds: 17, runs: { all: 10, met: 1 } })).toBe(
      'The shortest such run has 1 step. 1 of 10 schedules is like that. A count is no probability.',
    )
  })
})

it('hints come one at a time, and what they say can be done once it is said', async () => {
  const run = vi.fn()
  render(<HintPanel sentences={['Far.', 'T1 next.', 'All.']} problem={null} action={{ title: 'Take it', run }} />)
  const given = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent)
  expect(given()).toEqual(['Far.'])
  expect(screen.queryByRole('button', { name: 'Take it' })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Another hint' }))
  expect(given()).toEqual(['Far.', 'T1 next.'])
  await userEvent.click(screen.getByRole('button', { name: 'Take it' }))
  expect(run).toHaveBeenCalledOnce()
  await userEvent.click(screen.getByRole('button', { name: 'Another hint' }))
  expect(screen.queryByRole('button', { name: 'Another hint' })).toBeNull()
})

it('why names the two steps that conflict, and leads to them', async () => {
  const onSeek = vi.fn()
  render(<WhyPanel trace={stale} why={whyAt(stale, 6)} onSeek={onSeek} />)
  expect(
    screen.getByText('The cache has version 1 since step 5, and the database version 2 since step 3.'),
  ).toBeTruthy()
  expect(screen.getByText('T1 read version 1 at step 6 and missed version 2, which T2 wrote at step 3.')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Go to step 3' }))
  expect(onSeek).toHaveBeenCalledWith(3)
})

it('all runs are counted once, with a shortest and a typical bad one to look at', async () => {
  const onShow = vi.fn()
  const facts = factsOf(scenario, propertyNamed('converges')!)
  render(<FactsPanel facts={[facts]} properties={['converges']} problem={null} onShow={onShow} />)
  expect(screen.getByText(/^There are \d+ worlds and \d+ schedules\. A count is no probability\.$/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: /^Show the shortest/ }))
  expect(onShow).toHaveBeenCalledWith('shortest' in facts ? facts.shortest : null)
  await userEvent.click(screen.getByRole('button', { name: /^Show a typical one/ }))
  expect(onShow).toHaveBeenLastCalledWith('typical' in facts ? facts.typical : null)
})

describe('what clients saw', () => {
  const rows = () =>
    within(screen.getByRole('table'))
      .getAllByRole('row')
      .slice(1)
      .map((row) => [...row.children].map(({ textContent }) => textContent))

  it('stands in a table with its place in the order, as in the drawing', () => {
    const early = replay(scenario, words('T1 T1 T1 T2'))
    render(<HistoryPanel trace={early} playhead={4} />)
    expect(rows()).toEqual([
      ['T1', 'read x: 1', 'step 1', 'step 3', '1'],
      ['T2', 'write x: 2', 'step 4', 'not yet', 'none'],
    ])
  })

  it('names those to blame where no order explains it', async () => {
    render(<HistoryPanel trace={stale} playhead={6} />)
    expect(screen.getByText(/^No order explains what was read\. These 2 operations contradict each other/)).toBeTruthy()
    expect(
      rows()
        .filter((row) => row[4] === 'yes')
        .map((row) => row[1]),
    ).toEqual(['write x: 2', 'read x: 1'])
    await userEvent.selectOptions(screen.getByRole('combobox'), 'sequential')
    expect(screen.getByText(/^An order that keeps each client’s own/)).toBeTruthy()
  })

  it('is drawn with every point on its interval', () => {
    const { bars } = historyLayout(explainedHistory(stale, 5, 'linearizable')!)
    expect(bars).toHaveLength(2)
    for (const { x1, x2, pointX } of bars) {
      expect(pointX).toBeGreaterThanOrEqual(x1)
      expect(pointX).toBeLessThanOrEqual(x2)
    }
  })
})
