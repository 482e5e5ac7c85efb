/**
 * The listener of change-log: brings every commit to the replica and to the cache, in their order.
 *
 * It takes one entry in two steps: replica, then cache, or the other way round (the guard `log-order`),
 * also where nobody reads the replica. It sets the cache to the entry's version; under `compare-and-set`
 * the cache refuses it as it refuses a writer. A set voids a lease token like any other.
 * Atomic: each of the two steps. Left out: batches, several listeners, entries that it passes over.
 * Source: redis.io "Client-side caching" leaves it to the application; Debezium documentation, "Connector
 * for MySQL" (one ordered stream of row changes).
 */
import { offsetOf } from '../layout'
import type { Happening, OwnMover } from '../mover'
import { hasListener } from '../../scenario/followers'
import { replacer } from './belongings'
import { replacesExpected, replacesOlder } from './compareAndSet'
import { LogQueue } from './logQueue'
import { replicaApplier } from './replica'
import type { Site } from './resource'

/** Returns what stores an entry's version in the cache, under the rule that writers have to obey. */
export function cacheSetter({
  memory,
  scenario,
  keys,
  ground,
}: Pick<Site, 'memory' | 'scenario' | 'keys' | 'ground'>): (keyIndex: number, version: number) => void {
  const { cells } = memory
  const cache = offsetOf(memory, 'cache')
  const replaces = keys.map((_, index) => replacer(ground, index))
  const rule = scenario.guards['compare-and-set']
  return (keyIndex, version) => {
    const present = cells[cache + keyIndex]!
    if (rule === 'newer' && !replacesOlder(present, version)) return
    if (rule === 'equal' && !replacesExpected(present, version, version - 1)) return
    cells[cache + keyIndex] = version
    replaces[keyIndex]!()
  }
}

const FIRST_IS_DONE = 1

class Listener implements OwnMover {
  readonly awaited = true
  /** One for each key, so that a step can promise which it touches; the next entry is of one of them. */
  readonly choices: number
  private readonly log: LogQueue
  private readonly phase: number
  private readonly order: readonly ['replica' | 'cache', 'replica' | 'cache']
  private readonly bring: Readonly<Record<'replica' | 'cache', (keyIndex: number, version: number) => void>>

  constructor(private readonly site: Site) {
    this.choices = site.keys.length
    this.log = new LogQueue(site.memory, site.scenario)
    this.phase = offsetOf(site.memory, 'log-phase')
    this.order = site.scenario.guards['log-order'] === 'cache-first' ? ['cache', 'replica'] : ['replica', 'cache']
    this.bring = { replica: replicaApplier(site), cache: cacheSetter(site) }
  }

  word(): string {
    return 'log'
  }

  happening(choice: number): Happening {
    return { type: 'log', key: this.site.keys[choice]!, version: this.log.version, to: this.target }
  }

  touches(choice: number) {
    return { key: choice }
  }

  private get target(): 'replica' | 'cache' {
    return this.order[this.site.memory.cells[this.phase] === FIRST_IS_DONE ? 1 : 0]
  }

  move(key: number): boolean {
    const { cells } = this.site.memory
    if (this.log.keyIndex !== key) return false
    this.bring[this.target](key, this.log.version)
    if (cells[this.phase] === FIRST_IS_DONE) {
      cells[this.phase] = 0
      this.log.advance()
    } else cells[this.phase] = FIRST_IS_DONE
    return true
  }
}

export const listenerMovers = (site: Site): readonly OwnMover[] =>
  hasListener(site.scenario) ? [new Listener(site)] : []
