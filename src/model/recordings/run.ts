/** The servers of one run: empty but for what the recording began with, each on a world of its own, all on one clock. */
import type { Call } from './call'
import { RunClock, type Moment } from './clock'
import { Memcached } from './memcached/memcached'
import { Postgres } from './postgres/postgres'
import { OTHER_ROW } from './postgres/statements'
import type { Recording, Request, ServerName } from './recording'
import { Redis } from './redis/redis'
import type { Answer } from './reply'
import { memcachedWorld, postgresWorld, redisWorld } from './serverWorlds'
import { Texts, type Numbering } from './texts'

/**
 * Milliseconds by which the clocks of processes are wrong. Stamps are masked in a recording, so only its title says it:
 * `Clock 400 ms behind: ...`.
 */
function driftIn(title: string): number {
  for (const clause of title.split(/[:;,]/)) {
    const count = /\bclock/i.test(clause) ? /([+-])?(\d{1,7}) ?ms\b/.exec(clause) : null
    const isBehind = count?.[1] === '-' || /\b(behind|slow)/i.test(clause)
    const isAhead = count?.[1] === '+' || /\b(ahead|fast)/i.test(clause)
    if (count && isBehind !== isAhead) return Number(count[2]) * (isBehind ? -1 : 1)
  }
  return 0
}

/** How a recording writes whatever a clock showed. */
const MASKED_STAMP = '<ts>'

export class Run {
  readonly clock = new RunClock()
  readonly redis: Redis
  readonly memcached: Memcached
  readonly postgres: Postgres
  private readonly stamps = new Map<string, Moment>()
  private readonly drift: number

  constructor(recording: Recording) {
    const { start, title } = recording
    const calls = callsOf(recording)
    const keys = keysOf(recording, calls)
    const processes = [...new Set(recording.steps.flatMap((step) => ('by' in step ? [step.by] : [])))]
    const rows = new Map(start.database)
    if (keys.postgres.includes(OTHER_ROW)) rows.set(OTHER_ROW, { value: '', version: 1 })
    const plan = {
      rows: new Map([...rows].map(([key, { version }]) => [key, version])),
      processes: processes.length === 0 ? ['T1'] : processes,
      commits: calls.reduce((sum, { call }) => sum + (call.commits ?? 0), 0),
    }
    const marksStale = calls.some(({ call }) => call.marksStale === true)
    this.drift = driftIn(title)
    this.postgres = new Postgres(postgresWorld(plan, keys.postgres), (process) => processes.indexOf(process), rows)
    const rowWith = (key: string) => (value: string) => this.postgres.versionWith(key, value)
    this.redis = new Redis(
      redisWorld(plan, keys.redis),
      this.clock,
      keys.redis,
      textsBy((key) => new Texts(numberingOf(calls, key), rowWith(key))),
      (process) => this.stamps.get(process) ?? null,
    )
    this.memcached = new Memcached(
      memcachedWorld(plan, keys.memcached, marksStale),
      this.clock,
      keys.memcached,
      textsBy((key) => new Texts('plain', rowWith(key))),
      marksStale,
    )
    for (const [key, { text, lasts }] of start.redis) this.redis.store(key, text, lasts === null ? null : lasts)
    for (const [key, { text, lasts }] of start.memcached)
      this.memcached.store(key, { text, flags: 0, end: this.memcached.endAfter(lasts ?? 0) })
  }

  /** What the model answers. */
  ask(request: Request, by: string): Answer {
    if (request.server === 'redis') return request.call.perform(this.redis, by)
    if (request.server === 'memcached') return request.call.perform(this.memcached, by)
    if (request.server === 'postgres') return request.call.perform(this.postgres, by)
    this.stamps.set(by, this.clock.now + this.drift)
    return MASKED_STAMP
  }

  /** A process is gone, and with it its connections. */
  crash(by: string): void {
    this.redis.connections.close(by)
    this.postgres.close(by)
  }
}

interface ServerCall {
  readonly server: ServerName
  readonly call: Omit<Call<never>, 'perform'>
}

const callsOf = ({ steps }: Recording): readonly ServerCall[] =>
  steps.flatMap((step) => ('asked' in step && step.asked.request.server !== 'clock' ? [step.asked.request] : []))

/** Every key of each server that the recording ever mentions. */
function keysOf({ start, final }: Recording, calls: readonly ServerCall[]): Record<ServerName, readonly string[]> {
  const asked = (name: ServerName) => calls.flatMap(({ server, call }) => (server === name ? call.keys : []))
  const all = (...keys: readonly Iterable<string>[]) => [...new Set(keys.flatMap((each) => [...each]))]
  return {
    postgres: all(start.database.keys(), asked('postgres')),
    redis: all(start.redis.keys(), asked('redis'), final.redis.keys()),
    memcached: all(start.memcached.keys(), asked('memcached'), final.memcached.keys()),
  }
}

/** How the scripts that are called with a key read it: as text where one of them does. */
function numberingOf(calls: readonly ServerCall[], key: string): Numbering {
  const ways = new Set(calls.filter(({ call }) => call.keys.includes(key)).map(({ call }) => call.numbering))
  return (['textual', 'numeric'] as const).find((way) => ways.has(way)) ?? 'plain'
}

/** Makes the texts of a key when they are first needed. */
function textsBy(make: (key: string) => Texts): (key: string) => Texts {
  const made = new Map<string, Texts>()
  return (key) => {
    const texts = made.get(key) ?? make(key)
    made.set(key, texts)
    return texts
  }
}
