/** The catalogue of patterns. Adding one means its own file, its line here and its tests. */
import type { ReadProtocol, WriteProtocol } from '../engine/program'
import { cacheAside } from './cacheAside'
import { cacheOnly } from './cacheOnly'
import { changeLog } from './changeLog'
import { databaseOnly } from './databaseOnly'
import { deferredInvalidate } from './deferredInvalidate'
import { deleteThenWrite } from './deleteThenWrite'
import { doubleDelete } from './doubleDelete'
import { readThrough } from './readThrough'
import { refreshAhead } from './refreshAhead'
import { writeAround } from './writeAround'
import { writeBehind } from './writeBehind'
import { writeInvalidate } from './writeInvalidate'
import { writeThrough } from './writeThrough'
import { writeThroughCacheFirst } from './writeThroughCacheFirst'

/** Who runs the program after its first request: a crash of the client stops only its own. */
export type Owner = 'client' | 'cache'

export interface ReadPattern {
  readonly title: string
  readonly program: ReadProtocol
  readonly owner: Owner
  /** It never fills the cache after a miss. */
  readonly loads?: false
  /** The cache reloads its entries on its own. */
  readonly refreshes?: true
}

export interface WritePattern {
  readonly title: string
  readonly program: WriteProtocol
  /** Leaves work to a timer. */
  readonly defers?: true
  /** Deletes the entry, before the commit or after it. */
  readonly deletes?: true
  /** Deletes the entry once the commit is known. */
  readonly invalidates?: true
  /** Leaves the commit to a queue. */
  readonly queues?: true
  /** Leaves the cache to a listener that follows the log of commits. */
  readonly logs?: true
  /** The cache counts versions itself. */
  readonly cacheCounts?: true
  /** It leaves the cache alone. */
  readonly touchesCache?: false
  /** The client stores the version and commits it afterwards. */
  readonly cachesFirst?: true
}

const read: Readonly<Record<string, ReadPattern>> = {
  'read-through': { title: 'Read-through', program: readThrough, owner: 'cache' },
  'cache-aside': { title: 'Cache-aside', program: cacheAside, owner: 'client' },
  'cache-only': { title: 'Cache only', program: cacheOnly, owner: 'client', loads: false },
  'database-only': { title: 'Database only', program: databaseOnly, owner: 'client', loads: false },
  'refresh-ahead': { title: 'Refresh-ahead', program: refreshAhead, owner: 'cache', refreshes: true },
}

const write: Readonly<Record<string, WritePattern>> = {
  'write-through': { title: 'Write-through', program: writeThrough },
  'write-through-cache-first': {
    title: 'Write-through, cache first',
    program: writeThroughCacheFirst,
    cacheCounts: true,
    cachesFirst: true,
  },
  'write-behind': { title: 'Write-behind', program: writeBehind, cacheCounts: true, queues: true },
  'write-around': { title: 'Write-around', program: writeAround, touchesCache: false },
  'write-invalidate': { title: 'Write-invalidate', program: writeInvalidate, deletes: true, invalidates: true },
  'delete-then-write': { title: 'Delete, then write', program: deleteThenWrite, deletes: true },
  'double-delete': { title: 'Double delete', program: doubleDelete, defers: true, deletes: true, invalidates: true },
  'deferred-invalidate': {
    title: 'Deferred invalidation',
    program: deferredInvalidate,
    defers: true,
    deletes: true,
    invalidates: true,
  },
  'change-log': { title: 'Change log', program: changeLog, logs: true, touchesCache: false },
}

export const protocols = { read, write } as const
