import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scenarioNamed } from './catalogue'
import { choosesTheSame } from './edits'
import { isProblem, readLink, writeLink } from './link'
import { scenarios } from './scenario.fixture'
import { openingOf } from '../run/course'

const staleFill = scenarioNamed('stale-fill')!
const { scenario, title, about, twin, expect: expected } = staleFill

describe('a link', () => {
  it('loses a question about endless readers together with the last of them', () => {
    const hot = '#/lab/hot-key-lease?clients='
    expect(readLink(`${hot}T1:read-x`)).toMatchObject({
      edited: { check: ['converges', 'linearizable', 'not-stuck'] },
    })
    expect(readLink(`${hot}T3:forever-read-x`)).toMatchObject({
      edited: { check: ['converges', 'linearizable', 'not-stuck', 'sees-the-new-value'] },
    })
  })

  it('carries a scenario of somebody’s own, all but its name and its texts', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(scenarios, (own) => {
        const edited = { ...own, scenario, title, about, twin, expect: expected, schedule: staleFill.schedule }
        const moment = { scenario, edited, schedule: own.schedule, step: 0 }
        const link = writeLink(moment)
        // A workload of the largest size can be longer than any link.
        fc.pre(link.length <= 8 * 1024)
        expect(readLink(link)).toEqual(moment)
      }),
    )
  })

  it('says who does what, from where, and what is checked', () => {
    const edited = {
      ...staleFill,
      clients: [
        { name: 'T1', operations: [{ kind: 'read', key: 'x' } as const, { kind: 'any' } as const] },
        { name: 'W', operations: [{ kind: 'write', key: 'y' } as const] },
      ],
      start: { database: { x: 1, y: 2 }, cache: { x: 1 } },
      check: ['durable'],
    }
    const moment = { scenario, edited, schedule: ['W'], step: 1 }
    const link = writeLink(moment)
    expect(link).toBe(
      '#/lab/stale-fill?clients=T1:read-x,any+W:write-y&database=x:1+y:2&cache=x:1&check=durable&run=W&at=1',
    )
    expect(readLink(link)).toEqual(moment)
    expect(choosesTheSame(staleFill, edited)).toBe(false)
  })

  it('empties the cache that its base has, and gives a new key its first version', () => {
    const read = readLink('#/lab/two-writers?cache=off&clients=T1:write-z')
    expect(isProblem(read) ? read.message : read.edited.start).toEqual({ database: { x: 1, z: 1 }, cache: {} })
  })
})

describe('a workload that no file may have is refused with its column and one sentence', () => {
  it.each<readonly [query: string, column: number, sentence: string]>([
    ['clients=T1', 26, 'T1 does nothing. Write e.g. T1:read-x.'],
    ['clients=T1:raed-x', 26, 'There is no operation "raed". Did you mean "read"?'],
    ['clients=t1:read-x', 26, '"t1" is no client name.'],
    ['clients=T1:forever-read-x,read-x', 26, 'Nothing comes after "forever", because it never ends.'],
    ['clients=T1:forever-write-x', 26, '"forever write x" is nothing to do for ever.'],
    ['clients=T1:forever-read-x&repeat=2', 51, 'A client that reads for ever never comes to a second repetition.'],
    [
      'check=sees-the-new-value',
      24,
      'The property "sees-the-new-value" asks what is seen by somebody who reads for ever',
    ],
    ['clients=T1:read-x+T1:read-x', 26, '"T1" stands here twice.'],
    [
      'clients=T1:9-any',
      26,
      'This is more than 8 operations for one client, which the exhaustive check does not take.',
    ],
    [
      'clients=T1:read-a,read-b,read-c,read-d,read-e',
      26,
      'There are 6 keys, and the exhaustive check takes at most 4.',
    ],
    ['database=x', 27, 'The version of "x" must be a whole number from 1 to 200, e.g. x:1.'],
    ['database=x:0', 27, 'The version of "x" must be a whole number from 1 to 200, e.g. x:1.'],
    ['cache=1:x', 24, '"1" is no key name.'],
    ['check=convergs', 24, 'There is no property "convergs". Did you mean "converges"?'],
    ['check=durable+durable', 24, '"durable" stands here twice.'],
    ['crash=T2&clients=T1:read-x', 24, 'There is no client "T2" to crash.'],
  ])('%s', (query, column, sentence) => {
    expect(readLink(`#/lab/stale-fill?${query}`)).toMatchObject({
      column,
      message: expect.stringContaining(sentence) as string,
    })
  })

  it('with eight clients at the most', () => {
    const clients = Array.from({ length: 9 }, (_, index) => `T${index + 1}:read-x`).join('+')
    expect(readLink(`#/lab/stale-fill?clients=${clients}`)).toMatchObject({
      message:
        'There are 9 clients, and the exhaustive check takes at most 8. Use fewer, or add e.g. seed: 1 to play a single run.',
    })
    expect(isProblem(readLink(`#/lab/stale-fill?seed=1&clients=${clients}`))).toBe(false)
  })
})

describe('a single run', () => {
  it('travels as its length and its seed, and goes with "off"', () => {
    const edited = { ...staleFill, repeat: 100, seed: 7, schedule: [] }
    const moment = { scenario, edited, schedule: openingOf(edited), step: 0 }
    expect(writeLink(moment)).toBe('#/lab/stale-fill?repeat=100&seed=7')
    expect(readLink('#/lab/stale-fill?repeat=100&seed=7')).toEqual(moment)
    const whole = readLink('#/lab/stale-fill?repeat=off&seed=off')
    expect(isProblem(whole) ? whole.message : whole.edited).toEqual(staleFill)
  })

  it.each([
    ['repeat=0', 'The number of repetitions must be a whole number from 1 to 10000, and it is "0". Change it.'],
    ['seed=one', 'The seed must be a whole number from 0 to 999999, and it is "one". Change it.'],
    [
      'repeat=9',
      'Repeated 9 times, T1 has 9 operations, and the exhaustive check takes at most 8. Use fewer, or add e.g. seed: 1 to play a single run.',
    ],
    [
      'repeat=6000&seed=1',
      'The clients have 12,000 operations together, and a single run takes at most 10,000. Use fewer.',
    ],
  ])('%s is refused', (query, message) => {
    expect(readLink(`#/lab/stale-fill?${query}`)).toMatchObject({ message })
  })
})
