/** Writes that wait for the database: queues, flushes, logs, and what is lost with them. The order is the order in which they are best met, each beside its twin. */
import type { Scenario } from '../scenario'
import writeBehind from './write-behind.scenario.yaml'
import writeBehindDurable from './write-behind-durable.scenario.yaml'
import databaseBehind from './database-behind.scenario.yaml'
import cacheAhead from './cache-ahead.scenario.yaml'
import plainClear from './plain-clear.scenario.yaml'
import compareAndClear from './compare-and-clear.scenario.yaml'
import machineLostDisk from './machine-lost-disk.scenario.yaml'
import machineLostReplicated from './machine-lost-replicated.scenario.yaml'
import batteryLost from './battery-lost.scenario.yaml'
import batteryRestart from './battery-restart.scenario.yaml'
import dirtyFlagEvicted from './dirty-flag-evicted.scenario.yaml'
import dirtyQueueEvicted from './dirty-queue-evicted.scenario.yaml'
import evictedBeforeFlush from './evicted-before-flush.scenario.yaml'
import evictedAfterWrite from './evicted-after-write.scenario.yaml'
import memtable from './memtable.scenario.yaml'
import memtableLog from './memtable-log.scenario.yaml'
import logSyncedLate from './log-synced-late.scenario.yaml'
import logSyncedFirst from './log-synced-first.scenario.yaml'
import flushCutShort from './flush-cut-short.scenario.yaml'
import flushBegunAnew from './flush-begun-anew.scenario.yaml'
import oneOfTwoUpdates from './one-of-two-updates.scenario.yaml'
import everyUpdate from './every-update.scenario.yaml'
import thousandUpdates from './thousand-updates.scenario.yaml'
import thousandUpdatesEach from './thousand-updates-each.scenario.yaml'
import refreshOverQueue from './refresh-over-queue.scenario.yaml'
import refreshOverQueueNewer from './refresh-over-queue-newer.scenario.yaml'

export const queues: readonly Scenario[] = [
  writeBehind,
  writeBehindDurable,
  databaseBehind,
  cacheAhead,
  plainClear,
  compareAndClear,
  machineLostDisk,
  machineLostReplicated,
  batteryLost,
  batteryRestart,
  dirtyFlagEvicted,
  dirtyQueueEvicted,
  evictedBeforeFlush,
  evictedAfterWrite,
  memtable,
  memtableLog,
  logSyncedLate,
  logSyncedFirst,
  flushCutShort,
  flushBegunAnew,
  oneOfTwoUpdates,
  everyUpdate,
  thousandUpdates,
  thousandUpdatesEach,
  refreshOverQueue,
  refreshOverQueueNewer,
]
