import { cleanup, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { replay } from '../../../model/engine/replay'
import { worldAt } from '../../../model/engine/trace'
import type { Operation, Scenario } from '../../../model/scenario/scenario'
import { CodePanel } from './CodePanel'
import { faultsWith } from '../../../model/engine/faults'

const read: Operation = { kind: 'read', key: 'x' }
const write: Operation = { kind: 'write', key: 'x' }

const scenarioOf = (changes: Partial<Scenario> = {}): Scenario => ({
  scenario: 'stale-fill',
  title: 'The stale fill',
  about: '',
  start: { database: { x: 1 }, cache: {} },
  protocol: { read: 'read-through', write: 'write-invalidate' },
  guards: {},
  clients: [
    { name: 'T1', operations: [read] },
    { name: 'T2', operations: [write] },
  ],
  faults: faultsWith({ crash: ['T1'] }),
  check: [],
  expect: {},
  schedule: [],
  twin: '',
  ...changes,
})

function show(scenario: Scenario, schedule: string) {
  const trace = replay(scenario, schedule.split(' ').filter(Boolean))
  const { steps } = trace
  expect(trace.refused).toBeNull()
  render(<CodePanel scenario={scenario} world={worldAt(trace, steps.length)} event={steps.at(-1)?.event ?? null} />)
}

const card = (name: string) => within(screen.getByRole('region', { name }))
const current = (name: string) =>
  card(name)
    .getAllByRole('listitem')
    .filter((line) => line.getAttribute('aria-current') === 'step')
    .map((line) => line.textContent.trim())

describe('the code panel', () => {
  it('marks the line that each client asks next, from the first one on', () => {
    show(scenarioOf(), '')
    expect(current('T1 runs read-through')).toEqual(['next line:   const hit = yield* cache.get(key)'])
    expect(current('T2 runs write-invalidate')).toEqual(['next line:   const row = yield* database.update(key)'])
  })

  it('follows the run, and tells where the last step was', () => {
    show(scenarioOf(), 'T1 T1 T2')
    expect(current('T1 runs read-through')).toEqual(['next line:   yield* fill(key, row)'])
    expect(current('T2 runs write-invalidate')).toEqual(['next line:   yield* cache.delete(key)'])
    expect(screen.getByText('line of the last step:').parentElement?.textContent).toContain('database.update(key)')
  })

  it('marks nothing in a program that has finished, and says so', () => {
    show(scenarioOf(), 'T2 T2')
    expect(current('T2 runs write-invalidate')).toEqual([])
    expect(card('T2 runs write-invalidate').getByText('finished')).toBeTruthy()
  })

  it('says that a timer of a finished client is still set', () => {
    show(scenarioOf({ protocol: { read: 'read-through', write: 'deferred-invalidate' } }), 'T2')
    expect(card('T2 runs deferred-invalidate').getByText('finished, its timer is set')).toBeTruthy()
  })

  it('says that a client has crashed, and marks nothing', () => {
    show(scenarioOf({ protocol: { read: 'cache-aside', write: 'write-around' } }), 'T1 crash:T1')
    expect(card('T1 runs cache-aside').getByText('crashed')).toBeTruthy()
    expect(current('T1 runs cache-aside')).toEqual([])
  })

  it('says whom a client waits for', () => {
    const clients = [
      { name: 'T1', operations: [read] },
      { name: 'T2', operations: [read] },
    ]
    show(scenarioOf({ clients, guards: { lease: 'wait' } }), 'T1')
    expect(card('T2 runs read-through').getByText('waits for T1')).toBeTruthy()
    expect(card('T1 runs read-through').queryByText(/waits/)).toBeNull()
  })

  it('has a card for each program of a client, and counts its operations where it stands', () => {
    const clients = [{ name: 'T1', operations: [read, write, read] }]
    show(scenarioOf({ clients, start: { database: { x: 1 }, cache: { x: 1 } } }), 'T1')
    expect(current('T1 runs read-through')).toEqual([])
    expect(current('T1 runs write-invalidate')).toHaveLength(1)
    expect(card('T1 runs write-invalidate').getByText('2 of 3')).toBeTruthy()
  })

  it('leaves both programs open where the search chooses', () => {
    show(scenarioOf({ clients: [{ name: 'T1', operations: [{ kind: 'any' }] }] }), '')
    expect(screen.getAllByText('may read or write')).toHaveLength(2)
  })

  it('names the guard on each line that it changes, and opens to what the guard does there', async () => {
    show(scenarioOf({ guards: { lease: 'wait' } }), 'T1 T1')
    const t1 = card('T1 runs read-through')
    const tags = t1.getAllByRole('button', { name: 'changed by lease' })
    expect(tags.map((tag) => tag.parentElement?.querySelector('code')?.textContent.trim())).toEqual([
      'const hit = yield* cache.get(key)',
      'yield* fill(key, row)',
    ])
    await userEvent.click(tags[1]!)
    const lines = within(t1.getByRole('list', { name: 'What lease does instead' })).getAllByRole('listitem')
    expect(lines.map((line) => line.textContent.trimEnd())).toEqual([
      'fill: function* (key, row) {',
      '  if (!token) return null',
      'next line:   return yield* fillWithLease(key, row.version)',
      '},',
    ])
    expect(card('T2 runs write-invalidate').queryByRole('button')).toBeNull()
  })

  it('shows a guard that goes around a program, open where its own line is next', async () => {
    const clients = [{ name: 'T2', operations: [write] }]
    const locked = scenarioOf({ clients, guards: { 'write-lock': 'true' }, faults: faultsWith({}) })
    show(locked, '')
    expect(current('T2 runs write-invalidate')).toEqual(['next line:   yield* takeLock(key)'])
    cleanup()
    show(locked, 'T2')
    expect(current('T2 runs write-invalidate')).toEqual(['next line:   const row = yield* database.update(key)'])
    expect(screen.queryByRole('list', { name: 'What write lock does' })).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'inside write lock' }))
    expect(screen.getByRole('list', { name: 'What write lock does' })).toBeTruthy()
  })

  it('names only the guard that wins where two replace the same store', () => {
    show(scenarioOf({ guards: { 'compare-and-set': 'newer', lease: 'bypass' } }), '')
    expect(
      card('T1 runs read-through')
        .getAllByRole('button')
        .map((tag) => tag.textContent),
    ).toEqual(['changed by lease', 'changed by lease'])
  })
})
