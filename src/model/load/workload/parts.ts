/**
 * The parts of a workload: what each is called in a file and in a link, and what its value looks like. Files, links,
 * limits and the page's form go through this list; a new part is its line here, its limit, and what the run makes of it.
 */
import { CRASHES_MAX, limits, type Limit } from './limits'
import { fieldsOf, type ChoiceShape, type FieldShape, type Shape } from './shape'
import type { Workload } from './workload'

export interface Part {
  /** In a link. */
  readonly name: string
  /** In a file: the field, and the name in its map where it has one. */
  readonly path: readonly [string, string?]
  /** In the workload. */
  readonly at: readonly [keyof Workload, string?]
  readonly shape: Shape
}

const number = (limit: Limit): Shape => ({ is: 'number', limit })
const time = number(limits.milliseconds)
const time1 = number(limits.milliseconds1)

/** A field whose property has its name. */
const field = (word: string, shape: Shape, otherwise?: unknown): FieldShape => ({
  word,
  property: word,
  shape,
  ...(otherwise !== undefined && { otherwise }),
})

export const distribution: ChoiceShape = {
  is: 'choice',
  expected: { what: 'a time in milliseconds, or how it is distributed', example: '{ median: 2, p99: 10 }' },
  variants: [
    { kind: 'constant', isBare: true, fields: [field('ms', time)] },
    { kind: 'uniform', fields: [field('from', time), field('to', time)] },
    { kind: 'exponential', fields: [field('mean', time1)] },
    { kind: 'lognormal', fields: [field('median', time1), field('p99', time1)] },
  ],
}

const popularity: ChoiceShape = {
  is: 'choice',
  expected: { what: 'a popularity of keys', example: 'popularity: { zipf: 1 }' },
  variants: [
    { kind: 'uniform', fields: [] },
    { kind: 'turns', fields: [] },
    { kind: 'zipf', fields: [{ word: 'zipf', property: 'exponent', shape: number(limits.exponent) }] },
    {
      kind: 'hot',
      fields: [
        { word: 'hot', property: 'keys', shape: number(limits.hotKeys) },
        field('share', number(limits.hotShare)),
      ],
    },
  ],
}

const arrivals: ChoiceShape = {
  is: 'choice',
  expected: { what: 'a way in which operations arrive', example: 'arrivals: { open: 1000 }' },
  variants: [
    {
      kind: 'open',
      fields: [
        { word: 'open', property: 'perSecond', shape: number(limits.perSecond) },
        field('spacing', { is: 'word', what: 'spacing', values: ['poisson', 'even'] }, 'poisson'),
      ],
    },
    {
      kind: 'closed',
      fields: [
        { word: 'closed', property: 'clients', shape: number(limits.clients) },
        field('think', distribution, { kind: 'constant', ms: 0 }),
      ],
    },
  ],
}

const record = (what: string, example: string, ...fields: readonly FieldShape[]): ChoiceShape => ({
  is: 'choice',
  expected: { what, example },
  variants: [{ kind: null, fields }],
})

const lifetime: ChoiceShape = {
  is: 'choice',
  expected: { what: 'a lifetime in milliseconds', example: 'ttl: { ms: 60000, jitter: 0.1 }' },
  variants: [
    { kind: null, isBare: true, fields: [field('ms', number(limits.ttl)), field('jitter', number(limits.jitter), 0)] },
  ],
}

const crash = record(
  'a crash',
  '{ at: 5000, what: cache }',
  { word: 'at', property: 'atMs', shape: number(limits.crashAt) },
  field('what', { is: 'word', what: 'crash', values: ['cache', 'machine', 'clients'] }),
)

export const parts: readonly Part[] = [
  { name: 'seed', path: ['seed'], at: ['seed'], shape: number(limits.seed) },
  { name: 'operations', path: ['operations'], at: ['operations'], shape: number(limits.operations) },
  { name: 'keys', path: ['keys'], at: ['keys'], shape: number(limits.keys) },
  { name: 'popularity', path: ['popularity'], at: ['popularity'], shape: popularity },
  {
    name: 'write-popularity',
    path: ['write-popularity'],
    at: ['writePopularity'],
    shape: { is: 'option', of: popularity },
  },
  { name: 'arrivals', path: ['arrivals'], at: ['arrivals'], shape: arrivals },
  { name: 'reads', path: ['reads'], at: ['reads'], shape: number(limits.reads) },
  {
    name: 'read-back',
    path: ['read-back'],
    at: ['readBack'],
    shape: record(
      'a share of the writes',
      'read-back: { share: 0.1, after: 5 }',
      field('share', number(limits.readBack)),
      field('after', distribution),
    ),
  },
  { name: 'latency', path: ['cache', 'latency'], at: ['cache', 'latency'], shape: distribution },
  {
    name: 'capacity',
    path: ['cache', 'capacity'],
    at: ['cache', 'capacity'],
    shape: { is: 'option', of: number(limits.capacity) },
  },
  {
    name: 'eviction',
    path: ['cache', 'eviction'],
    at: ['cache', 'eviction'],
    shape: { is: 'word', what: 'eviction policy', values: ['lru', 'lfu', 'random'] },
  },
  { name: 'ttl', path: ['cache', 'ttl'], at: ['cache', 'ttl'], shape: { is: 'option', of: lifetime } },
  { name: 'warm', path: ['cache', 'warm'], at: ['cache', 'isWarm'], shape: { is: 'flag' } },
  { name: 'select', path: ['database', 'select'], at: ['database', 'select'], shape: distribution },
  { name: 'update', path: ['database', 'update'], at: ['database', 'update'], shape: distribution },
  {
    name: 'concurrency',
    path: ['database', 'concurrency'],
    at: ['database', 'concurrency'],
    shape: { is: 'option', of: number(limits.concurrency) },
  },
  { name: 'lag', path: ['lag'], at: ['lag'], shape: distribution },
  { name: 'delay', path: ['delay'], at: ['delay'], shape: distribution },
  { name: 'flush', path: ['flush', 'every'], at: ['flush', 'everyMs'], shape: number(limits.flushEvery) },
  { name: 'flushers', path: ['flush', 'concurrency'], at: ['flush', 'concurrency'], shape: number(limits.flushers) },
  { name: 'sync', path: ['flush', 'sync'], at: ['flush', 'syncMs'], shape: number(limits.sync) },
  { name: 'refresh', path: ['refresh'], at: ['refreshMs'], shape: number(limits.refresh) },
  { name: 'lease', path: ['lease'], at: ['leaseMs'], shape: number(limits.lease) },
  { name: 'lock', path: ['lock'], at: ['lockMs'], shape: number(limits.lock) },
  {
    name: 'pauses',
    path: ['pauses'],
    at: ['pauses'],
    shape: record(
      'a chance and a length',
      'pauses: { chance: 0.001, length: 200 }',
      field('chance', number(limits.pauseChance)),
      field('length', distribution),
    ),
  },
  {
    name: 'crashes',
    path: ['crashes'],
    at: ['crashes'],
    shape: {
      is: 'list',
      expected: { what: 'a list of crashes', example: 'crashes: [{ at: 5000, what: cache }]' },
      of: crash,
      max: CRASHES_MAX,
    },
  },
  { name: 'lost-deletes', path: ['lost-deletes'], at: ['lostDeletes'], shape: number(limits.lostDeletes) },
]

export function valueOf(workload: Workload, { at: [first, second] }: Part): unknown {
  const value: unknown = workload[first]
  return second === undefined ? value : fieldsOf(value)[second]
}

/** The workload with another value for a part. */
export function withValue(workload: Workload, { at: [first, second] }: Part, value: unknown): Workload {
  const whole = second === undefined ? value : { ...fieldsOf(workload[first]), [second]: value }
  return { ...workload, [first]: whole }
}
