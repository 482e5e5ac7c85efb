/** Syncs of a write-ahead log that is synced late: each brings everything that was appended to the disk, all keys at once. */
import { synchroniser } from '../../engine/resources/writeAheadLog'
import { ticksOf } from '../chance/distribution'
import type { Part } from './part'

export const syncs: Part = ({ site }) => {
  const synced = site.slots.offset('synced')
  if (synced < 0) return null
  const { cells } = site.slots.memory
  const waiting = site.slots.offset('dirty')
  const sync = synchroniser(site.slots.memory, site.slots.scenario)
  const every = ticksOf(site.workload.flush.syncMs)
  const appended = new Set<number>()
  const due = site.on(() => {
    let isNew = false
    for (const key of appended) {
      site.use(key)
      if (sync(0)) isNew = true
    }
    appended.clear()
    if (isNew) site.watch?.note(site.now, 'sync', -1, -1)
  })
  site.onChange((key) => {
    if (cells[waiting] === 0 || cells[waiting] === cells[synced]) return
    if (appended.size === 0) site.agenda.push((Math.floor(site.now / every) + 1) * every, due, 0, 0)
    appended.add(key)
  })
  return () => undefined
}
