/**
 * The anomalies that the product is best met with, each scenario before its twin: what the home page shows. A list of
 * its own, because the home page must be there at once and the whole catalogue is many times as long.
 */
import { frozen } from '../frozen'
import type { Scenario } from '../scenario'
import staleFill from './stale-fill.scenario.yaml'
import staleFillLease from './stale-fill-lease.scenario.yaml'
import twoWriters from './two-writers.scenario.yaml'
import twoWritersNewer from './two-writers-newer.scenario.yaml'
import lateFill from './late-fill.scenario.yaml'
import lateFillNewer from './late-fill-newer.scenario.yaml'
import writeAroundWarm from './write-around-warm.scenario.yaml'
import writeAroundExpiry from './write-around-expiry.scenario.yaml'
import cacheFirst from './cache-first.scenario.yaml'
import databaseFirst from './database-first.scenario.yaml'
import writerCrash from './writer-crash.scenario.yaml'
import writerCrashExpiry from './writer-crash-expiry.scenario.yaml'
import doubleDelete from './double-delete.scenario.yaml'
import deleteThenWrite from './delete-then-write.scenario.yaml'
import writeBehind from './write-behind.scenario.yaml'
import writeBehindDurable from './write-behind-durable.scenario.yaml'
import leaseHolderCrash from './lease-holder-crash.scenario.yaml'
import leaseHolderCrashBypass from './lease-holder-crash-bypass.scenario.yaml'

export const famous: readonly Scenario[] = frozen([
  staleFill,
  staleFillLease,
  twoWriters,
  twoWritersNewer,
  lateFill,
  lateFillNewer,
  writeAroundWarm,
  writeAroundExpiry,
  cacheFirst,
  databaseFirst,
  writerCrash,
  writerCrashExpiry,
  deleteThenWrite,
  doubleDelete,
  writeBehind,
  writeBehindDurable,
  leaseHolderCrash,
  leaseHolderCrashBypass,
])
