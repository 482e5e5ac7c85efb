/** Races of readers and writers when nothing fails: late fills, crossing writers, deletes that come too soon. The order is the order in which they are best met, each beside its twin. */
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

export const races: readonly Scenario[] = [
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
]
