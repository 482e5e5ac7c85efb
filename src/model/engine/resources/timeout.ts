/**
 * Time-outs: a lease token or a writer's lock that is out runs out, whoever holds it, be it slow or crashed.
 * Nobody tells the holder. The next miss gets a new token, and the next writer the lock.
 *
 * There are no ticks: what is out may run out at any step. `once` is one time-out for all keys together;
 * `any` has no budget and is awaited, because nothing that runs out stays out for ever.
 * Atomic: the time-out. Left out: renewing a lock while its holder works.
 * Source: memcached doc/protocol.txt, meta get `N` with a lifetime; redis.io SET PX.
 */
import { offsetOf, type Memory } from '../layout'
import type { Happening, OwnMover } from '../mover'
import type { WorldView } from '../view'
import type { WordForm } from '../wordForm'
import type { Scenario } from '../../scenario/scenario'
import type { Resource, Site } from './resource'

interface Kind {
  /** The guard that says how often. */
  readonly guard: 'lease-timeout' | 'lock-timeout'
  /** The cells that name the holder. */
  readonly held: 'lease' | 'lock'
  readonly word: WordForm & { readonly head: 'timeout' | 'lock-timeout' }
}

const noneLeft = (world: WorldView['lease'], key: string, what: string): string =>
  (world[key] ?? null) === null ? `no ${what} of ${key} is out` : 'no time-out is left'

const kinds: readonly Kind[] = [
  {
    guard: 'lease-timeout',
    held: 'lease',
    word: {
      head: 'timeout',
      of: 'key',
      verb: 'Time out the lease of',
      short: 'Time out',
      why: ({ lease }, key) => noneLeft(lease, key, 'lease'),
    },
  },
  {
    guard: 'lock-timeout',
    held: 'lock',
    word: {
      head: 'lock-timeout',
      of: 'key',
      verb: 'Time out the lock of',
      short: 'Time out lock',
      why: ({ lock }, key) => noneLeft(lock, key, 'lock'),
    },
  },
]

class TimeoutMover implements OwnMover {
  readonly choices: number
  readonly awaited: boolean
  private readonly memory: Memory
  private readonly held: number
  private readonly budget: number

  constructor(
    private readonly kind: Kind,
    private readonly site: Site,
  ) {
    this.memory = site.memory
    this.choices = site.keys.length
    this.held = offsetOf(site.memory, kind.held)
    this.budget = offsetOf(site.memory, kind.guard)
    this.awaited = this.budget < 0
  }

  word(choice: number): string {
    return `${this.kind.word.head}:${this.site.keys[choice]!}`
  }

  happening(choice: number): Happening {
    const holder = this.site.clients[this.memory.cells[this.held + choice]! - 1]!
    return { type: this.kind.word.head, key: this.site.keys[choice]!, client: holder.name }
  }

  touches(choice: number) {
    return { key: choice }
  }

  move(choice: number): boolean {
    const { cells } = this.memory
    if (cells[this.held + choice] === 0 || (this.budget >= 0 && cells[this.budget] === 0)) return false
    if (this.budget >= 0) cells[this.budget]!--
    cells[this.held + choice] = 0
    return true
  }
}

const isOnce = (scenario: Scenario, { guard }: Kind) => scenario.guards[guard] === 'once'

/** Whether anything ever runs out. */
const exists = (scenario: Scenario, kind: Kind) => isOnce(scenario, kind) || scenario.guards[kind.guard] === 'any'

/** Cells: `lease-timeout` and `lock-timeout`, what is left of each budget, where there is one. */
export const timeout: Resource = {
  kinds: [],
  words: kinds.map(({ word }) => word),
  reserve(layout, _keys, scenario) {
    for (const kind of kinds) if (isOnce(scenario, kind)) layout.reserveForWorld(kind.guard, 1)
  },
  start(memory, _keys, scenario) {
    for (const kind of kinds) if (isOnce(scenario, kind)) memory.cells[offsetOf(memory, kind.guard)] = 1
  },
  movers: (site) => kinds.filter((kind) => exists(site.scenario, kind)).map((kind) => new TimeoutMover(kind, site)),
}
