/** Metrics of how long operations take. */
import type { Histogram } from '../measure/histogram'
import type { Tally } from '../measure/tally'
import { ms, type Metric } from './metric'

interface Kind {
  readonly name: string
  readonly title: string
  readonly says: string
  readonly of: (tally: Tally) => Histogram
}

const kinds: readonly Kind[] = [
  {
    name: 'read',
    title: 'Read latency',
    says: 'From the beginning of a read to its answer, read-backs included',
    of: ({ readTimes }) => readTimes,
  },
  {
    name: 'write',
    title: 'Write latency',
    says: 'From the beginning of a write to its acknowledgement',
    of: ({ writeTimes }) => writeTimes,
  },
  {
    name: 'readBack',
    title: 'Read latency after a write',
    says: 'From the beginning of a read by a client of what it has just written to its answer',
    of: ({ readBackTimes }) => readBackTimes,
  },
]

const percentiles = [50, 95, 99] as const

export const times: readonly Metric[] = kinds.flatMap(({ name, title, says, of }) => [
  {
    ...{ name: `${name}Mean`, title: `${title}, mean`, unit: 'ms', better: 'less' },
    says: `${says}: the mean over all of them.`,
    of: (tally) => ms(of(tally).mean),
  } satisfies Metric,
  ...percentiles.map((percent): Metric => ({
    ...{ name: `${name}P${percent}`, title: `${title}, ${percent}th percentile`, unit: 'ms', better: 'less' },
    says: `${says}: ${percent} of 100 take no longer. Above a millisecond it is counted to within 0.1 %.`,
    of: (tally) => ms(of(tally).quantile(percent / 100)),
  })),
  {
    ...{ name: `${name}Max`, title: `${title}, longest`, unit: 'ms', better: 'less' },
    says: `${says}: the longest of them.`,
    of: (tally) => (of(tally).count === 0 ? null : ms(of(tally).max)),
  } satisfies Metric,
])
