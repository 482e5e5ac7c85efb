import { describe, expect, it } from 'vitest'
import { replay } from '../../engine/replay'
import { everyProperty, sketched, words } from '../../testing/sketch'
import { violates } from '../../testing/naive'
import { everyRun } from '../everyRun'
import { explainedHistory } from './explained'
import { whyAt } from './why'

const plain = sketched({ clients: { T1: ['read x', 'read x'], T2: ['write x'] } })
const stale = replay(plain, words('T1 T1 T2 T2 T1 T1'))
const at = (step: number, trace = stale) =>
  Object.fromEntries(whyAt(trace, step)!.properties.map((now) => [now.property, now]))

describe('a property at a step', () => {
  it('holds until two steps conflict, and names them', () => {
    expect(at(4)['converges']).toEqual({ property: 'converges', standing: 'holds', since: 0, conflict: null })
    expect(at(5)['converges']).toMatchObject({
      standing: 'open',
      since: 5,
      conflict: { earlier: 3, later: 5, key: 'x', missed: 2, missedAt: 3, instead: 1 },
    })
    expect(at(6)['converges']).toMatchObject({ standing: 'violated', since: 6 })
  })

  it('names the write that a stale read missed, whatever is checked', () => {
    expect(whyAt(stale, 6)!.staleRead).toEqual({
      earlier: 3,
      later: 6,
      key: 'x',
      missed: 2,
      missedAt: 3,
      instead: 1,
    })
    expect(whyAt(stale, 5)!.staleRead).toBeNull()
    expect(at(6)['linearizable']).toMatchObject({
      standing: 'violated',
      conflict: { earlier: 4, later: 6, missedAt: 3 },
    })
  })

  it('that is durable names the answer and the step that lost what it promised', () => {
    const scenario = sketched({ write: 'write-behind', 'cache-restart': 1, clients: { T1: ['write x'] } })
    const trace = replay(scenario, words('T1 restart'))
    expect(at(2, trace)['durable']).toMatchObject({
      standing: 'violated',
      conflict: { earlier: 1, later: 2, missed: 2, missedAt: 1, instead: 1 },
    })
  })
})

const sketches = {
  'two rounds': { clients: { T1: ['read x', 'read x'], T2: ['write x'] } },
  'a warm cache': {
    write: 'write-around',
    cache: { x: 1 },
    clients: { T1: ['read x', 'read x'], T2: ['write x', 'read x'] },
  },
  'a stale start': {
    write: 'write-around',
    database: { x: 2 },
    cache: { x: 1 },
    clients: { T1: ['read x', 'read x'], T2: ['write x'] },
  },
  'two writers': { write: 'write-through', clients: { T1: ['write x', 'read x'], T2: ['write x'] } },
  'a lease and a crash': {
    read: 'cache-aside',
    guards: { lease: 'wait' },
    crash: ['T1'],
    clients: { T1: ['read x'], T2: ['read x'] },
  },
  'a queue and a restart': { write: 'write-behind', 'cache-restart': 1, clients: { T1: ['write x'], T2: ['read x'] } },
  'a queue and two writers': { write: 'write-behind', clients: { T1: ['write x'], T2: ['read x', 'write x'] } },
  'a write without an answer': { 'lost-answer': 1, clients: { T1: ['read x', 'read x'], T2: ['write x'] } },
  increments: {
    check: [...everyProperty, 'no-lost-update'],
    clients: { T1: ['increment x'], T2: ['increment x'] },
  },
  'a composed value': {
    read: 'cache-aside',
    check: ['no-torn-read', 'converges'],
    database: { x: 1, y: 1 },
    composed: { card: ['x', 'y'] as const },
    clients: { T1: ['read card'], T2: ['write x', 'write y'] },
  },
  'a transfer': {
    check: ['no-half-transfer'],
    database: { x: 1, y: 1 },
    cache: { x: 1, y: 1 },
    clients: { T1: ['read x', 'read y'], T2: ['transfer x y'] },
  },
}

describe('in every run', () => {
  it.each(Object.entries(sketches))('of %s what is violated stands so, and two steps tell it', (_name, sketch) => {
    const scenario = sketched(sketch)
    let seen = 0
    for (const trace of everyRun(scenario, 20_000)!) {
      const end = trace.steps.length
      for (const { property, standing, conflict } of whyAt(trace, end)!.properties) {
        const context = { property, words: trace.steps.map(({ word }) => word).join(' ') }
        const isBad = violates(property, trace)
        expect({ ...context, standing }).toEqual({ ...context, standing: isBad ? 'violated' : 'holds' })
        expect({ ...context, hasConflict: conflict !== null }).toEqual({ ...context, hasConflict: isBad })
        if (conflict === null) continue
        seen++
        expect(conflict.later).toBeLessThanOrEqual(end)
        expect(conflict.earlier).toBeLessThanOrEqual(conflict.later)
      }
      for (const kind of ['linearizable', 'sequential'] as const) {
        const history = explainedHistory(trace, end, kind)!
        if (scenario.composed !== undefined || !scenario.check.includes(kind)) continue
        const name = kind === 'linearizable' ? 'register-linearizable' : 'sequential'
        expect(history.holds).toBe(!violates(name, trace))
        for (const { point, from, to } of history.intervals)
          if (point !== null) {
            expect(point).toBeGreaterThanOrEqual(from)
            expect(point).toBeLessThanOrEqual(to ?? end + 1)
          }
      }
    }
    expect(seen).toBeGreaterThan(0)
  })
})
