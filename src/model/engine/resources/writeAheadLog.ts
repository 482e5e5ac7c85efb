/**
 * The write-ahead log of a memtable: every update is appended to a log on disk, and memory holds it until a
 * flush brings it to the database.
 *
 * Plain, the log is synced before the answer, in the same step as the update. With `write-ahead-log: periodic`
 * the answer comes first: a sync of its own, at any later step, brings all that was appended to the disk. A
 * restart replays what is on the disk into memory, the entry and the queue alike; what was only appended is
 * gone. A flushed version leaves the log. A lost machine takes the disk along.
 *
 * Atomic: appending together with the update; a sync; the replay as part of the restart. Left out: a log that
 * is torn in the middle, and the pages that a system keeps when only the process dies.
 * Source: Cassandra documentation, "Storage engine" (commit log, memtables; `commitlog_sync` batch and periodic).
 */
import { offsetOf, type Memory } from '../layout'
import type { Happening, OwnMover } from '../mover'
import { Backlog } from './backlog'
import type { Scenario } from '../../scenario/scenario'
import type { Resource, Site } from './resource'

/** Returns what drops a flushed version from the disk; nothing where no sync is ever late. */
export function forgetSynced(memory: Memory): (key: number, version: number) => void {
  const synced = offsetOf(memory, 'synced')
  if (synced < 0) return () => undefined
  const { cells } = memory
  return (key, version) => {
    if (cells[synced + key]! <= version) cells[synced + key] = 0
  }
}

/** Returns what brings to the disk whatever of a key was appended to the log; says whether anything was. */
export function synchroniser(memory: Memory, scenario: Scenario): (key: number) => boolean {
  const { cells } = memory
  const synced = offsetOf(memory, 'synced')
  const backlog = new Backlog(memory, scenario)
  return (key) => {
    const newest = backlog.newest(key)
    if (newest === 0 || cells[synced + key] === newest) return false
    cells[synced + key] = newest
    return true
  }
}

class Syncer implements OwnMover {
  readonly awaited = true
  readonly choices = 1
  private readonly sync: (key: number) => boolean

  constructor(private readonly site: Site) {
    this.sync = synchroniser(site.memory, site.scenario)
  }

  word(): string {
    return 'sync'
  }

  happening(): Happening {
    return { type: 'sync', key: '', client: '' }
  }

  move(): boolean {
    let isNew = false
    for (let key = 0; key < this.site.keys.length; key++) if (this.sync(key)) isNew = true
    return isNew
  }
}

/** Cells: `synced` the newest version on the disk by key, 0 where none waits there; only where a sync may be late. */
export const writeAheadLogResource: Resource = {
  kinds: [],
  words: [
    {
      head: 'sync',
      of: null,
      verb: 'Sync the log',
      short: 'Sync',
      why: () => 'everything that was appended is on the disk',
    },
  ],
  reserve(layout, _keys, scenario) {
    if (scenario.guards['write-ahead-log'] === 'periodic') layout.reservePerKey('synced')
  },
  movers: (site) => (site.memory.offsets.has('synced') ? [new Syncer(site)] : []),
}
