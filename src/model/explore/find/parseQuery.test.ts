import { describe, expect, it } from 'vitest'
import { sketched } from '../../testing/sketch'
import { exampleOf, parseQuery } from './parseQuery'

const scenario = sketched({ clients: { T1: ['write x'], T2: ['read x', 'read y'] }, database: { x: 1, y: 1 } })
const parse = (text: string) => parseQuery(text, scenario)
const happening = (kind: string, more: object = {}) => ({ kind, client: null, key: null, version: null, ...more })

describe('a question', () => {
  it('is somebody or something, what it does, how often and about which key', () => {
    expect(parse('T2 reads stale')).toEqual({
      stages: [[{ type: 'happens', what: happening('reads stale', { client: 'T2' }), times: 1 }]],
    })
    expect(parse('The database writes twice on y?')).toEqual({
      stages: [[{ type: 'happens', what: happening('commits', { key: 'y' }), times: 2 }]],
    })
    expect(parse('somebody reads version 2 3 times')).toEqual({
      stages: [[{ type: 'happens', what: happening('reads', { version: 2 }), times: 3 }]],
    })
  })

  it('joins its parts: and inside a stage, then between two, before between two happenings', () => {
    expect(parse('a fill is refused and T1 commits then the cache ends with version 2 on x')).toEqual({
      stages: [
        [
          { type: 'happens', what: happening('fill refused'), times: 1 },
          { type: 'happens', what: happening('commits', { client: 'T1' }), times: 1 },
        ],
        [{ type: 'ends', what: happening('cache version', { key: 'x', version: 2 }) }],
      ],
    })
    expect(parse('T1 is answered before T2 begins')).toEqual({
      stages: [
        [
          {
            type: 'before',
            first: happening('answered', { client: 'T1' }),
            second: happening('begins', { client: 'T2' }),
          },
        ],
      ],
    })
  })

  it('says what does not happen, and which property is violated', () => {
    expect(parse('nobody reads stale')).toEqual({ stages: [[{ type: 'never', what: happening('reads stale') }]] })
    expect(parse('T2 never hits')).toEqual({ stages: [[{ type: 'never', what: happening('hits', { client: 'T2' }) }]] })
    expect(parse('reads-in-order is violated')).toEqual({
      stages: [[{ type: 'violated', property: 'reads-in-order' }]],
    })
  })

  it.each([
    ['', 1, 'There is no question here. Write e.g. "T2 reads stale".'],
    ['T3 reads stale', 1, 'Nothing is called "T3" here. Did you mean "T1"?'],
    ['T2 reeds stale', 4, '"reeds stale" is nothing that T2 does. Did you mean "reads stale"?'],
    [
      'T2',
      3,
      'What T2 does is missing here. Say e.g. reads stale, reads version, reads, writes version, writes or begins.',
    ],
    ['cache ends emty and T2 hits', 7, '"ends emty" is nothing that cache does. Did you mean "ends empty"?'],
    ['T2 reads stale or T1 commits', 16, '"or" does not go on. Use and, then or before, or end here.'],
    [
      'T2 reads stale and',
      19,
      'Somebody or something is missing here. Begin with T1, T2, somebody, nobody, the cache, the database or a fill.',
    ],
    [
      'T2 reads version two',
      18,
      'Here stands the number after "reads version": a whole number from 0 to 1000, not "two".',
    ],
    ['T2 hits 99 times', 9, 'Here stands how often: a whole number from 1 to 20, not "99".'],
    ['T2 hits on z', 12, 'There is no key "z". Did you mean "x"?'],
    [
      'the cache ends empty then T2 hits',
      22,
      'Nothing follows what is so in the end, or never happens. Write it last.',
    ],
    ['nobody ends waiting', 8, 'What is so in the end is so once. Leave "never" and the number of times out.'],
    ['nobody hits twice', 8, 'What never happens has no number of times. Leave it out.'],
    [
      'T1 commits before the cache ends empty',
      19,
      'Before and after are two things that happen at a step, e.g. "T1 misses before T2 commits".',
    ],
    [Array(9).fill('T2 hits').join(' and '), 97, 'A question has up to 8 parts. Leave something out.'],
    ['T2 '.repeat(200), 301, 'A question has up to 300 characters. Leave something out.'],
  ])('that cannot be read, "%s", is refused at column %i', (text, column, message) => {
    expect(parse(text)).toEqual({ column, message })
  })

  it('that stands as the example can be read', () => {
    expect(exampleOf(scenario)).toBe('T2 reads stale')
    expect(parse(exampleOf(scenario))).toHaveProperty('stages')
  })
})
