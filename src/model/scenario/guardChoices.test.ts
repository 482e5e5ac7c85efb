/** Guards that wait, run out or look at time: how files and links write them, and why they are refused. */
import { describe, expect, it } from 'vitest'
import { scenarioNamed } from './catalogue'
import { file, sentences } from './hostile.fixture'
import { isProblem, readLink, writeLink } from './link'
import { parseScenario } from './parse'
import { printScenario } from './print'

const refused: readonly (readonly [string, Parameters<typeof file>[0], string])[] = [
  [
    'a lease time-out without a lease',
    { guards: '{ lease-timeout: any }' },
    '4:11 The guard "lease-timeout" is about a token that runs out, and there is no lease. Remove it, or add lease: wait.',
  ],
  [
    'a lock time-out without a lock',
    { guards: '{ lock-timeout: once }' },
    '4:11 The guard "lock-timeout" is about a lock that runs out, and writers take none. Remove it, or add write-lock.',
  ],
  [
    'a time-out without a value',
    { guards: '{ lease: wait, lease-timeout }' },
    '4:24 The guard "lease-timeout" needs a value. Write lease-timeout: any, lease-timeout: once or lease-timeout: never.',
  ],
  [
    'a retry where nothing is refused',
    { guards: '{ retry-refused-fill }' },
    '4:11 The guard "retry-refused-fill" is about fills that are refused, and nothing here refuses one. Remove it, or add e.g. compare-and-set: newer.',
  ],
  [
    'stale entries without a lease',
    { guards: '{ serve-stale }' },
    '4:11 The guard "serve-stale" is about the one reader that refills, and without a lease there is none. Remove it, or add lease: wait.',
  ],
  [
    'stale entries where nothing is deleted',
    { guards: '{ lease: wait, serve-stale }', protocol: '{ read: read-through, write: write-through }' },
    '4:24 The guard "serve-stale" is about deletes, and write-through deletes nothing. Remove it, or write with write-invalidate.',
  ],
  [
    'old fills without a lifetime',
    { guards: '{ reject-old-fills }' },
    '4:11 The guard "reject-old-fills" is about fills older than a lifetime, and entries have none. Remove it, or add expiry: after-write.',
  ],
  [
    'old fills where nobody fills',
    { guards: '{ expiry: after-write, fill: none, reject-old-fills }' },
    '4:44 The guard "reject-old-fills" is about fills, and there are none with fill: none. Remove one of the two.',
  ],
  [
    'old fills beside late requests',
    { guards: '{ expiry: after-write, reject-old-fills }', faults: '{ late-request: 1 }' },
    '4:32 The guard "reject-old-fills" is about stamps that are compared when the client asks, and late requests arrive later. Remove one of the two.',
  ],
  [
    'old fills beside a warm-up',
    { guards: '{ expiry: after-write, reject-old-fills, warm: [x] }' },
    '4:32 The guard "reject-old-fills" is about stamps that belong to a reader, and a warm-up fills without one. Remove one of the two.',
  ],
  [
    'a clock without stamps',
    { guards: '{ clock: { T1: 1 } }' },
    '4:11 The guard "clock" is about the stamps of fills, and fills carry none. Remove it, or add reject-old-fills.',
  ],
  [
    'the clock of nobody',
    { guards: '{ expiry: after-write, reject-old-fills, clock: { T7: 1 } }' },
    '4:50 There is no client "T7" here. Did you mean "T1"?',
  ],
  [
    'a clock that is two off',
    { guards: '{ expiry: after-write, reject-old-fills, clock: { T1: 2 } }' },
    '4:63 How far the clock of T1 is off must be a whole number from -1 to 1, and this is the number 2. Write e.g. 0.',
  ],
  [
    'a sequence where the cache counts',
    { guards: '{ versions: separate-sequence }', protocol: '{ read: read-through, write: write-behind }' },
    '4:11 The guard "versions" is about versions that the database gives out, and with write-behind the cache counts them. Remove it, or write with write-through.',
  ],
]

describe('a scenario file is refused with its place and one sentence', () => {
  it.each(refused)('%s', (_what, fields, sentence) => {
    expect(sentences(file(fields))).toEqual([sentence])
  })
})

const stamped = (guards: string) => {
  const parsed = parseScenario(file({ guards }), 'a.scenario.yaml')
  if ('problems' in parsed) throw new Error(parsed.problems[0]?.message)
  return parsed.scenario
}

describe('a scenario file', () => {
  it('writes clocks as a map of clients, with or without a sign', () => {
    const scenario = stamped('{ expiry: after-write, reject-old-fills, clock: { T1: +1, T2: -1 } }')
    expect(scenario.guards).toEqual({
      expiry: 'after-write',
      'reject-old-fills': 'at-select',
      clock: 'T1:1+T2:-1',
    })
    expect(printScenario(scenario)).toContain(
      'guards: { expiry: after-write, reject-old-fills: at-select, clock: { T1: 1, T2: -1 } }\n',
    )
    expect(parseScenario(printScenario(scenario), 'a.scenario.yaml')).toEqual({ scenario })
  })

  it('takes the stamp with the select where it does not say when', () => {
    const values = [
      'reject-old-fills',
      'reject-old-fills: true',
      'reject-old-fills: at-select',
      'reject-old-fills: at-fill',
    ]
    expect(values.map((value) => stamped(`{ expiry: after-access, ${value} }`).guards['reject-old-fills'])).toEqual([
      ...['at-select', 'at-select', 'at-select', 'at-fill'],
    ])
  })
})

describe('a link', () => {
  it('carries clocks, and a stamp that does not say when', () => {
    const read = readLink('#/lab/long-pause?reject-old-fills=true&clock=T1:1+T2:-1&run=T1')
    if (isProblem(read)) throw new Error(read.message)
    expect(read.edited.guards).toEqual({
      ...scenarioNamed('long-pause')!.guards,
      'reject-old-fills': 'at-select',
      clock: 'T1:1+T2:-1',
    })
    expect(writeLink(read)).toBe('#/lab/long-pause?reject-old-fills=at-select&clock=T1:1+T2:-1&run=T1')
  })

  it.each([
    ['timeout:x', '#/lab/lease-runs-out?run=T1+timeout:x'],
    ['lock-timeout:x', '#/lab/lock-paused?run=T1+lock-timeout:x'],
  ])('names the step %s', (word, link) => {
    const read = readLink(link)
    expect(isProblem(read) ? read.message : read.schedule).toEqual(['T1', word])
  })
})
