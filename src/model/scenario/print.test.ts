import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { faultsWith } from '../engine/faults'
import { catalogue } from './catalogue'
import { parseScenario } from './parse'
import { printScenario } from './print'
import { scenarios } from './scenario.fixture'

const again = (text: string) => parseScenario(text, 'printed.yaml')

describe('a printed scenario', () => {
  it('is parsed back to the scenario that it was', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        expect(again(printScenario(scenario))).toEqual({ scenario })
      }),
    )
  })

  it.each(catalogue.map((scenario) => [scenario.scenario, scenario] as const))(
    'keeps %s as it is',
    (_name, scenario) => {
      expect(again(printScenario(scenario))).toEqual({ scenario })
    },
  )

  it('groups open choices and quotes what YAML would misread', () => {
    const base = catalogue[0]!
    const text = printScenario({
      ...base,
      title: 'a: b',
      about: '',
      expect: {},
      clients: [
        { name: 'T1', operations: [{ kind: 'any' }, { kind: 'any' }, { kind: 'read', key: 'x' }, { kind: 'any' }] },
      ],
      faults: faultsWith({ crash: ['T1'], evict: 2, expire: 'any', 'cache-restart': 3, 'lost-delete': 'true' }),
      schedule: ['T1:read-x', 'T1!lost', 'crash:T1'],
    })
    expect(text).toBe(
      [
        'scenario: stale-fill',
        'title: "a: b"',
        'twin: stale-fill-lease',
        'start: { database: { x: 1 }, cache: {} }',
        'protocol: { read: cache-aside, write: write-invalidate }',
        'clients: { T1: [2 any, read x, any] }',
        'faults: { crash: [T1], evict: 2, expire: any, cache-restart: 3, lost-delete: true }',
        'check: [converges, reads-in-order, linearizable, durable, not-stuck]',
        'schedule: T1:read-x T1!lost crash:T1',
        '',
      ].join('\n'),
    )
  })
})
