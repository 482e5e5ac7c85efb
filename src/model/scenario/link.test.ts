import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalogue, scenarioNamed } from './catalogue'
import { mended, withFault, withGuard, withProtocol } from './edits'
import { isProblem, readLink, writeLink, type Moment } from './link'
import { faultsOf, schedulesOf } from './scenario.fixture'
import { switches } from './switches'
import type { Scenario } from './scenario'

const staleFill = scenarioNamed('stale-fill')!

const editedFrom = (base: Scenario): fc.Arbitrary<Scenario> =>
  fc
    .record({
      turns: fc.array(fc.tuple(fc.constantFrom(...switches), fc.boolean())),
      faults: fc.option(faultsOf(base.clients.map(({ name }) => name))),
    })
    .map(({ turns, faults }) => {
      const switched = turns.reduce((scenario, [item, on]) => item.apply(scenario, on && item.applies(scenario)), base)
      return faults === null ? switched : mended({ ...switched, faults })
    })

const moments: fc.Arbitrary<Moment> = fc
  .constantFrom(...catalogue)
  .chain((base) => fc.tuple(fc.constant(base), editedFrom(base)))
  .chain(([base, edited]) =>
    fc.oneof(fc.constant([...base.schedule]), schedulesOf(base)).chain((schedule) =>
      fc.record({
        scenario: fc.constant(base.scenario),
        edited: fc.constant(edited),
        schedule: fc.constant(schedule),
        step: fc.nat({ max: schedule.length }),
      }),
    ),
  )

describe('a link', () => {
  it('restores the moment that it was made of', () => {
    fc.assert(
      fc.property(moments, (moment) => {
        expect(readLink(writeLink(moment))).toEqual(moment)
      }),
    )
  })

  it('says everything in words', () => {
    const deferred = withProtocol(withGuard(staleFill, 'lease', 'wait'), 'write', 'deferred-invalidate')
    const moment = { scenario: 'stale-fill', schedule: ['T1', 'T1', 'T2', 'T2', 'T1'], step: 3 }
    expect(writeLink({ ...moment, edited: withFault(deferred, 'expire', 'any') })).toBe(
      '#/lab/stale-fill?lease=wait&write=deferred-invalidate&expire=any&run=T1+T1+T2+T2+T1&at=3',
    )
  })

  it('is only the name where the scenario opens as it is', () => {
    const { schedule } = staleFill
    expect(writeLink({ scenario: 'stale-fill', edited: staleFill, schedule, step: 0 })).toBe('#/lab/stale-fill')
    expect(readLink('#/lab/stale-fill')).toEqual({ scenario: 'stale-fill', edited: staleFill, schedule, step: 0 })
  })

  it('switches a guard, a crash and an expiry of its base off', () => {
    const base = scenarioNamed('writer-crash-expiry')!
    const bare = withFault(withFault(withGuard(base, 'expiry', null), 'crash', []), 'expire', 0)
    const link = writeLink({ scenario: base.scenario, edited: bare, schedule: [], step: 0 })
    expect(link).toBe('#/lab/writer-crash-expiry?expiry=off&crash=off&expire=off&run=')
    expect(readLink(link)).toEqual({ scenario: base.scenario, edited: bare, schedule: [], step: 0 })
  })

  it('survives programs that encode its signs, and the loss of the number sign', () => {
    const read = readLink('/lab/stale-fill?run=T1%2BT2%2Bcrash%3AT1&at=1')
    expect(isProblem(read) ? read.message : [read.schedule, read.step]).toEqual([['T1', 'T2', 'crash:T1'], 1])
  })
})

const refused: readonly (readonly [what: string, text: string, column: number, sentence: string])[] = [
  ['nothing', '', 1, `"" is no link to the Lab. Such a link begins with #/lab/ and a scenario's name.`],
  [
    'a lesson',
    '#/lesson/1',
    1,
    `"#/lesson/1" is no link to the Lab. Such a link begins with #/lab/ and a scenario's name.`,
  ],
  [
    'ten megabytes',
    `#/lab/${'a'.repeat(10 * 2 ** 20)}`,
    1,
    'The link has more than 8 KiB, and none is that long. Copy it again.',
  ],
  ['a misspelt scenario', '#/lab/stale-fil', 7, 'There is no scenario "stale-fil". Did you mean "stale-fill"?'],
  [
    '__proto__ as scenario',
    '#/lab/__proto__',
    7,
    'There is no scenario "__proto__". The documentation lists all that there are.',
  ],
  ['a misspelt guard', '#/lab/stale-fill?leese=wait', 18, 'There is no link word "leese". Did you mean "lease"?'],
  [
    'constructor as guard',
    '#/lab/stale-fill?constructor=1',
    18,
    'There is no link word "constructor". The documentation lists all that there are.',
  ],
  [
    'a guard of absent rows where none is absent',
    '#/lab/stale-fill?cache-absent=true',
    18,
    'The guard "cache-absent" is about rows that are not there, and all are. Remove it, or start with database: { x: absent }.',
  ],
  [
    'an unknown value',
    '#/lab/stale-fill?lease=weight',
    24,
    'The guard "lease" has no value "weight". Use wait or bypass.',
  ],
  [
    'a bare guard that needs a value',
    '#/lab/stale-fill?lease=true',
    24,
    'The guard "lease" needs a value. Write lease: wait or lease: bypass.',
  ],
  ['a guard without a value', '#/lab/stale-fill?lease', 18, '"lease" has no value. Write it as name=value.'],
  [
    'a guard twice',
    '#/lab/stale-fill?lease=wait&lease=wait',
    29,
    '"lease" stands in the link for the second time. Keep one of the two.',
  ],
  [
    'guards that mean nothing together',
    '#/lab/stale-fill?fill=none&lease=wait',
    28,
    'The guards "fill: none" and "lease: wait" both say how a fill stores. Keep one of them.',
  ],
  [
    'a long delay with nothing deferred',
    '#/lab/stale-fill?delay=longer-than-pauses',
    18,
    'The guard "delay" is about a deferred delete, and write-invalidate defers nothing. Remove it, or write with deferred-invalidate.',
  ],
  [
    'a misspelt pattern',
    '#/lab/stale-fill?read=cash-aside',
    23,
    'There is no read pattern "cash-aside". Did you mean "cache-aside"?',
  ],
  ['a crash of nobody', '#/lab/stale-fill?crash=T1+T9', 24, 'There is no client "T9" to crash. Did you mean "T1"?'],
  [
    'a client that crashes twice',
    '#/lab/stale-fill?crash=T1+T1',
    24,
    '"T1" stands here twice, and a client crashes once. Keep one of the two.',
  ],
  ['a billion evictions', '#/lab/stale-fill?evict=1e9', 24, '"1e9" is no number of times. Write 1 to 200, or "off".'],
  [
    'some expiries',
    '#/lab/stale-fill?expire=some',
    25,
    '"some" is no number of times. Write 1 to 200, "any" or "off".',
  ],
  [
    'an unknown client in the run',
    '#/lab/stale-fill?run=T1+T7',
    25,
    'The schedule\'s word "T7" names no step. Did you mean "T1"?',
  ],
  [
    'a script in the run',
    '#/lab/stale-fill?run=<script>',
    22,
    'The schedule\'s word "<script>" names no step. Use T1 or T2.',
  ],
  [
    'a lone surrogate in the run',
    '#/lab/stale-fill?run=\ud800',
    22,
    'The schedule\'s word "\ufffd" names no step. Use T1 or T2.',
  ],
  [
    'a step beyond the run',
    '#/lab/stale-fill?run=T1&at=2',
    28,
    '"at" must be a number from 0 to 1, the length of the run, and it is "2". Change it or leave it out.',
  ],
  [
    'a step of nothing',
    '#/lab/stale-fill?run=&at=1',
    26,
    '"at" must be 0, because the run is empty, and it is "1". Change it or leave it out.',
  ],
  [
    'a step that is no number',
    '#/lab/stale-fill?at=NaN',
    21,
    '"at" must be a number from 0 to 5, the length of the run, and it is "NaN". Change it or leave it out.',
  ],
  [
    'half an encoding',
    '#/lab/stale-fill?run=%E0%A4%A',
    22,
    'The sign "%" stands for nothing here. Copy the link again, whole.',
  ],
  ['a forgotten parameter', '#/lab/stale-fill?&', 18, '"" has no value. Write it as name=value.'],
]

describe('a hostile link is refused with its column and one sentence', () => {
  it.each(refused)('%s', (_what, text, column, message) => {
    expect(readLink(text)).toEqual({ file: 'link', line: 1, column, message })
  })

  it('whatever it is, it never throws', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string().map((rest) => `#/lab/stale-fill?${rest}`),
    )
    fc.assert(fc.property(text, (link) => typeof readLink(link) === 'object'))
  })
})
