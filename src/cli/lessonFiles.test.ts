import { describe, expect, it } from 'vitest'
import { withFiles } from './host.fixture'

const lesson = (claim: string) =>
  [
    '---',
    'title: A lesson',
    'part: Races',
    'minutes: 5',
    'summary: It claims one thing.',
    'objectives:',
    '  - see a gate fail',
    'prerequisites: []',
    '---',
    '',
    '::::scene{title="The run" scenario=stale-fill}',
    '',
    '1. T1 misses.',
    '2. T1 selects.',
    '3. T2 commits.',
    '4. T2 deletes.',
    '5. T1 fills.',
    '',
    `:::claim{${claim}}`,
    'The cache ends up right.',
    ':::',
    '',
    '::::',
    '',
  ].join('\n')

const file = 'lessons/01-races/01-first/lesson.md'

describe('check, given lessons,', () => {
  it('executes what they claim, and is content when it comes true', () => {
    withFiles({ [file]: lesson('property=converges verdict=violated') }, (run) => {
      expect(run('check', './lessons')).toEqual({
        code: 0,
        said: ['1 lesson checked: every claim came true.'],
        noted: [],
      })
    })
  })

  it('says with file, line and rule what the engine found instead, and fails', () => {
    withFiles({ [file]: lesson('property=converges verdict=holds') }, (run) => {
      const { code, said, noted } = run('check', './lessons')
      expect([code, said]).toEqual([1, ['1 lesson checked: 1 thing is wrong.']])
      expect(noted).toHaveLength(1)
      expect(noted[0]).toMatch(/^\.\/lessons\/01-races\/01-first\/lesson\.md:19:1 claim .*violated/)
    })
  })

  it('calls a lesson that cannot be read wrong, not refuted', () => {
    const misspelt = lesson('property=converges verdict=violated').replace('scenario=stale-fill', 'scenario=stale-fil')
    withFiles({ [file]: misspelt }, (run) => {
      expect(run('check', './lessons').code).toBe(2)
    })
  })
})
