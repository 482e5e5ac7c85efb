/** What fails or comes late: deletes, commits, answers, fills, tokens and locks. The order is the order in which they are best met, each beside its twin. */
import type { Scenario } from '../scenario'
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

export const failures: readonly Scenario[] = [
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
]
