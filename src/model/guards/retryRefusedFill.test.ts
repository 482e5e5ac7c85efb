import { describe, expect, it } from 'vitest'
import { run, story } from '../testing/story'
import type { RequestEvent } from '../engine/trace'
import type { Sketch } from '../testing/sketch'

const retrying = (guards: Readonly<Record<string, string>>, more: Partial<Sketch> = {}): Sketch => ({
  guards: { 'retry-refused-fill': 'true', ...guards },
  clients: { T1: ['read x'], T2: ['write x'] },
  ...more,
})

describe('retry-refused-fill', () => {
  it('starts the read over, and it returns what the cache has by then', () => {
    const trace = run(retrying({ 'compare-and-set': 'newer' }, { write: 'write-through' }), 'T1 T1 T2 T2 T1 T1')
    expect(story(trace).slice(4)).toEqual([
      'T1 cache.compareAndSetNewer x 1 -> {stored:false}',
      'T1 cache.get x -> {found:true,version:2} = 2',
    ])
  })

  it('is one operation: begun once, answered once, with its first request asked twice', () => {
    const { steps } = run(retrying({ lease: 'wait' }), 'T1 T1 T2 T2 T1 T1 T1 T1')
    const own = steps.map(({ event }) => event as RequestEvent).filter(({ client }) => client === 'T1')
    expect(own.map(({ begins, ends, startsOver, operation }) => [begins, ends, startsOver, operation])).toEqual([
      [true, false, false, 0],
      [false, false, false, 0],
      [false, false, true, 0],
      [false, false, false, 0],
      [false, false, false, 0],
      [false, true, false, 0],
    ])
    expect(steps.at(4)!.after.clients['T1']).toMatchObject({ status: 'inside', begun: 1, held: [] })
  })

  it('is not begun anew where the cache starts the load of a client over that has crashed', () => {
    const { steps } = run(retrying({ lease: 'wait' }, { crash: ['T1'] }), 'T1 T1 crash:T1 T2 T2 T1 T1 T1 T1')
    const own = steps.map(({ event }) => event).filter((event) => event.type === 'request' && event.client === 'T1')
    expect(own.map((event) => (event as RequestEvent).begins)).toEqual([true, ...[1, 2, 3, 4, 5].map(() => false)])
    expect((own.at(-1) as RequestEvent).result).toBeNull()
  })

  it('leaves a fill that is accepted, or that is no fill, alone', () => {
    expect(
      story(run(retrying({ lease: 'bypass' }, { clients: { T1: ['read x'], T2: ['read x'] } }), 'T1 T2 T2 T1 T1')),
    ).toEqual([
      'T1 cache.leaseGet x -> {found:false,token:true}',
      'T2 cache.leaseGet x -> {found:false,token:false}',
      'T2 database.select x -> {version:1} = 1',
      'T1 database.select x -> {version:1}',
      'T1 cache.leaseSet x 1 -> {stored:true} = 1',
    ])
  })

  it('is no business of writers', () => {
    const writers: Partial<Sketch> = { write: 'write-through', clients: { T1: ['write x'], T2: ['write x'] } }
    expect(story(run(retrying({ 'compare-and-set': 'newer' }, writers), 'T1 T2 T2 T1')).at(-1)).toBe(
      'T1 cache.compareAndSetNewer x 2 -> {stored:false} = 2',
    )
  })
})
