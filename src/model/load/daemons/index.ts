/** Everything that happens without being asked for, each in its own file, in the order in which it starts. */
import { crashes } from './crashes'
import { deferredDeletes } from './deferredDeletes'
import { flusher } from './flusher'
import { listener, replica } from './followers'
import type { Part } from './part'
import { reloads } from './reloads'
import { syncs } from './syncs'
import { leaseTimeouts, lockTimeouts } from './timeouts'
import { warmStart } from './warmStart'
import { warmUp } from './warmUp'
import { wideDeletes } from './wideDeletes'

const parts: readonly Part[] = [
  leaseTimeouts,
  lockTimeouts,
  replica,
  listener,
  deferredDeletes,
  wideDeletes,
  flusher,
  syncs,
  reloads,
  warmStart,
  warmUp,
  crashes,
]

/** What has to be started for this workload and strategy. */
export const daemons = (crew: Parameters<Part>[0]): readonly (() => void)[] => parts.flatMap((part) => part(crew) ?? [])
