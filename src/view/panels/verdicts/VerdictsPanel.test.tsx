import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import type { Report } from '../../../model/explore/report'
import { VerdictsPanel } from './VerdictsPanel'
import { searchedWords } from './words'

const report: Report = {
  scenario: 'stale-fill',
  states: 1234,
  transitions: 2000,
  isComplete: true,
  results: [
    { property: 'converges', judged: 4, verdict: 'violated', steps: 5, schedule: ['T1', 'T1', 'T2', 'T2', 'T1'] },
    { property: 'reads-in-order', judged: 0, verdict: 'holds' },
    { property: 'linearizable', judged: 9, verdict: 'unknown', reason: 'The budget of 60 seconds was used up.' },
    { property: 'durable', judged: 4, verdict: 'holds' },
  ],
  searched: { clients: 2, operations: 3, keys: 1, faults: ['one eviction', 'a crash of T2'] },
  sometimes: ['a miss', 'a hit', 'a fill'],
}

function show(changes: Partial<Parameters<typeof VerdictsPanel>[0]> = {}) {
  const spies = { onShow: vi.fn(), onCancel: vi.fn() }
  render(<VerdictsPanel report={report} isStale={false} progress={null} {...spies} {...changes} />)
  return spies
}

const rows = () => screen.getAllByRole('listitem').map((row) => row.textContent)

describe('the verdicts', () => {
  it('name what was searched', () => {
    show()
    expect(screen.getByRole('region', { name: 'Checked over all 1,234 worlds' })).toBeTruthy()
    expect(screen.getByText('2 clients, 3 operations, 1 key, with one eviction and a crash of T2')).toBeTruthy()
    expect(searchedWords({ clients: 1, operations: 1, keys: 2, faults: [] })).toBe(
      '1 client, 1 operation, 2 keys, without faults',
    )
  })

  it('never call a search complete that was stopped', () => {
    show({ report: { ...report, isComplete: false } })
    expect(screen.getByRole('heading').textContent).toBe('Checked over the first 1,234 worlds, not over all')
  })

  it('say of one run that it is one, and what was counted in it', () => {
    const run = { operations: 1000, steps: 1010, isQuiet: true }
    const facts = [
      { what: 'database writes', count: 10 },
      { what: 'largest backlog', count: 1000 },
    ]
    show({ report: { ...report, run, facts } })
    expect(screen.getByRole('region', { name: 'One run of 1,010 steps' })).toBeTruthy()
    expect(screen.getByText('database writes: 10, largest backlog: 1,000')).toBeTruthy()
    expect(screen.getByText(/^This run has a miss, a hit and a fill\. One run shows what can happen/)).toBeTruthy()
    expect(
      screen.getByRole('button', { name: /^show how this run violates “cache converges to database”, 5 steps$/ }),
    ).toBeTruthy()
  })

  it('are a word each; what had nothing to judge does not hold, and what is unknown says why', () => {
    show()
    expect(rows()[0]).toMatch(/^Cache converges to database.*violatedshow$/)
    expect(rows()[1]).toMatch(/nothing to judge$/)
    expect(rows()[1]).not.toMatch(/holds/)
    expect(rows()[2]).toMatch(/unknownThe budget of 60 seconds was used up\.$/)
    expect(rows()[3]).toMatch(/^No acknowledged write lost.*holds$/)
  })

  it('tell of somebody who reads for ever how long reads are stale, and never call a stale window clean', async () => {
    const [property, schedule] = ['sees-the-new-value', ['T2', 'T1']]
    const of = (result: object) => [{ property, judged: 3, ...result } as Report['results'][number]]
    const bounded = { ...report, results: of({ verdict: 'holds', answer: 'bounded', example: schedule }) }
    const { onShow } = show({ report: bounded })
    expect(rows()[0]).toMatch(/boundedshowstale for a bounded window$/)
    expect(rows()[0]).not.toMatch(/holds/)
    await userEvent.click(screen.getByRole('button', { name: 'show the shortest run to a stale read, 2 steps' }))
    expect(onShow).toHaveBeenCalledWith(schedule)
    cleanup()
    show({ report: { ...report, results: of({ verdict: 'holds', answer: 'never' }) } })
    expect(rows()[0]).toMatch(/holdsnever stale$/)
    cleanup()
    const lasting = { verdict: 'violated', steps: 2, schedule, answer: 'for-ever', loop: ['expire:x', 'T1'] }
    show({ report: { ...report, results: of(lasting) } })
    expect(rows()[0]).toMatch(/violatedshowstale for ever: expire:x T1 can follow again and again$/)
  })

  it('play the shortest witness', async () => {
    const { onShow } = show()
    await userEvent.click(
      screen.getByRole('button', {
        name: 'show the shortest run that violates “cache converges to database”, 5 steps',
      }),
    )
    expect(onShow).toHaveBeenCalledWith(['T1', 'T1', 'T2', 'T2', 'T1'])
  })

  it('say what does happen, and that counts are not probabilities', () => {
    show()
    expect(screen.getByText(/^Some runs have a miss, a hit and a fill\./).textContent).toBe(
      'Some runs have a miss, a hit and a fill. Worlds and schedules are counted; a count is not a probability.',
    )
  })

  it('stay as the last answer while a newer one is made, say so, and can be stopped', async () => {
    const { onCancel } = show({ isStale: true, progress: { worlds: 123456 } })
    expect(screen.getByRole('region').getAttribute('aria-busy')).toBe('true')
    expect(screen.getByText('This was before the last change. Checking again.')).toBeTruthy()
    expect(screen.getByText('123,456 worlds so far')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Stop the check' }))
    expect(onCancel).toHaveBeenCalledOnce()
  })

  it('leave their place empty before the first answer', () => {
    show({ report: null })
    expect(screen.getByRole('region', { name: 'Checking every world' }).getAttribute('aria-busy')).toBe('true')
    expect(screen.queryAllByRole('listitem')).toEqual([])
  })
})
