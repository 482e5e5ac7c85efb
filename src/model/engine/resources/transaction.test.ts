import { describe, expect, it } from 'vitest'
import { compile } from '../compile'
import { offsetOf } from '../layout'
import type { Request } from '../program'
import { requestKinds } from '.'
import { sketched } from '../../testing/sketch'

type Line = readonly [by: 'T1' | 'T2', kind: string, asked?: Omit<Request, 'kind' | 'key'>]

/** Asks one request after the other about x, whose row has version 1; what each is told. */
function story(...lines: readonly Line[]): readonly unknown[] {
  const scenario = sketched({ guards: { transaction: 'true' }, clients: { T1: ['read x'], T2: ['read x'] } })
  const model = compile(scenario)
  model.reset()
  const ground = { memory: model.memory, scenario, keyIndex: () => 0 }
  return lines.map(([by, kind, asked]) => {
    const client = by === 'T1' ? 0 : 1
    const bound = requestKinds.get(kind)!.bind(ground, { kind, key: 'x', ...asked })
    if (bound.ready?.(client) === false) return 'waits'
    return requestKinds.get(kind)!.decode(bound.perform(client))
  })
}

const updated = (version: number) => ({ updated: true, version })

describe('an open transaction', () => {
  it('keeps its update to itself until it commits', () => {
    expect(
      story(
        ['T1', 'transaction.begin'],
        ['T1', 'transaction.update'],
        ['T1', 'transaction.select'],
        ['T2', 'transaction.select'],
        ['T1', 'transaction.commit'],
        ['T2', 'transaction.select'],
      ),
    ).toEqual([{}, updated(2), { version: 2 }, { version: 1 }, {}, { version: 2 }])
  })

  it('leaves nothing when it is rolled back', () => {
    expect(
      story(
        ['T1', 'transaction.begin'],
        ['T1', 'transaction.update'],
        ['T1', 'transaction.rollback'],
        ['T1', 'transaction.select'],
        ['T2', 'transaction.update'],
      ),
    ).toEqual([{}, updated(2), {}, { version: 1 }, updated(2)])
  })

  it('is its client’s, whoever else has none', () => {
    expect(story(['T2', 'transaction.begin'], ['T2', 'transaction.update'], ['T1', 'transaction.select'])).toEqual([
      {},
      updated(2),
      { version: 1 },
    ])
    expect(story(['T2', 'transaction.begin'], ['T1', 'transaction.update'], ['T2', 'transaction.select'])).toEqual([
      {},
      updated(2),
      { version: 2 },
    ])
  })

  it('changes the row as often as it likes', () => {
    expect(story(['T1', 'transaction.begin'], ['T1', 'transaction.update'], ['T1', 'transaction.update'])).toEqual([
      {},
      updated(2),
      updated(3),
    ])
  })
})

describe('an update of a row that somebody else has changed', () => {
  it('waits, and goes on from the row that was committed meanwhile', () => {
    expect(
      story(
        ['T1', 'transaction.begin'],
        ['T1', 'transaction.update'],
        ['T2', 'transaction.update'],
        ['T1', 'transaction.commit'],
        ['T2', 'transaction.update'],
      ),
    ).toEqual([{}, updated(2), 'waits', {}, updated(3)])
  })

  it('is refused at the end of the wait when the row is no longer the expected one', () => {
    const lines: readonly Line[] = [
      ['T1', 'transaction.begin'],
      ['T1', 'transaction.update'],
      ['T2', 'transaction.update', { expected: 1 }],
    ]
    const again: Line = ['T2', 'transaction.update', { expected: 1 }]
    expect(story(...lines, ['T1', 'transaction.commit'], again).slice(2)).toEqual(['waits', {}, { updated: false }])
    expect(story(...lines, ['T1', 'transaction.rollback'], again).slice(2)).toEqual(['waits', {}, updated(2)])
  })

  it('does not wait for a row that is not the expected one now', () => {
    expect(
      story(
        ['T1', 'transaction.begin'],
        ['T1', 'transaction.update'],
        ['T2', 'transaction.update', { expected: 5 }],
      ).at(-1),
    ).toEqual({ updated: false })
  })

  it('never keeps a select waiting', () => {
    expect(
      story(['T1', 'transaction.begin'], ['T1', 'transaction.update'], ['T2', 'transaction.select']).at(-1),
    ).toEqual({ version: 1 })
  })
})

describe('an update outside a transaction', () => {
  it('commits at once, with the version that it is given if it is given one', () => {
    expect(story(['T1', 'transaction.update', { version: 7 }], ['T2', 'transaction.select'])).toEqual([
      updated(7),
      { version: 7 },
    ])
  })
})

it('costs nothing where no transaction is opened', () => {
  const { memory } = compile(sketched({ clients: { T1: ['read x'] } }))
  expect(['row-lock', 'row-pending', 'transaction'].map((name) => offsetOf(memory, name))).toEqual([-1, -1, -1])
})
