/** Pieces of the page that need no worker. */
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, test } from 'vitest'
import { simulate } from '../../model/load'
import { constant, plain, strategy } from '../../model/load/load.fixture'
import type { Strategy } from '../../model/load/strategy'
import { presets } from '../../model/load/workload/presets'
import { protocols } from '../../model/protocols'
import { figures, shown, timeText } from './format'
import { WorkloadForm } from './form/WorkloadForm'
import { draftOf } from './form/draft'
import { stockOf } from './lens/flows'
import { loopOf } from './lens/loops'
import { tippingWords } from './lens/tippingWords'
import { StrategyCard } from './strategies/StrategyCard'
import { nameOf } from './strategies/words'
import { agreementOf } from './sweeps/agreement'
import { placeOf } from './sweeps/scale'
import { csvOf, jsonOf } from './takeaway'

describe('a strategy’s card', () => {
  function Card({ first }: { first: Strategy }) {
    const [chosen, setChosen] = useState(first)
    return (
      <>
        <StrategyCard
          index={0}
          strategy={chosen}
          progress={null}
          problem={null}
          onChange={setChosen}
          onDuplicate={null}
          onRemove={null}
        />
        <output>{nameOf(chosen)}</output>
      </>
    )
  }
  const name = () => screen.getByRole('status').textContent

  test('drops a guard that means nothing with another pattern', async () => {
    render(<Card first={strategy('cache-aside', 'write-behind', { queue: 'durable' })} />)
    expect(name()).toBe('Cache-aside, write-behind with durable queue')
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Writes of A' }), 'Write-through')
    expect(name()).toBe('Cache-aside, write-through')
  })

  test('turns guards on and takes them off, and offers only those that mean something', async () => {
    render(<Card first={strategy('cache-aside', 'write-invalidate')} />)
    await userEvent.click(screen.getByText(/^Guards to choose from/))
    expect(screen.queryByRole('switch', { name: /Durable queue/ })).toBeNull()
    await userEvent.click(screen.getByRole('switch', { name: /^Lease, others wait/ }))
    expect(name()).toBe('Cache-aside, write-invalidate with lease, others wait')
    await userEvent.click(screen.getByRole('button', { name: 'Take off Lease, others wait' }))
    expect(name()).toBe('Cache-aside, write-invalidate')
  })

  test('keeps what is no number, and says what would be', async () => {
    render(<Card first={strategy('cache-aside', 'write-behind', { 'flush-every': '10' })} />)
    await userEvent.click(screen.getByText(/^Guards to choose from/))
    const field = screen.getByRole('textbox', { name: 'Flush in batches: how many' })
    await userEvent.clear(field)
    expect(screen.getByText('Write a whole number from 1 to 10,000.')).toBeTruthy()
    await userEvent.type(field, '250')
    expect(name()).toBe('Cache-aside, write-behind with flush in batches: 250')
  })
})

describe('the form of a workload', () => {
  test('says a problem at its field, and nowhere else', () => {
    const draft = { ...draftOf(presets[0]!.workload), keys: 'none' }
    render(<WorkloadForm draft={draft} problems={new Map([['keys', 'Too few.']])} write={() => undefined} />)
    const field = screen.getByRole('textbox', { name: 'Keys' })
    expect(field).toHaveProperty('value', 'none')
    expect(field.getAttribute('aria-invalid')).toBe('true')
    expect(document.getElementById(field.getAttribute('aria-describedby')!)?.textContent).toBe('Too few.')
    expect(document.querySelectorAll('[aria-invalid=true]')).toHaveLength(1)
  })
})

describe('stocks and flows', () => {
  test('every way to write has its loop', () => {
    expect(Object.keys(protocols.write).filter((write) => loopOf(write) === '')).toEqual([])
  })

  const behind = strategy('cache-aside', 'write-behind')
  const flushing = (updateMs: number) => ({ ...plain, database: { ...plain.database, update: constant(updateMs) } })
  const drainedOf = (workload: typeof plain) => {
    const run = simulate(workload, behind)
    return run.metrics['databaseWritesPerSecond']! / stockOf(workload, run).balance.fill
  }

  test('the stock of write-behind fills as fast as the run has drained it, where a round takes no time', () => {
    expect(drainedOf(flushing(0.001))).toBeCloseTo(1, 1)
  })

  test('it fills a little slower where updates still meet those that wait in a round', () => {
    const share = drainedOf(flushing(6))
    expect([share > 0.85, share < 0.97]).toEqual([true, true])
  })

  test('where it tips is said in operations a second', () => {
    const flow = stockOf(plain, simulate(plain, behind))
    expect(flow.balance.drain).toBeCloseTo(4000 / 5.5, 9)
    expect(tippingWords(plain, flow)).toMatch(/^The stock fills at 393\/s and drains at up to 727\/s\. It tips at /)
  })
})

describe('a sweep', () => {
  const values = [0, 10, 100]

  test('places what lies between its values by its logarithm, and evenly next to zero', () => {
    expect([0, 5, 10, Math.sqrt(1000), 100, 1000].map((ms) => placeOf(values, ms))).toEqual([0, 0.5, 1, 1.5, 2, 2])
  })

  test('is held against what was proved', () => {
    const boundary = { metric: 'staleForEver', zero: { kind: 'from', ms: 10 } } as const
    const points = [4, 0, 0].map((staleForEver) => ({ staleForEver }))
    expect(agreementOf(boundary, values, points)).toBe('The runs agree at all 2 values that it speaks of.')
    expect(agreementOf(boundary, values, [...points.slice(0, 2), { staleForEver: 1 }])).toContain('disagree at 1 value')
  })
})

describe('what is taken away', () => {
  const chosen = strategy('cache-aside', 'write-behind')
  const compared = { workload: plain, strategies: [chosen], results: [simulate(plain, chosen)] }

  test('is a row for each interval, and names the link that gives it again', () => {
    const [link, head, row, ...rest] = csvOf(compared, 'https://example.org/#/load').trimEnd().split('\n')
    expect(link).toBe('# https://example.org/#/load')
    expect(head).toMatch(/^strategy,name,until ms,throughput,/)
    expect(row).toMatch(/^A,"Cache-aside, write-behind",\d/)
    expect(rest).toHaveLength(compared.results[0]!.series.times.length - 1)
  })

  test('is all of it as JSON', () => {
    const read = JSON.parse(jsonOf(compared, 'x')) as { runs: { metrics: unknown; series: { times: number[] } }[] }
    expect(read.runs[0]!.metrics).toEqual(compared.results[0]!.metrics)
    expect(read.runs[0]!.series.times).toEqual([...compared.results[0]!.series.times])
  })
})

describe('numbers', () => {
  test('have three figures that count, and their unit', () => {
    expect([0, 0.01234, 1.234, 12.34, 123.4, 12_345].map(figures)).toEqual([
      '0',
      '0.0123',
      '1.23',
      '12.3',
      '123',
      '12,345',
    ])
    expect([shown(0.5, 'share'), shown(1500, 'ms'), shown(3, 'count'), shown(null, 'ms')]).toEqual([
      '50\u00a0%',
      '1.5\u00a0s',
      '3',
      '–',
    ])
    expect([0, 3.21, 1250, 125_000].map(timeText)).toEqual(['0', '3.2\u00a0ms', '1.25\u00a0s', '2\u00a0min 5\u00a0s'])
  })
})
