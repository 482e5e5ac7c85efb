import { describe, expect, it } from 'vitest'
import { scenarioNamed } from './catalogue'
import { isProblem, readLink, writeLink } from './link'
import { linkedRun } from './linkRun'
import { openingOf } from '../run/course'

const scenario = scenarioNamed('thousand-updates')!
const drawn = openingOf(scenario)
const linkOf = (schedule: readonly string[], step: number) =>
  writeLink({ scenario: scenario.scenario, edited: scenario, schedule, step })

describe('a link to a run that a seed has drawn', () => {
  it('is the scenario and the step, however long the run', () => {
    expect(linkOf(drawn, 0)).toBe('#/lab/thousand-updates')
    expect(linkOf(drawn, 1200)).toBe('#/lab/thousand-updates?at=1200')
    const read = readLink('#/lab/thousand-updates?at=1200')
    expect(isProblem(read) ? read.message : [read.schedule.length, read.step]).toEqual([drawn.length, 1200])
  })

  it('says how much of it was taken before somebody went another way', () => {
    const schedule = [...drawn.slice(0, 40), 'flush:x', 'T1', 'T1']
    const other = schedule.findIndex((word, index) => word !== drawn[index])
    const link = linkOf(schedule, 41)
    expect(link).toBe(`#/lab/thousand-updates?drawn=${other}&run=${schedule.slice(other).join('+')}&at=41`)
    const read = readLink(link)
    expect(isProblem(read) ? read.message : [read.schedule, read.step]).toEqual([schedule, 41])
  })

  it('draws from the start where a link changes what is done', () => {
    const read = readLink('#/lab/write-behind?cache-restart=off&clients=A:write-x+B:read-x&repeat=20&seed=1&at=40')
    if (isProblem(read)) throw new Error(read.message)
    expect([read.edited.schedule, read.step]).toEqual([[], 40])
    expect(read.schedule).toEqual(openingOf(read.edited))
    expect(readLink(writeLink(read))).toEqual(read)
  })

  it('may end in the middle of it', () => {
    const link = linkOf(drawn.slice(0, 40), 40)
    expect(link).toBe('#/lab/thousand-updates?drawn=40&at=40')
    const read = readLink(link)
    expect(isProblem(read) ? read.message : read.schedule).toEqual(drawn.slice(0, 40))
  })

  it.each([
    ['#/lab/stale-fill?drawn=3', 'Nothing is drawn here, because there is no seed. Add e.g. seed=1.'],
    [
      '#/lab/thousand-updates?drawn=9999',
      `"drawn" must be a number from 0 to ${drawn.length}, the length of the drawn run. Change it.`,
    ],
  ])('%s is refused', (link, message) => {
    expect(readLink(link)).toMatchObject({ message })
  })
})

describe('a long run in a link', () => {
  const again = (words: readonly string[], count: number) => Array.from({ length: count }, () => words).flat()
  const runOf = (link: string) => {
    const read = readLink(link)
    return isProblem(read) ? read.message : read.schedule
  }

  it('counts words that come several times in a row, and a short one writes every word out', () => {
    expect(linkedRun(again(['T1'], 5))).toBe('T1+T1+T1+T1+T1')
    expect(linkedRun([...again(['T1'], 60), 'T2', 'T2', ...again(['expire:x'], 3)])).toBe('T1*60+T2+T2+expire:x*3')
  })

  it('means the same counted and written out', () => {
    expect(runOf('#/lab/stale-fill?run=T1*2+T2+T2*1')).toEqual(['T1', 'T1', 'T2', 'T2'])
    expect(runOf('#/lab/stale-fill?run=T1+T1+T2+T2')).toEqual(['T1', 'T1', 'T2', 'T2'])
  })

  it('of sixty steps stays below 400 characters, whatever takes them', () => {
    const base = scenarioNamed('lives-a-while')!
    for (const schedule of [
      again(['T1', 'T2'], 30),
      again(['T1', 'T1', 'T1', 'expire:x'], 15),
      again(['expire:x'], 60),
    ])
      expect(writeLink({ scenario: base.scenario, edited: base, schedule, step: 60 }).length).toBeLessThan(400)
  })

  it.each([
    ['T1*0', 22, '"T1*0" is no step at all. Leave it out, or count from 1.'],
    ['T2+T1*', 25, 'The schedule\'s word "T1*" names no step. Did you mean "T1"?'],
    ['T2+*3', 25, 'The schedule\'s word "" names no step. Use T1 or T2.'],
    ['T1*4000+T2', 30, 'The run has more than 4,000 steps, and a link takes no more. Write it into a file.'],
    ['T1*999999', 22, 'The run has more than 4,000 steps, and a link takes no more. Write it into a file.'],
  ])('run=%s is refused at its place', (run, column, message) => {
    expect(readLink(`#/lab/stale-fill?run=${run}`)).toEqual({ file: 'link', line: 1, column, message })
  })
})
