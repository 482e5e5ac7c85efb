/**
 * The replica: a copy of the database that applies commits later, one at a time, in their order. Where it
 * lags, every select reads it, and whoever needs the newest version has to ask the database itself.
 *
 * Atomic: a select; one commit applied, and the key's remote marker with it. Under change-log it is the
 * listener that brings the commits; one that comes again finds itself applied already, because a database
 * keeps its place in the log together with its rows.
 * Left out: several replicas, a replica that becomes the master, reads that wait for a version.
 * Source: PostgreSQL documentation, "Log-Shipping Standby Servers"; Nishtala et al., "Scaling Memcache at
 * Facebook", NSDI 2013, section 5.
 */
import type { RequestKind } from '../kind'
import { offsetOf } from '../layout'
import type { Happening, OwnMover } from '../mover'
import { ask, type Key, type Row } from '../program'
import { hasListener, readsReplica } from '../../scenario/followers'
import { LogQueue } from './logQueue'
import type { Resource, Site } from './resource'

const select: RequestKind = {
  kind: 'replica.select',
  label: 'SELECT',
  resource: 'replica',
  role: 'select',
  bind(ground, request) {
    const { cells } = ground.memory
    const at = offsetOf(ground.memory, 'replica') + ground.keyIndex(request.key)
    return { perform: () => cells[at]! }
  },
  decode: (code): Row => Object.freeze({ version: code }),
}

/** Returns what brings a commit to the replica, where there is one, and takes the key's remote marker away. */
export function replicaApplier({
  memory,
  scenario,
}: Pick<Site, 'memory' | 'scenario'>): (keyIndex: number, version: number) => void {
  const { cells } = memory
  const replica = offsetOf(memory, 'replica')
  const marker = offsetOf(memory, 'marker')
  // A listener may bring a commit twice; its commits go up by one, so that the older ones are known by their version.
  const mayRepeat = hasListener(scenario)
  return (keyIndex, version) => {
    const isApplied = mayRepeat && cells[replica + keyIndex]! >= version
    if (replica >= 0 && !isApplied) cells[replica + keyIndex] = version
    if (marker >= 0) cells[marker + keyIndex] = 0
  }
}

class Replicator implements OwnMover {
  readonly awaited = true
  /** One for each key, so that a step can promise which it touches; the next commit is of one of them. */
  readonly choices: number
  private readonly log: LogQueue
  private readonly apply: (keyIndex: number, version: number) => void

  constructor(private readonly site: Site) {
    this.choices = site.keys.length
    this.log = new LogQueue(site.memory, site.scenario)
    this.apply = replicaApplier(site)
  }

  word(): string {
    return 'replica'
  }

  happening(choice: number): Happening {
    return { type: 'replica', key: this.site.keys[choice]!, version: this.log.version, to: 'replica' }
  }

  touches(choice: number) {
    return { key: choice }
  }

  move(key: number): boolean {
    if (this.log.keyIndex !== key) return false
    this.apply(key, this.log.version)
    this.log.advance()
    return true
  }
}

/** Cells: `replica` version by key, where selects read it. */
export const replica: Resource = {
  kinds: [select],
  words: [
    {
      head: 'replica',
      of: null,
      verb: 'Step the replica',
      short: 'Replica',
      why: () => 'the replica has every commit',
    },
  ],
  reserve(layout, _keys, scenario) {
    if (readsReplica(scenario)) layout.reservePerKey('replica')
  },
  start(memory, keys, scenario) {
    const at = offsetOf(memory, 'replica')
    if (at < 0) return
    keys.forEach((key, index) => {
      memory.cells[at + index] = scenario.start.database[key] ?? 1
    })
  },
  movers: (site) => (readsReplica(site.scenario) && !hasListener(site.scenario) ? [new Replicator(site)] : []),
}

export const selectFromReplica = (key: Key) => ask<Row>({ kind: 'replica.select', key })
