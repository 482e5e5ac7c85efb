/** What a run ends with: what its tally says, and what is found in cache and database when nothing is left to be done. */
import { offsetOf } from '../../engine/layout'
import { protocols } from '../../protocols'
import type { Site } from './site'

/** Counts what stays as it is for ever. */
export function judgeEnd(site: Site): void {
  const { slots, tally, workload, strategy, entries, freshness } = site
  const { cells } = slots.memory
  const [cache, row, mark] = ['cache', 'database', 'marked'].map((name) => offsetOf(slots.memory, name))
  const isReloaded = strategy.guards['soft-expiry'] !== undefined
  const queues = protocols.write[strategy.protocol.write]?.queues === true
  let stale = 0
  for (let key = 0; key < workload.keys; key++) {
    slots.use(key)
    const present = cells[cache!]!
    const isMarked = mark! >= 0 && cells[mark!] !== 0
    if (present !== 0 && present !== cells[row!] && entries.staysForEver(key) && !isMarked && !isReloaded) stale++
    // What a queue has lost was counted when it was lost.
    if (!queues && freshness.newest[key]! > cells[row!]!) tally.lost(site.now, freshness.newest[key]! - cells[row!]!)
  }
  tally.staleEntries = stale
}
