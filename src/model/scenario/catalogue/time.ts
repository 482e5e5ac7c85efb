/** Time that passes: pauses, stamps, clocks, lifetimes, and keys that everybody reads. The order is the order in which they are best met, each beside its twin. */
import type { Scenario } from '../scenario'
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

export const time: readonly Scenario[] = [
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
]
