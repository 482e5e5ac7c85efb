import { describe, expect, it } from 'vitest'
import { scenarioNamed } from './catalogue'
import { withGuard } from './edits'
import { linkLosses } from './linkLosses'
import type { Scenario } from './scenario'

const base = scenarioNamed('stale-fill')!
const lossesOf = (edited: Scenario, schedule: readonly string[] = base.schedule) =>
  linkLosses({ scenario: 'stale-fill', edited, schedule, step: 0 })

describe('a link', () => {
  it('leaves nothing out of what is chosen and of the run', () => {
    expect(lossesOf(base)).toEqual([])
    expect(lossesOf(withGuard(base, 'lease', 'wait'), ['T1', 'T2'])).toEqual([])
    expect(lossesOf({ ...base, clients: base.clients.slice(1) }, [])).toEqual([])
  })

  it('leaves out words of one’s own, and says so', () => {
    expect(lossesOf({ ...base, title: 'Mine', about: 'Mine.', expect: {} })).toEqual([
      ...['its title', 'what it is about', 'the verdicts that it expects'],
    ])
  })

  it('says when it would be too long to open', () => {
    const clients = [
      { name: 'T1', operations: Array.from({ length: 2000 }, () => ({ kind: 'read' as const, key: 'x' })) },
    ]
    expect(lossesOf({ ...base, clients, seed: 1 })).toEqual(['all that goes beyond 8 KiB, so that it does not open'])
    const long = Array.from({ length: 5000 }, () => 'T1')
    expect(lossesOf(base, long)).toEqual([
      'something without which it does not open: The run has more than 4,000 steps, and a link takes no more. Write it into a file.',
    ])
  })

  it('says when a run to begin with would be lost to a drawn one', () => {
    expect(lossesOf({ ...base, seed: 1, schedule: ['T2', 'T2', 'T1'] }, ['T2', 'T2', 'T1'])).toEqual([
      'a part of the run',
    ])
  })
})
