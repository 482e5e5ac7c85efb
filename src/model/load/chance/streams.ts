/**
 * What chance decides in a run, one number each. A draw belongs to its stream and its operation, not to its turn: two
 * strategies that make different numbers of requests still meet the same arrivals, keys and latencies. The numbers are
 * part of what a seed means: add at the end, and never change one.
 */
export const streams = {
  arrival: 1,
  key: 2,
  kind: 3,
  readBack: 4,
  readBackAfter: 5,
  think: 6,
  cacheLatency: 7,
  select: 8,
  update: 9,
  lag: 10,
  delay: 11,
  pause: 12,
  pauseLength: 13,
  jitter: 14,
  eviction: 15,
  lostDelete: 16,
} as const

export type Stream = (typeof streams)[keyof typeof streams]
