/**
 * The daemon behind refresh-ahead: reloads cached entries in rounds, each a select and then a store.
 *
 * Periodic, without the guard `soft-expiry`: a round of a present key may begin at any time. One that would
 * change something has to come before a world is quiet; one that finds nothing new need not come. After a round
 * that has changed nothing the next one waits until the row or the entry is another, because a repetition of it
 * would change nothing either: a late store of the same version is that of a round that began now.
 *
 * With `soft-expiry` a round begins once a read has found the entry soft-expired. The read gets the old version
 * in the same step; reads that come before the reload has begun ask for nothing more.
 *
 * Atomic: each request of the reload; a look at the entry together with asking for its reload. Left out: periods
 * in ticks, a limit on how many keys are reloaded at once.
 * Source: Oracle Coherence documentation, "Refresh-ahead caching"; memcached doc/protocol.txt, meta get `R`.
 */
import type { RequestKind } from '../kind'
import { offsetOf } from '../layout'
import type { Loader } from '../loader'
import type { Happening, OwnMover } from '../mover'
import { ask, type Hit, type Key } from '../program'
import { protocols } from '../../protocols'
import { reload } from '../../protocols/reload'
import type { Scenario } from '../../scenario/scenario'
import { ABSENT } from './cache'
import { readsReplica } from '../../scenario/followers'
import type { Resource, Site } from './resource'

/** Values of a `soft` cell; 0 is an entry that is not soft-expired. */
export const SOFT = 1
export const ASKED = 2

const getOrAsk: RequestKind = {
  kind: 'cache.getAndRefresh',
  label: 'GET',
  resource: 'cache',
  bind(ground, request) {
    const { cells } = ground.memory
    const key = ground.keyIndex(request.key)
    const entry = offsetOf(ground.memory, 'cache') + key
    const soft = offsetOf(ground.memory, 'soft') + key
    return {
      perform: () => {
        if (cells[soft] === SOFT) cells[soft] = ASKED
        return cells[entry]!
      },
    }
  },
  decode: (code): Hit => Object.freeze(code === ABSENT ? { found: false } : { found: true, version: code }),
}

const isPeriodic = ({ guards }: Scenario): boolean => guards['soft-expiry'] === undefined

/** Where the next round of a key stands: under way, worth beginning, or with nothing new to find. */
type Standing = 'under way' | 'due' | 'idle' | 'none'

class Refresher implements OwnMover {
  readonly choices: number
  private readonly cache: number
  private readonly source: number
  private readonly soft: number
  private readonly settled: number

  /** The one that is awaited begins rounds that are due; the other one those that may come and need not. */
  constructor(
    private readonly site: Site,
    private readonly loader: Loader,
    readonly awaited: boolean,
  ) {
    const { memory, scenario, keys } = site
    this.choices = keys.length
    this.cache = offsetOf(memory, 'cache')
    this.source = offsetOf(memory, readsReplica(scenario) ? 'replica' : 'database')
    this.soft = offsetOf(memory, 'soft')
    this.settled = offsetOf(memory, 'settled')
  }

  word(choice: number): string {
    return `refresh:${this.site.keys[choice]!}`
  }

  happening(choice: number): Happening {
    const { loader } = this
    return { type: 'load', loader: 'refresh', key: this.site.keys[choice]!, took: () => loader.last! }
  }

  touches(choice: number) {
    return { key: choice }
  }

  move(key: number): boolean {
    const standing = this.standing(key)
    if (this.awaited ? standing !== 'under way' && standing !== 'due' : standing !== 'idle') return false
    if (standing !== 'under way') this.begin(key)
    const { edge } = this.loader.step(key)!
    if (edge.ends) this.end(key)
    return true
  }

  private standing(key: number): Standing {
    const { cells } = this.site.memory
    if (this.loader.isUnderWay(key)) return 'under way'
    const entry = cells[this.cache + key]!
    if (entry === ABSENT) return 'none'
    if (this.soft >= 0) return cells[this.soft + key] === ASKED ? 'due' : 'none'
    if (this.isSettled(key)) return 'none'
    return entry === cells[this.source + key] ? 'idle' : 'due'
  }

  /** Whether the entry and the row are what the last round that changed nothing found. */
  private isSettled(key: number): boolean {
    const { cells } = this.site.memory
    const at = this.settled + 2 * key
    return cells[at] === cells[this.cache + key] && cells[at + 1] === cells[this.source + key]
  }

  private begin(key: number): void {
    const { cells } = this.site.memory
    if (this.soft >= 0) cells[this.soft + key] = 0
    else cells.set([cells[this.cache + key]!, cells[this.source + key]!], this.settled + 2 * key)
  }

  private end(key: number): void {
    const { cells } = this.site.memory
    if (this.soft < 0 && !this.isSettled(key)) cells.fill(0, this.settled + 2 * key, this.settled + 2 * key + 2)
  }
}

/** Cells: `refresh` the node of each key's round; `settled` the entry and the row of one that changes nothing, or `soft`. */
export const refreshResource: Resource = {
  kinds: [getOrAsk],
  words: [
    {
      head: 'refresh',
      of: 'key',
      verb: 'Refresh',
      short: 'Refresh',
      why({ cache, soft }, key) {
        if ((cache[key] ?? null) === null) return `${key} is not cached`
        return soft === null ? `nothing about ${key} has changed since it was refreshed` : `no read has asked for it`
      },
    },
  ],
  reserve(layout, _keys, scenario) {
    if (protocols.read[scenario.protocol.read]?.refreshes !== true) return
    layout.reservePerKey('refresh')
    if (isPeriodic(scenario)) layout.reservePerKey('settled', 2)
    else layout.reservePerKey('soft')
  },
  loader: (site) => (site.memory.offsets.has('refresh') ? site.loaderOf('refresh', 'reload', reload) : null),
  movers: (site) =>
    site.loaders
      .filter(({ name }) => name === 'refresh')
      .flatMap((loader) => [
        new Refresher(site, loader, true),
        ...(isPeriodic(site.scenario) ? [new Refresher(site, loader, false)] : []),
      ]),
}

/** Looks the key up; finding it soft-expired asks for its reload. */
export const getAndRefresh = (key: Key) => ask<Hit>({ kind: 'cache.getAndRefresh', key })
