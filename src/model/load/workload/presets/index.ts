/** The workloads that come with the product: what people build, and what was measured on real servers. */
import { frozen } from '../../../scenario/frozen'
import type { Experiment } from '../experiment'
import bankBalances from './bank-balances.workload.yaml'
import likeCounter from './like-counter.workload.yaml'
import auditLog from './audit-log.workload.yaml'
import sessionActivity from './session-activity.workload.yaml'
import configFlags from './config-flags.workload.yaml'
import blackFriday from './black-friday.workload.yaml'
import coalescing from './coalescing.workload.yaml'
import queueKill from './queue-kill.workload.yaml'
import dirtyEvicted from './dirty-evicted.workload.yaml'
import hotKeyLru from './hot-key-lru.workload.yaml'
import ttlUnderReads from './ttl-under-reads.workload.yaml'

export const presets: readonly Experiment[] = frozen([
  bankBalances,
  likeCounter,
  auditLog,
  sessionActivity,
  configFlags,
  blackFriday,
  coalescing,
  queueKill,
  dirtyEvicted,
  hotKeyLru,
  ttlUnderReads,
])

export const presetNamed = (name: string): Experiment | undefined =>
  presets.find(({ workload }) => workload.workload === name)
