/**
 * The reloads of refresh-ahead. Periodic: every entry's reload comes round once in so long, for as long as operations
 * may come, and once more after that. With `soft-expiry` a read that finds the entry older than that gets it at once and
 * asks for the reload. Rounds of one key do not overlap.
 */
import { ASKED, SOFT } from '../../engine/resources/refresh'
import { reload } from '../../protocols/reload'
import { protocols } from '../../protocols'
import { ticksOf } from '../chance/distribution'
import { RELOAD } from '../run/actors'
import type { Crew, Part } from './part'

export const reloads: Part = (crew) => {
  const { site, loaders } = crew
  const { scenario } = site.slots
  if (protocols.read[scenario.protocol.read]?.refreshes !== true) return null
  const isUnderWay = new Uint8Array(site.workload.keys)
  const node = loaders.plan('reload', RELOAD, reload, (key) => {
    isUnderWay[key] = 0
  })
  const begin = (key: number): void => {
    isUnderWay[key] = 1
    site.tally.reloads++
    loaders.begin(RELOAD, node, key)
  }
  if (scenario.guards['soft-expiry'] === undefined) periodic(crew, isUnderWay, begin)
  else soft(crew, isUnderWay, begin)
  return () => undefined
}

function periodic({ site }: Crew, isUnderWay: Uint8Array, begin: (key: number) => void): void {
  const period = ticksOf(site.workload.refreshMs)
  const isPlanned = new Uint8Array(site.workload.keys)
  const plan = (key: number): void => {
    isPlanned[key] = 1
    site.agenda.push(site.now + period, due, key, 0)
  }
  const due = site.on((key) => {
    site.use(key)
    isPlanned[key] = 0
    if (site.cached === 0) return
    if (!site.isOver()) plan(key)
    if (isUnderWay[key] === 0) begin(key)
  })
  site.onChange((key) => {
    if (isPlanned[key] === 0 && site.cached > 0 && !site.isOver()) plan(key)
  })
}

function soft({ site, requests }: Crew, isUnderWay: Uint8Array, begin: (key: number) => void): void {
  const { cells } = site.slots.memory
  const at = site.slots.offset('soft')
  const lifetime = ticksOf(site.workload.refreshMs)
  const storedAt = new Float64Array(site.workload.keys)
  site.onChange((key, _cause, isStored) => {
    if (isStored) storedAt[key] = site.now
  })
  requests.hooks.looks = (key) => {
    if (site.cached === 0 || cells[at] !== 0 || isUnderWay[key] === 1 || site.now - storedAt[key]! < lifetime) return
    cells[at] = SOFT
    site.watch?.note(site.now, 'soft-expire', key, -1)
  }
  requests.hooks.looked = (key) => {
    if (cells[at] !== ASKED) return
    cells[at] = 0
    begin(key)
  }
}
