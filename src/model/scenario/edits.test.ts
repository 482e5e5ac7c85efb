import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scenarioNamed } from './catalogue'
import { choosesTheSame, withFault, withGuard, withoutGuard, withProtocol } from './edits'
import { parseScenario } from './parse'
import { printScenario } from './print'
import { scenarios } from './scenario.fixture'
import { switchNamed, switches } from './switches'
import { noFaults } from '../engine/faults'

const staleFill = scenarioNamed('stale-fill')!

describe('an edit', () => {
  it('leaves the scenario that it starts from alone', () => {
    const leased = withGuard(staleFill, 'lease', 'wait')
    expect([staleFill.guards, leased.guards, withoutGuard(leased, 'lease').guards]).toEqual([{}, { lease: 'wait' }, {}])
  })

  it('takes away a guard that means nothing beside the new one', () => {
    const gentle = withGuard(staleFill, 'fill', 'add-if-absent')
    expect(withGuard(gentle, 'lease', 'wait').guards).toEqual({ lease: 'wait' })
    expect(withGuard(withGuard(staleFill, 'compare-and-set', 'newer'), 'fill', 'none').guards).toEqual({ fill: 'none' })
  })

  it('keeps guards that go together', () => {
    const leased = withGuard(staleFill, 'lease', 'wait')
    expect(withGuard(leased, 'compare-and-set', 'newer').guards).toEqual({ lease: 'wait', 'compare-and-set': 'newer' })
  })

  it('takes a long delay away with the deferred delete', () => {
    const deferred = withGuard(withProtocol(staleFill, 'write', 'deferred-invalidate'), 'delay', 'longer-than-pauses')
    expect(withProtocol(deferred, 'read', 'read-through').guards).toEqual({ delay: 'longer-than-pauses' })
    expect(withProtocol(deferred, 'write', 'write-through')).toMatchObject({
      protocol: { read: 'cache-aside', write: 'write-through' },
      guards: {},
    })
  })

  it('sets one kind of fault and keeps the others', () => {
    const faulty = withFault(withFault(staleFill, 'crash', ['T2']), 'expire', 'any')
    expect(faulty.faults).toEqual({ ...noFaults, crash: ['T2'], expire: 'any' })
    expect([choosesTheSame(faulty, staleFill), choosesTheSame(faulty, withFault(faulty, 'evict', 0))]).toEqual([
      false,
      true,
    ])
  })
})

describe('a switch of the Lab', () => {
  it('is one of these', () => {
    expect(switches.map(({ id }) => id)).toEqual([
      'cache-absent-true',
      'compare-and-set-newer',
      'compare-and-set-equal',
      'lease-wait',
      'lease-bypass',
      'lease-timeout-any',
      'serve-stale-true',
      'tombstone-true',
      'invalidate-table',
      'invalidate-composed',
      'reject-old-fills-at-select',
      'reject-old-fills-at-fill',
      'soft-expiry-true',
      'delay-longer-than-pauses',
      'queue-durable',
      'queue-battery',
      'queue-replicated',
      'queue-entry',
      'write-ahead-log-true',
      'write-ahead-log-periodic',
      'clear-compare',
      'clear-plain',
      'log-order-cache-first',
      'remote-marker-true',
      'increments-in-place',
      'increments-compare-and-set',
      'deferred-invalidate',
      'double-delete',
      'expire-after-write',
      'versions-separate-sequence',
      'fill-add-if-absent',
      'retry-refused-fill-true',
      'undo-true',
      'coalesce-none',
      'flush-every-2',
      'write-lock-true',
      'lock-timeout-any',
    ])
  })

  it('turns on what it says, turns it off again, and makes only scenarios that the parser takes', () => {
    fc.assert(
      fc.property(scenarios, fc.constantFrom(...switches), (scenario, item) => {
        fc.pre(item.applies(scenario))
        const on = item.apply(scenario, true)
        const off = item.apply(on, false)
        expect([item.isOn(on), item.isOn(off)]).toEqual([true, false])
        for (const edited of [on, off])
          expect(parseScenario(printScenario(edited), 'edited.yaml')).toEqual({ scenario: edited })
      }),
    )
  })

  it('replaces the other value of its guard', () => {
    const newer = switchNamed('compare-and-set-newer')!.apply(staleFill, true)
    const equal = switchNamed('compare-and-set-equal')!.apply(newer, true)
    expect([newer.guards, equal.guards]).toEqual([{ 'compare-and-set': 'newer' }, { 'compare-and-set': 'equal' }])
    expect(switchNamed('compare-and-set-newer')!.apply(equal, false)).toBe(equal)
  })

  it('defers the delete only where there is one, and lengthens the delay only where it is deferred', () => {
    const deferred = switchNamed('deferred-invalidate')!
    const long = switchNamed('delay-longer-than-pauses')!
    const late = deferred.apply(staleFill, true)
    expect([late.protocol.write, deferred.apply(late, false).protocol.write]).toEqual([
      'deferred-invalidate',
      'write-invalidate',
    ])
    expect([long.applies(staleFill), long.applies(late)]).toEqual([false, true])
    expect(deferred.applies(scenarioNamed('late-fill')!)).toBe(false)
    expect(deferred.apply(long.apply(late, true), false).guards).toEqual({})
  })

  it('adds a second delete where the first one comes before the write, and may lengthen its delay', () => {
    const second = switchNamed('double-delete')!
    const twice = second.apply(scenarioNamed('delete-then-write')!, true)
    expect([twice.protocol.write, second.apply(twice, false).protocol.write]).toEqual([
      'double-delete',
      'delete-then-write',
    ])
    expect([second.applies(staleFill), switchNamed('delay-longer-than-pauses')!.applies(twice)]).toEqual([false, true])
  })

  it('offers a tombstone only where a delete knows its version, and takes it away with that delete', () => {
    const tombstone = switchNamed('tombstone-true')!
    const on = tombstone.apply(scenarioNamed('stale-fill-lease')!, true)
    expect(on.guards).toEqual({ tombstone: 'true' })
    expect([tombstone.applies(staleFill), tombstone.applies(scenarioNamed('late-fill')!)]).toEqual([true, false])
    expect(withProtocol(on, 'write', 'delete-then-write').guards).toEqual({})
  })

  it('gives entries a lifetime together with the moment at which it runs out', () => {
    const expiring = switchNamed('expire-after-write')!.apply(staleFill, true)
    expect([expiring.guards, expiring.faults.expire]).toEqual([{ expiry: 'after-write' }, 'any'])
    expect(switchNamed('expire-after-write')!.apply(expiring, false)).toEqual(staleFill)
  })
})
