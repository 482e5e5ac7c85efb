/**
 * Time-outs: a lease token, or a writer's lock, runs out so long after it was given out, whoever holds it then. Nobody
 * tells the holder.
 */
import { ticksOf } from '../chance/distribution'
import type { Crew, Part } from './part'

type Word = 'timeout' | 'lock-timeout'

function runOut({ site }: Crew, cell: 'lease' | 'lock', lifetimeMs: number, word: Word): () => void {
  const { cells } = site.slots.memory
  const at = site.slots.offset(cell)
  const lifetime = ticksOf(lifetimeMs)
  /** By key, who was last seen to hold it, and how many have held it. */
  const holders = new Uint32Array(site.workload.keys)
  const counts = new Int32Array(site.workload.keys)
  const due = site.on((key, count) => {
    if (counts[key] !== count) return
    site.use(key)
    if (cells[at] === 0) return
    cells[at] = 0
    site.watch?.note(site.now, word, key, -1)
    site.changed(key, 'request', false)
  })
  site.onChange((key) => {
    const holder = cells[at]!
    if (holder === holders[key]) return
    holders[key] = holder
    counts[key] = (counts[key]! + 1) | 0
    if (holder !== 0) site.agenda.push(site.now + lifetime, due, key, counts[key])
  })
  return () => undefined
}

export const leaseTimeouts: Part = (crew) =>
  crew.site.slots.scenario.guards['lease-timeout'] === 'any'
    ? runOut(crew, 'lease', crew.site.workload.leaseMs, 'timeout')
    : null

export const lockTimeouts: Part = (crew) =>
  crew.site.slots.scenario.guards['lock-timeout'] === 'any'
    ? runOut(crew, 'lock', crew.site.workload.lockMs, 'lock-timeout')
    : null
