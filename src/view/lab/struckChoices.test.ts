import { describe, expect, test } from 'vitest'
import { sketched, type Sketch } from '../../model/testing/sketch'
import { replay } from '../../model/engine/replay'
import { choicesOf, whyNot } from './choices'

const both: Sketch['clients'] = { T1: ['write x'], T2: ['read x'] }
const titles = (sketch: Sketch) => choicesOf(sketched(sketch)).map(({ word, title }) => `${word} = ${title}`)

/** Why a word cannot be taken after a schedule; null when it can. */
function reason(sketch: Sketch, word: string, schedule: string) {
  const scenario = sketched(sketch)
  const here = replay(scenario, schedule === '' ? [] : schedule.split(' '))
  const choice = choicesOf(scenario).find((candidate) => candidate.word === word)!
  return whyNot({ here, playhead: here.steps.length }, choice)
}

describe('the choices of a scenario whose requests may be struck', () => {
  test('are each step once more, with what becomes of it, where it can', () => {
    expect(titles({ 'lost-delete': 'true', clients: both })).toEqual([
      'T1 = Step T1',
      'T2 = Step T2',
      'T1!lost = Step T1, and the delete is lost',
    ])
    expect(titles({ 'lost-delete': 1, 'lost-store': 1, clients: both }).slice(2)).toEqual([
      'T1!lost = Step T1, and the request is lost',
      'T2!lost = Step T2, and the request is lost',
    ])
  })

  test('name an open write, and no read, which begins with a look', () => {
    const open: Sketch = { write: 'write-around', 'database-write-fails': 1, clients: { T1: ['any'] } }
    expect(titles(open)).toEqual([
      'T1 = Step T1',
      'T1:read-x = T1 reads x',
      'T1:write-x = T1 writes x',
      'T1!fail = Step T1, and the write fails',
      'T1:write-x!fail = T1 writes x, and the write fails',
    ])
  })

  test('have those of timers, flushes and late requests among them', () => {
    expect(titles({ write: 'deferred-invalidate', 'lost-delete': 1, clients: { T1: ['write x'] } })).toContain(
      'timer:T1!lost = Fire the timer of T1, and the delete is lost',
    )
    expect(titles({ write: 'write-behind', 'lost-answer': 1, clients: { T1: ['write x'] } })).toContain(
      'flush:x!unheard = Flush x, and the answer is lost',
    )
    const late = titles({ 'late-request': 2, database: { x: 1, y: 1 }, clients: { T1: ['write x'] } })
    expect(late.filter((title) => title.startsWith('late'))).toEqual([
      'late:T1 = Deliver the late request of T1',
      'late:T1-2 = Deliver the late request of T1, number 2',
    ])
  })
})

describe('why a request cannot be struck', () => {
  const lossy: Sketch = { 'lost-delete': 1, clients: { T1: ['write x', 'write x'], T2: ['read x'] } }

  test('is said in a few words', () => {
    expect(reason(lossy, 'T1!lost', '')).toBe('T1 asks for nothing of the kind now')
    expect(reason(lossy, 'T1!lost', 'T1')).toBeNull()
    expect(reason(lossy, 'T1!lost', 'T1 T1!lost T1')).toBe('it has happened often enough')
    expect(reason(lossy, 'T1!lost', 'T1 T1 T1 T1')).toBe('T1 is finished')
    expect(reason({ 'late-request': 1, clients: both }, 'late:T1', '')).toBe('no late request of T1 is under way')
    expect(reason({ ...lossy, write: 'deferred-invalidate' }, 'timer:T1!lost', '')).toBe('T1 has set no timer')
  })
})
