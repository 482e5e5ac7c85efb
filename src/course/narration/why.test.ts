import { describe, expect, it } from 'vitest'
import { replay } from '../../model/engine/replay'
import { hintFor } from '../../model/explore/hints/hint'
import { whyAt } from '../../model/explore/why/why'
import { scenarioNamed } from '../../model/scenario/catalogue'
import { sketched, words } from '../../model/testing/sketch'
import { hintSentences } from './hints'
import { markInWords, missedInWords, whyInWords } from './why'

const plain = sketched({ clients: { T1: ['read x', 'read x'], T2: ['write x'] } })
const stale = replay(plain, words('T1 T1 T2 T2 T1 T1'))
const said = (trace = stale, step = trace.steps.length) =>
  Object.fromEntries(whyAt(trace, step)!.properties.map((now) => [now.property, whyInWords(trace, now)]))

describe('why', () => {
  it('names what is cached, what is committed, and since which step', () => {
    expect(said()['converges']).toBe('The cache has version 1 since step 5, and the database version 2 since step 3.')
    expect(said(stale, 5)['converges']).toMatch(/If the run ended here, that would be a violation\.$/)
    expect(said(stale, 4)['converges']).toBe('')
  })

  it('names the write that a stale read missed', () => {
    const missed = 'T1 read version 1 at step 6 and missed version 2, which T2 wrote at step 3.'
    expect(said()['linearizable']).toBe(missed)
    expect(missedInWords(stale, whyAt(stale, 6)!.staleRead!)).toBe(missed)
    expect(markInWords(whyAt(stale, 6)!.staleRead!, null)).toBe('v1 read, v2 missed')
    const [first] = whyAt(stale, 6)!.properties
    expect(markInWords(first!.conflict!, first!.property)).toBe('v1 cached, v2 committed')
  })

  it('names the promise, and the step that broke it', () => {
    const queue = sketched({ write: 'write-behind', 'cache-restart': 1, clients: { T1: ['write x'] } })
    expect(said(replay(queue, words('T1 restart')))['durable']).toBe(
      'T1 was told at step 1 that version 2 is written, and step 2 lost it: the database has version 1.',
    )
    const counting = sketched({ check: ['no-lost-update'], clients: { T1: ['increment x'], T2: ['increment x'] } })
    const both = replay(counting, words('T1 T1 T2 T2 T1 T2 T1 T2 T1 T2'))
    expect(said(both)['no-lost-update']).toMatch(/^Steps \d+ and \d+ both add one to version 1, so only one/)
  })
})

describe('a hint in words', () => {
  const scenario = { ...scenarioNamed('stale-fill')!, check: ['converges'] }
  const sentences = (schedule: string) => {
    const trace = replay(scenario, words(schedule))
    return hintSentences(trace, hintFor(scenario, words(schedule)))
  }

  it('says how far it is, then who goes next, then the whole way', () => {
    expect(sentences('')).toEqual([
      '“Cache converges to database” can be violated 5 steps from here.',
      'Let T1 go next.',
      'The whole way: T1 T1 T2 T2 T1.',
    ])
  })

  it('in a bad run says how late a guard could have helped, then which, then what it would have changed', () => {
    const [late, which, change] = sentences('T1 T1 T2 T2 T1')
    expect(late).toBe(
      '“Cache converges to database” is violated by now. A guard could have changed that as late as step 5.',
    )
    expect(which).toMatch(/^It is “.+”: .+\.$/)
    expect(change).toMatch(/^With it on: Step 5 (goes differently|cannot happen now): .+\.$/)
  })

  it('says so where nothing bad lies ahead', () => {
    expect(sentences('T1 T1 T1')).toEqual([expect.stringMatching(/^Nothing that can still happen violates/)])
  })
})
