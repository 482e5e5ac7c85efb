/** Who loads, and who follows: refresh-ahead, warm-up, leases, the log of commits, replicas and regions. The order is the order in which they are best met, each beside its twin. */
import type { Scenario } from '../scenario'
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

export const loadsAndLogs: readonly Scenario[] = [
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
]
