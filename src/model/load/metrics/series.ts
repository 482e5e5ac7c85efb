/** Metrics over time. */
import { column } from '../measure/tally'
import type { SeriesMetric } from './metric'

const share = (part: number, whole: number): number => (whole === 0 ? NaN : part / whole)

export const seriesMetrics: readonly SeriesMetric[] = [
  {
    name: 'throughput',
    title: 'Throughput',
    unit: 'per second',
    says: 'Answered operations a second.',
    of: (at, seconds) => (at(column.reads) + at(column.writes)) / seconds,
  },
  {
    name: 'writes',
    title: 'Writes',
    unit: 'per second',
    says: 'Acknowledged writes a second.',
    of: (at, seconds) => at(column.writes) / seconds,
  },
  {
    name: 'readMean',
    title: 'Read latency',
    unit: 'ms',
    says: 'The mean of the reads that were answered in the interval; a gap where there were none.',
    of: (at) => share(at(column.readTicks) / 1000, at(column.reads)),
  },
  {
    name: 'writeMean',
    title: 'Write latency',
    unit: 'ms',
    says: 'The mean of the writes that were answered in the interval; a gap where there were none.',
    of: (at) => share(at(column.writeTicks) / 1000, at(column.writes)),
  },
  {
    name: 'hitRatio',
    title: 'Hit ratio',
    unit: 'share',
    says: 'The share of looks into the cache that find something; a gap where there were none.',
    of: (at) => share(at(column.hits), at(column.hits) + at(column.misses)),
  },
  {
    name: 'databaseReads',
    title: 'Database reads',
    unit: 'per second',
    says: 'Selects of the database or its replica a second.',
    of: (at, seconds) => at(column.databaseReads) / seconds,
  },
  {
    name: 'databaseWrites',
    title: 'Database writes',
    unit: 'per second',
    says: 'Rows that got another version, a second.',
    of: (at, seconds) => at(column.databaseWrites) / seconds,
  },
  {
    name: 'databaseQueue',
    title: 'Queue of the database',
    unit: 'count',
    says: 'How many requests wait until the database begins with them, on average.',
    of: (at) => at(column.databaseQueue),
  },
  {
    name: 'pending',
    title: 'Pending writes',
    unit: 'count',
    says: 'How many updates wait to be flushed, on average.',
    of: (at) => at(column.pending),
  },
  {
    name: 'inFlight',
    title: 'Operations under way',
    unit: 'count',
    says: 'How many operations have begun and not been answered, on average.',
    of: (at) => at(column.inFlight),
  },
  {
    name: 'staleReads',
    title: 'Stale reads',
    unit: 'per second',
    says: 'Reads a second that returned an older version than was known when they began.',
    of: (at, seconds) => at(column.staleReads) / seconds,
  },
  {
    name: 'lostWrites',
    title: 'Lost writes',
    unit: 'count',
    says: 'Updates that waited for the database and were lost in the interval.',
    of: (at) => at(column.lostWrites),
  },
]
