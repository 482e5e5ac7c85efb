/**
 * What is left when the cache's process, or its whole machine, goes: the entries never, the queue where it is
 * kept somewhere else.
 *
 * A log on a disk and battery-backed memory survive the process and the power, and lie in a machine that is
 * lost with them; memory replicated to another machine survives both. A flush under way stops with the
 * process; from a queue that survives it begins anew, and writing a version twice changes nothing.
 *
 * Atomic: the loss. Left out: a replica that is behind, a disk that is moved to another machine.
 * Source: redis.io "Persistence" and "Replication"; Ousterhout et al., "The RAMCloud Storage System", 2015.
 */
import { offsetOf, type Memory } from '../layout'
import type { Scenario } from '../../scenario/scenario'
import { Backlog } from './backlog'
import { FLUSH_CELLS } from './flusher'
import { onLoss } from './stamp'

/** What goes at once. */
export type Loss = 'process' | 'machine'

/** What each kind of queue survives; a plain one lives in memory. */
const survived: Readonly<Record<string, readonly Loss[]>> = {
  durable: ['process'],
  battery: ['process'],
  replicated: ['process', 'machine'],
}

/** Cells by key that are in the cache's own memory, whatever the queue is made of. */
const inMemory = ['cache', 'lease', 'lock', 'tombstone', 'marked', 'marker', 'soft', 'no-row']

/** Returns what a loss does to the memory of the cache. */
export function loser(memory: Memory, scenario: Scenario, keyCount: number, loss: Loss): () => void {
  const { cells } = memory
  const lost = inMemory.filter((name) => memory.offsets.has(name)).map((name) => offsetOf(memory, name))
  const restamp = onLoss(memory, scenario)
  const backlog = new Backlog(memory, scenario)
  const flush = offsetOf(memory, 'flush')
  const leave = queueAfter(memory, scenario, keyCount, backlog, loss)
  return () => {
    for (const at of lost) cells.fill(0, at, at + keyCount)
    if (restamp !== null) for (let key = 0; key < keyCount; key++) restamp(key)
    if (flush >= 0) cells.fill(0, flush, flush + FLUSH_CELLS)
    leave()
  }
}

/** What becomes of the queue: it stays, comes back from the log, or is gone. */
function queueAfter(memory: Memory, { guards }: Scenario, keyCount: number, backlog: Backlog, loss: Loss): () => void {
  const isKept = survived[guards['queue'] ?? 'memory']?.includes(loss) === true
  if (!backlog.exists || isKept) return () => undefined
  const { cells } = memory
  const synced = offsetOf(memory, 'synced')
  const cache = offsetOf(memory, 'cache')
  const hasLog = guards['write-ahead-log'] !== undefined && loss === 'process'
  return () => {
    for (let key = 0; key < keyCount; key++) {
      const onDisk = synced >= 0 ? cells[synced + key]! : backlog.newest(key)
      backlog.keep(key, hasLog ? onDisk : 0)
      if (hasLog) cells[cache + key] = backlog.newest(key)
      else if (synced >= 0) cells[synced + key] = 0
    }
  }
}
