/** What the form calls the parts of a workload, and in which order it asks for them. */

export interface Label {
  readonly title: string
  /** One line, where the title does not say enough. */
  readonly says?: string
  readonly unit?: string
  /** What a value that may be left out is called without it, and with it. */
  readonly option?: { readonly none: string; readonly some: string }
}

export interface Group {
  readonly title: string
  /** Names of parts. */
  readonly parts: readonly string[]
}

export const groups: readonly Group[] = [
  { title: 'Operations', parts: ['operations', 'arrivals', 'reads', 'read-back', 'seed'] },
  { title: 'Keys', parts: ['keys', 'popularity', 'write-popularity'] },
  { title: 'Cache', parts: ['latency', 'capacity', 'eviction', 'ttl', 'warm'] },
  { title: 'Database', parts: ['select', 'update', 'concurrency', 'lag'] },
  { title: 'Work that is left for later', parts: ['delay', 'flush', 'flushers', 'sync', 'refresh', 'lease', 'lock'] },
  { title: 'What goes wrong', parts: ['pauses', 'crashes', 'lost-deletes'] },
]

const ofParts: Readonly<Record<string, Label>> = {
  seed: { title: 'Seed', says: 'The same number gives the same run, to the byte.' },
  operations: { title: 'Operations', says: 'Reads and writes that begin, read-backs included.' },
  keys: { title: 'Keys' },
  popularity: { title: 'How popular they are' },
  'write-popularity': {
    title: 'How popular they are with writes',
    option: { none: 'as with reads', some: 'otherwise' },
  },
  arrivals: { title: 'When they begin' },
  reads: { title: 'Share of reads', says: 'From 0 to 1; the others are writes.' },
  'read-back': {
    title: 'Reads of one’s own write',
    says: 'The share of writes that the same client reads back, and how long after.',
  },
  latency: { title: 'Latency of the cache' },
  capacity: { title: 'Capacity', says: 'Entries that fit.' },
  eviction: { title: 'What goes when it is full' },
  ttl: { title: 'Lifetime of entries', option: { none: 'for ever', some: 'at most' } },
  warm: { title: 'Filled at the start' },
  select: { title: 'Latency of a select' },
  update: { title: 'Latency of an update' },
  concurrency: { title: 'Requests at a time', says: 'The others wait in a queue.' },
  lag: { title: 'Lag of replica and log', says: 'From a commit to the replica, and to the listener.' },
  delay: { title: 'Delay of a deferred delete', says: 'From the answer to the late delete.' },
  flush: { title: 'Time between flushes', unit: 'ms', says: 'Write-behind.' },
  flushers: { title: 'Flushes at a time', says: 'Write-behind.' },
  sync: { title: 'Time between syncs', unit: 'ms', says: 'A log that is synced after the answers.' },
  refresh: { title: 'Refresh period', unit: 'ms', says: 'Refresh-ahead, and soft lifetimes.' },
  lease: { title: 'A lease runs out after', unit: 'ms' },
  lock: { title: 'A lock runs out after', unit: 'ms' },
  pauses: { title: 'Clients pause', says: 'The chance before each request, and for how long.' },
  crashes: { title: 'Crashes' },
  'lost-deletes': { title: 'Chance that a delete is lost' },
}

export const labelOf = (part: string): Label => ofParts[part] ?? { title: part }

/** Fields within a part, by their word. */
const ofFields: Readonly<Record<string, Label>> = {
  ms: { title: 'time', unit: 'ms' },
  from: { title: 'from', unit: 'ms' },
  to: { title: 'to', unit: 'ms' },
  mean: { title: 'mean', unit: 'ms' },
  median: { title: 'median', unit: 'ms' },
  p99: { title: '99 in 100 below', unit: 'ms' },
  jitter: { title: 'shorter by up to this share' },
  zipf: { title: 'exponent' },
  hot: { title: 'hot keys' },
  share: { title: 'share' },
  open: { title: 'a second' },
  spacing: { title: 'spacing' },
  closed: { title: 'clients' },
  think: { title: 'think time' },
  after: { title: 'after' },
  chance: { title: 'chance' },
  length: { title: 'length' },
  at: { title: 'at', unit: 'ms' },
  what: { title: 'what crashes' },
}

export const labelledFields = Object.keys(ofFields)

export const fieldLabelOf = (word: string): Label => ofFields[word] ?? { title: word }

const words: Readonly<Record<string, string>> = {
  constant: 'Always the same',
  uniform: 'Evenly between',
  exponential: 'Exponential',
  lognormal: 'Lognormal, as measured',
  zipf: 'Zipf’s law',
  turns: 'One after the other',
  hot: 'Some are hot',
  open: 'Whatever the system does',
  closed: 'Each client waits for its answer',
  poisson: 'By chance (Poisson)',
  even: 'At equal distances',
  lru: 'The least recently used',
  lfu: 'The least frequently used',
  random: 'Any, by chance',
  cache: 'The cache restarts',
  machine: 'Its machine is lost',
  clients: 'All clients die',
}

/** What a word of a list to choose from is called; of popularity a word means something else. */
export const wordTitle = (word: string, place: string): string =>
  word === 'uniform' && place.endsWith('popularity') ? 'All alike' : (words[word] ?? word)
