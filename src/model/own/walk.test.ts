import { describe, expect, it } from 'vitest'
import { replay } from '../engine/replay'
import { scenarioNamed } from '../scenario/catalogue'
import { withGuard } from '../scenario/edits'
import { withOwn } from './own'
import { memory } from './memory'
import { Unlearned } from './walk'

const base = scenarioNamed('stale-fill')!
const text = 'a text that nobody here may run'
const program = JSON.stringify(['write', 'x', text])
const own = withOwn(base, 'write', { text, packed: '' })

describe('where nobody may run a learner’s program', () => {
  it('what it does is unknown until it was seen, and is followed from then on', () => {
    expect(() => replay(own, [])).toThrow(Unlearned)
    memory.add([{ program, replies: [], move: { call: { name: 'database.update' }, line: 2 } }])
    // What may happen now is tried out, so one step more than the run has to be known.
    expect(() => replay(own, [])).toThrow(Unlearned)
    memory.add([{ program, replies: ['{"version":2}'], move: { call: { name: 'cache.delete' }, line: 3 } }])
    expect(replay(own, []).enabled).toEqual(['T1', 'T2'])
    expect(() => replay(own, ['T2'])).toThrow(Unlearned)
    memory.add([{ program, replies: ['{"version":2}', '{}'], move: { ends: 2, line: 4 } }])
    const { steps } = replay(own, ['T2', 'T2'])
    expect(steps.map(({ event }) => event.type === 'request' && [event.request.kind, event.request.places])).toEqual([
      ['database.update', [{ source: 'own-write', line: 2 }]],
      ['cache.delete', [{ source: 'own-write', line: 3 }]],
    ])
  })

  it('a guard changes what it asks, and what was seen without the guard still holds', () => {
    const locked = withGuard(own, 'write-lock', 'true')
    const { steps } = replay(locked, ['T2', 'T2', 'T2', 'T2'])
    expect(steps.map(({ event }) => event.type === 'request' && event.request.kind)).toEqual([
      'lock.take',
      'database.update',
      'cache.delete',
      'lock.release',
    ])
  })
})
