/** A workload in a few short facts, for a line under its name. */
import type { Distribution, Workload } from '../../model/load/workload/workload'
import { counted, figures, shown, timeText } from './format'

const timeOf = (distribution: Distribution): string => {
  switch (distribution.kind) {
    case 'constant':
      return timeText(distribution.ms)
    case 'uniform':
      return `${figures(distribution.from)}–${timeText(distribution.to)}`
    case 'exponential':
      return `${timeText(distribution.mean)} on average`
    case 'lognormal':
      return `about ${timeText(distribution.median)}`
  }
}

function popularity({ popularity, keys }: Workload): string {
  const all = counted(keys, 'key')
  switch (popularity.kind) {
    case 'zipf':
      return `${all}, Zipf ${figures(popularity.exponent)}`
    case 'hot':
      return `${all}, ${figures(popularity.keys)} of them get ${shown(popularity.share, 'share')}`
    case 'turns':
      return `${all} in turn`
    case 'uniform':
      return all
  }
}

export function factsOf(workload: Workload): readonly string[] {
  const { operations, arrivals, reads, cache, database, crashes } = workload
  const when =
    arrivals.kind === 'open'
      ? `at ${shown(arrivals.perSecond, 'per second')}`
      : `by ${counted(arrivals.clients, 'client')}`
  const room = cache.capacity === null ? 'room for all' : `room for ${cache.capacity.toLocaleString('en')}`
  const life = cache.ttl === null ? '' : `, ${timeText(cache.ttl.ms)} lifetime`
  const limit = database.concurrency === null ? '' : `, ${counted(database.concurrency, 'request')} at a time`
  return [
    `${counted(operations, 'operation')} ${when}`,
    `${shown(reads, 'share')} reads`,
    popularity(workload),
    `cache ${timeOf(cache.latency)}, ${room}${life}`,
    `database ${timeOf(database.select)}${limit}`,
    ...(crashes.length === 0 ? [] : [counted(crashes.length, 'crash', 'crashes')]),
    `seed ${workload.seed}`,
  ]
}
