import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLoadLink } from './link'

const like = (rest: string) => `#/load?on=like-counter&${rest}`

const refused: readonly (readonly [what: string, link: string, column: number, sentence: string])[] = [
  ['nothing', '', 1, '"" is no link to a run under load. Such a link begins with #/load.'],
  [
    'a link to the Lab',
    '#/lab/stale-fill',
    1,
    '"#/lab/stale-fill" is no link to a run under load. Such a link begins with #/load.',
  ],
  [
    'a longer word',
    '#/loads?on=like-counter',
    1,
    '"#/loads?on=like-counter" is no link to a run under load. Such a link begins with #/load.',
  ],
  [
    'ten megabytes',
    `#/load?on=${'a'.repeat(10 * 2 ** 20)}`,
    1,
    'The link has more than 8 KiB, and none is that long. Copy it again.',
  ],
  [
    'a misspelt preset',
    '#/load?on=like-conter',
    11,
    'There is no workload "like-conter". Did you mean "like-counter"?',
  ],
  [
    '__proto__ as preset',
    '#/load?on=__proto__',
    11,
    'There is no workload "__proto__". Use bank-balances, like-counter, audit-log, session-activity, config-flags, black-friday, coalescing, queue-kill, dirty-evicted, hot-key-lru or ttl-under-reads.',
  ],
  ['a misspelt word', like('sed=5'), 24, 'There is no link word "sed". Did you mean "seed"?'],
  [
    'constructor as word',
    like('constructor=1'),
    24,
    'There is no link word "constructor". The documentation lists all that there are.',
  ],
  ['a word twice', like('seed=5&seed=6'), 31, '"seed" stands in the link for the second time. Keep one of the two.'],
  ['a word without value', like('seed'), 24, '"seed" has no value. Write it as name=value.'],
  ['an empty value', like('seed='), 29, '"" is no number. Write e.g. 1.'],
  ['a text as number', like('seed=five'), 29, '"five" is no number. Write e.g. 1.'],
  ['a number in another notation', like('seed=0x10'), 29, '"0x10" is no number. Write e.g. 1.'],
  [
    'a seed of a million',
    like('seed=1000000'),
    29,
    'The seed is 1,000,000, and seeds have six digits, so that they can be told over a table. Write a whole number from 0 to 999,999.',
  ],
  [
    'a number of a thousand digits',
    like(`seed=${'9'.repeat(1000)}`),
    29,
    '"9999999999999999999999999999999999999999..." is no number. Write e.g. 1.',
  ],
  ['Infinity', like('reads=Infinity'), 30, '"Infinity" is no number. Write e.g. 1.'],
  [
    'a huge number',
    like('keys=1e300'),
    29,
    'The number of keys is 1e+300, and more would not fit into the memory of a page. Write a whole number from 1 to 1,000,000.',
  ],
  [
    'half a share too much',
    like('reads=1.5'),
    30,
    'The share of reads is 1.5, and a share is no more than everything. Write a number from 0 to 1.',
  ],
  [
    'no arrivals',
    like('arrivals=open:0'),
    33,
    'The number of arrivals a second is 0, and then hardly anything ever arrives. Write a number from 0.01 to 1,000,000.',
  ],
  [
    'an unknown form',
    like('arrivals=half:5'),
    33,
    '"half" is not a way in which operations arrive. Begin with open or closed.',
  ],
  [
    'a number for a form',
    like('popularity=5'),
    35,
    '"5" is not a popularity of keys. Begin with uniform, turns, zipf or hot.',
  ],
  ['a form cut short', like('latency=uniform:1'), 32, 'Something is missing at the end. Copy the link again, whole.'],
  ['a form too long', like('latency=uniform:1:2:3'), 32, '"3" is left over here. Leave it out.'],
  ['a thousand fields', like(`latency=${':'.repeat(1000)}`), 32, '"" is no number. Write e.g. 1.'],
  [
    'a thousand crashes',
    like(`crashes=${Array.from({ length: 1000 }, () => '5:cache').join('+')}`),
    32,
    'There are 101 of them, and nobody could tell more than 100 apart. Remove some.',
  ],
  ['an unknown crash', like('crashes=5:cash'), 32, 'There is no crash "cash". Use cache, machine or clients.'],
  ['yes and no', like('warm=maybe'), 29, '"maybe" is neither yes nor no. Write one of them.'],
  [
    'hot keys and no others',
    like('keys=10&popularity=hot:10:0.5'),
    43,
    'There are 10 hot keys among 10, and no other key is left for the rest. Write fewer hot keys, or popularity: uniform.',
  ],
  [
    'backwards times',
    like('lag=uniform:5:1'),
    28,
    'The times go from 5 to 1, and that is backwards. Write the lesser one as "from".',
  ],
  [
    'a misspelt pattern',
    like('a=cash-aside+write-behind'),
    26,
    'There is no read pattern "cash-aside". Did you mean "cache-aside"?',
  ],
  [
    'one pattern',
    like('a=cache-aside'),
    37,
    'There is no write pattern behind "cache-aside". Write e.g. cache-aside+write-invalidate+lease:wait.',
  ],
  ['no pattern', like('a='), 26, 'There is no read pattern here. Write e.g. cache-aside+write-invalidate+lease:wait.'],
  [
    'a misspelt guard',
    like('a=cache-aside+write-invalidate+leese:wait'),
    55,
    'There is no guard "leese". Did you mean "lease"?',
  ],
  [
    'a guard with an unknown value',
    like('a=cache-aside+write-invalidate+lease:weight'),
    55,
    'The guard "lease" has no value "weight". Use wait or bypass.',
  ],
  [
    'a bare guard that needs a value',
    like('a=cache-aside+write-invalidate+lease'),
    55,
    'The guard "lease" needs a value. Write lease: wait or lease: bypass.',
  ],
  [
    'a guard that means nothing',
    like('a=cache-aside+write-through+queue:durable'),
    52,
    'The guard "queue" is about writes that wait, and write-through queues none. Remove it, or write with write-behind.',
  ],
  [
    'a guard twice',
    like('a=cache-aside+write-invalidate+lease:wait+lease:bypass'),
    66,
    '"lease" stands here for the second time. Keep one of the two.',
  ],
  [
    'guards of clients',
    like('a=cache-aside+write-invalidate+clock:T1'),
    55,
    'The guard "clock" names clients here, and under load there are thousands. Remove it.',
  ],
  [
    'guards of keys',
    like('a=refresh-ahead+write-around+warm:x'),
    53,
    'The guard "warm" names keys here, and under load there are thousands. Write warm alone.',
  ],
  [
    'a value for lagging',
    like('a=cache-aside+write-invalidate+lagging:2'),
    55,
    'The word "lagging" has no value. Remove what follows it.',
  ],
  [
    'nothing between two signs',
    like('a=cache-aside+write-invalidate++lagging'),
    55,
    'There is no guard between two "+". Write e.g. cache-aside+write-invalidate+lease:wait.',
  ],
  [
    'a hundred guards',
    like(`a=cache-aside+write-invalidate${'+tombstone'.repeat(100)}`),
    26,
    'This strategy has more than 40 words. Write e.g. cache-aside+write-invalidate+lease:wait.',
  ],
  [
    'the second strategy without the first',
    like('b=cache-aside+write-behind'),
    24,
    'There is "b" and no "a" before it. Begin with a.',
  ],
  [
    'a strategy twice',
    like('a=cache-aside+write-behind&b=cache-aside+write-behind'),
    53,
    'This strategy stands here for the second time. Keep one of the two.',
  ],
  [
    'a script',
    like('a=<script>'),
    26,
    'There is no read pattern "<script>". Use read-through, cache-aside, cache-only, database-only or refresh-ahead.',
  ],
  ['a lone surrogate', like('seed=\ud800'), 29, '"\ufffd" is no number. Write e.g. 1.'],
  ['half an encoding', like('seed=%E0%A4%A'), 29, 'The sign "%" stands for nothing here. Copy the link again, whole.'],
]

describe('a hostile link is refused with its column and one sentence', () => {
  it.each(refused)('%s', (_what, link, column, message) => {
    expect(readLoadLink(link)).toEqual({ file: 'link', line: 1, column, message })
  })

  it('whatever it is, it never throws', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string().map((rest) => like(rest)),
      fc
        .tuple(fc.constantFrom('crashes', 'arrivals', 'lag', 'a', 'ttl'), fc.string())
        .map(([name, rest]) => like(`${name}=${rest}`)),
    )
    fc.assert(fc.property(text, (link) => typeof readLoadLink(link) === 'object'))
  })
})
