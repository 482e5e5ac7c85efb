import { describe, expect, it } from 'vitest'
import { withOwn } from '../own/own'
import { withWorkloadOf } from './beside'
import { scenarioNamed } from './catalogue'
import { isProblem, readLink, writeLink } from './link'
import { PACKED_MAX } from './linkOwn'
import { parseScenario } from './parse'
import { printScenario } from './print'

const base = scenarioNamed('stale-fill')!
const own = withOwn(base, 'write', { text: 'export const f = 1', packed: '18.AbC-_' })
const moment = { scenario: base.scenario, edited: own, schedule: base.schedule, step: 0 }

describe('a learner’s program in a link', () => {
  it('stands there packed, and is handed on packed', () => {
    const link = writeLink(moment)
    expect(link).toBe('#/lab/stale-fill?own-write=18.AbC-_')
    expect(readLink(link)).toEqual({ ...moment, edited: base, own: { write: '18.AbC-_' } })
  })

  it('is left out where it is too long for one', () => {
    const long = withOwn(base, 'write', { text: 'export const f = 1', packed: '' })
    expect(writeLink({ ...moment, edited: long })).toBe('#/lab/stale-fill')
  })

  it.each([
    ['own-write=', 'The program in the link is not whole.'],
    ['own-write=12', 'The program in the link is not whole.'],
    ['own-write=1.<script>', 'The program in the link is not whole.'],
    ['own-write=99999.AAAA', 'The program in the link is longer than any that can be run.'],
    [`own-write=9.${'A'.repeat(PACKED_MAX)}`, 'The program in the link is longer than any that can be run.'],
  ])('is refused before it is unpacked: %.30s', (word, says) => {
    const read = readLink(`#/lab/stale-fill?${word}`)
    expect(isProblem(read) && read.message).toContain(says)
  })

  it('stays on its side of a comparison', () => {
    const twin = scenarioNamed('stale-fill-lease')!
    expect(withWorkloadOf(own, twin).own).toBeUndefined()
    expect(withWorkloadOf(twin, own).own).toEqual(own.own)
    const read = readLink('#/lab/stale-fill?beside=own-write:18.AbC-_')
    expect(isProblem(read) && read.message).toContain('"own-write" is the same on every side')
  })

  it('never comes into a file', () => {
    const text = printScenario(own)
    expect(text).toBe(printScenario(base))
    expect(parseScenario(text.replace('write: write-invalidate', 'write: own'), 'f')).toHaveProperty('problems')
  })
})
