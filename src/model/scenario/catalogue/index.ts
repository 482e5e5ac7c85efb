/**
 * The catalogue: every scenario that comes with the product, each beside its repaired or broken twin.
 * The order is the order in which they are best met.
 */
import { frozen } from '../frozen'
import type { Scenario } from '../scenario'
import staleFill from './stale-fill.scenario.yaml'
import staleFillLease from './stale-fill-lease.scenario.yaml'
import deletedKeyNewer from './deleted-key-newer.scenario.yaml'
import deletedKeyBypass from './deleted-key-bypass.scenario.yaml'
import twoWriters from './two-writers.scenario.yaml'
import twoWritersNewer from './two-writers-newer.scenario.yaml'
import twoWritersEqual from './two-writers-equal.scenario.yaml'
import twoWritersEqualExpiry from './two-writers-equal-expiry.scenario.yaml'
import lateFill from './late-fill.scenario.yaml'
import lateFillNewer from './late-fill-newer.scenario.yaml'
import addIfAbsent from './add-if-absent.scenario.yaml'
import addIfAbsentEvicted from './add-if-absent-evicted.scenario.yaml'
import writeAroundWarm from './write-around-warm.scenario.yaml'
import writeAroundExpiry from './write-around-expiry.scenario.yaml'
import writeAroundOwnWrite from './write-around-own-write.scenario.yaml'
import writeAroundCold from './write-around-cold.scenario.yaml'
import readFromCache from './read-from-cache.scenario.yaml'
import readPastCache from './read-past-cache.scenario.yaml'
import cacheFirst from './cache-first.scenario.yaml'
import databaseFirst from './database-first.scenario.yaml'
import writerCrash from './writer-crash.scenario.yaml'
import writerCrashExpiry from './writer-crash-expiry.scenario.yaml'
import deferredAny from './deferred-any.scenario.yaml'
import deferredLonger from './deferred-longer.scenario.yaml'
import deleteThenWrite from './delete-then-write.scenario.yaml'
import doubleDelete from './double-delete.scenario.yaml'
import tombstone from './tombstone.scenario.yaml'
import tombstoneEvicted from './tombstone-evicted.scenario.yaml'
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
import refreshAhead from './refresh-ahead.scenario.yaml'
import refreshWhenAsked from './refresh-when-asked.scenario.yaml'
import lateRefresh from './late-refresh.scenario.yaml'
import lateRefreshNewer from './late-refresh-newer.scenario.yaml'
import lateReload from './late-reload.scenario.yaml'
import lateReloadTombstone from './late-reload-tombstone.scenario.yaml'
import warmUp from './warm-up.scenario.yaml'
import warmUpGivesWay from './warm-up-gives-way.scenario.yaml'
import leaseTwoWriters from './lease-two-writers.scenario.yaml'
import leaseOneWriter from './lease-one-writer.scenario.yaml'
import leaseHolderCrash from './lease-holder-crash.scenario.yaml'
import leaseHolderCrashBypass from './lease-holder-crash-bypass.scenario.yaml'
import loaderDiesAside from './loader-dies-aside.scenario.yaml'
import loaderDiesThrough from './loader-dies-through.scenario.yaml'
import logOwnWrite from './log-own-write.scenario.yaml'
import logOwnWriteDeleted from './log-own-write-deleted.scenario.yaml'
import logCacheFirst from './log-cache-first.scenario.yaml'
import logDatabaseFirst from './log-database-first.scenario.yaml'
import logRedelivered from './log-redelivered.scenario.yaml'
import logRedeliveredNewer from './log-redelivered-newer.scenario.yaml'
import logBlindFill from './log-blind-fill.scenario.yaml'
import logNoFill from './log-no-fill.scenario.yaml'
import replicaLease from './replica-lease.scenario.yaml'
import replicaNewer from './replica-newer.scenario.yaml'
import deferredReplica from './deferred-replica.scenario.yaml'
import deferredReplicaLonger from './deferred-replica-longer.scenario.yaml'
import twoRegions from './two-regions.scenario.yaml'
import twoRegionsMarker from './two-regions-marker.scenario.yaml'
import markerTwoWriters from './marker-two-writers.scenario.yaml'
import markerOneWriter from './marker-one-writer.scenario.yaml'
import lostDelete from './lost-delete.scenario.yaml'
import lostDeleteExpiry from './lost-delete-expiry.scenario.yaml'
import livesForEver from './lives-for-ever.scenario.yaml'
import livesAWhile from './lives-a-while.scenario.yaml'
import failedCommit from './failed-commit.scenario.yaml'
import failedCommitDatabaseFirst from './failed-commit-database-first.scenario.yaml'
import undo from './undo.scenario.yaml'
import undoCrash from './undo-crash.scenario.yaml'
import unheardCommit from './unheard-commit.scenario.yaml'
import flushAgain from './flush-again.scenario.yaml'
import lateSet from './late-set.scenario.yaml'
import lateDelete from './late-delete.scenario.yaml'
import fillLate from './fill-late.scenario.yaml'
import fillLost from './fill-lost.scenario.yaml'
import leaseFillLost from './lease-fill-lost.scenario.yaml'
import leaseFillLostTimeout from './lease-fill-lost-timeout.scenario.yaml'
import leaseNeverEnds from './lease-never-ends.scenario.yaml'
import leaseRunsOut from './lease-runs-out.scenario.yaml'
import leaseLoserBypass from './lease-loser-bypass.scenario.yaml'
import leaseLoserWaits from './lease-loser-waits.scenario.yaml'
import refusedFill from './refused-fill.scenario.yaml'
import refusedFillRetried from './refused-fill-retried.scenario.yaml'
import serveStale from './serve-stale.scenario.yaml'
import waitForRefill from './wait-for-refill.scenario.yaml'
import serveStaleCrash from './serve-stale-crash.scenario.yaml'
import serveStaleTimeout from './serve-stale-timeout.scenario.yaml'
import lateFillMarked from './late-fill-marked.scenario.yaml'
import lateFillUnmarked from './late-fill-unmarked.scenario.yaml'
import lockPaused from './lock-paused.scenario.yaml'
import lockKept from './lock-kept.scenario.yaml'
import lockCrash from './lock-crash.scenario.yaml'
import lockCrashTimeout from './lock-crash-timeout.scenario.yaml'
import longPause from './long-pause.scenario.yaml'
import longPauseStamped from './long-pause-stamped.scenario.yaml'
import lateStamp from './late-stamp.scenario.yaml'
import earlyStamp from './early-stamp.scenario.yaml'
import stampEvicted from './stamp-evicted.scenario.yaml'
import leaseEvicted from './lease-evicted.scenario.yaml'
import fastClock from './fast-clock.scenario.yaml'
import slowClock from './slow-clock.scenario.yaml'
import versionSequence from './version-sequence.scenario.yaml'
import versionReturned from './version-returned.scenario.yaml'
import expireAfterAccess from './expire-after-access.scenario.yaml'
import expireAfterWrite from './expire-after-write.scenario.yaml'
import hotKeyAfterAccess from './hot-key-after-access.scenario.yaml'
import hotKeyAfterWrite from './hot-key-after-write.scenario.yaml'
import hotKeyEvicted from './hot-key-evicted.scenario.yaml'
import hotKeyLease from './hot-key-lease.scenario.yaml'
import herd from './herd.scenario.yaml'
import herdLease from './herd-lease.scenario.yaml'
import deleteLaterLost from './delete-later-lost.scenario.yaml'
import deleteLater from './delete-later.scenario.yaml'
import effectWithoutCause from './effect-without-cause.scenario.yaml'
import effectAfterCause from './effect-after-cause.scenario.yaml'
import lostIncrement from './lost-increment.scenario.yaml'
import incrementInPlace from './increment-in-place.scenario.yaml'
import halfTransfer from './half-transfer.scenario.yaml'
import halfTransferUncached from './half-transfer-uncached.scenario.yaml'
import composedForgotten from './composed-forgotten.scenario.yaml'
import composedInvalidated from './composed-invalidated.scenario.yaml'
import tornCard from './torn-card.scenario.yaml'
import wholeRows from './whole-rows.scenario.yaml'
import absenceCached from './absence-cached.scenario.yaml'
import absenceInvalidated from './absence-invalidated.scenario.yaml'
import perKeyDelete from './per-key-delete.scenario.yaml'
import wholeTableDelete from './whole-table-delete.scenario.yaml'
import hundredRowsKey from './hundred-rows-key.scenario.yaml'
import hundredRowsTable from './hundred-rows-table.scenario.yaml'
import busyCache from './busy-cache.scenario.yaml'
import busyCacheLease from './busy-cache-lease.scenario.yaml'

export const catalogue: readonly Scenario[] = frozen([
  staleFill,
  staleFillLease,
  deletedKeyNewer,
  deletedKeyBypass,
  twoWriters,
  twoWritersNewer,
  twoWritersEqual,
  twoWritersEqualExpiry,
  lateFill,
  lateFillNewer,
  addIfAbsent,
  addIfAbsentEvicted,
  writeAroundWarm,
  writeAroundExpiry,
  writeAroundOwnWrite,
  writeAroundCold,
  readFromCache,
  readPastCache,
  cacheFirst,
  databaseFirst,
  writerCrash,
  writerCrashExpiry,
  deferredAny,
  deferredLonger,
  deleteThenWrite,
  doubleDelete,
  tombstone,
  tombstoneEvicted,
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
  refreshAhead,
  refreshWhenAsked,
  lateRefresh,
  lateRefreshNewer,
  lateReload,
  lateReloadTombstone,
  warmUp,
  warmUpGivesWay,
  leaseTwoWriters,
  leaseOneWriter,
  leaseHolderCrash,
  leaseHolderCrashBypass,
  loaderDiesAside,
  loaderDiesThrough,
  logOwnWrite,
  logOwnWriteDeleted,
  logCacheFirst,
  logDatabaseFirst,
  logRedelivered,
  logRedeliveredNewer,
  logBlindFill,
  logNoFill,
  replicaLease,
  replicaNewer,
  deferredReplica,
  deferredReplicaLonger,
  twoRegions,
  twoRegionsMarker,
  markerTwoWriters,
  markerOneWriter,
  lostDelete,
  lostDeleteExpiry,
  livesForEver,
  livesAWhile,
  failedCommit,
  failedCommitDatabaseFirst,
  undo,
  undoCrash,
  unheardCommit,
  flushAgain,
  lateSet,
  lateDelete,
  fillLate,
  fillLost,
  leaseFillLost,
  leaseFillLostTimeout,
  leaseNeverEnds,
  leaseRunsOut,
  leaseLoserBypass,
  leaseLoserWaits,
  refusedFill,
  refusedFillRetried,
  serveStale,
  waitForRefill,
  serveStaleCrash,
  serveStaleTimeout,
  lateFillMarked,
  lateFillUnmarked,
  lockPaused,
  lockKept,
  lockCrash,
  lockCrashTimeout,
  longPause,
  longPauseStamped,
  lateStamp,
  earlyStamp,
  stampEvicted,
  leaseEvicted,
  fastClock,
  slowClock,
  versionSequence,
  versionReturned,
  expireAfterAccess,
  expireAfterWrite,
  hotKeyAfterAccess,
  hotKeyAfterWrite,
  hotKeyEvicted,
  hotKeyLease,
  herd,
  herdLease,
  deleteLaterLost,
  deleteLater,
  effectWithoutCause,
  effectAfterCause,
  lostIncrement,
  incrementInPlace,
  halfTransfer,
  halfTransferUncached,
  composedForgotten,
  composedInvalidated,
  tornCard,
  wholeRows,
  absenceCached,
  absenceInvalidated,
  perKeyDelete,
  wholeTableDelete,
  hundredRowsKey,
  hundredRowsTable,
  busyCache,
  busyCacheLease,
])

export const scenarioNamed = (name: string): Scenario | undefined => catalogue.find(({ scenario }) => scenario === name)
