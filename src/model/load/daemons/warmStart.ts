/** A cache that is warm at the start: every key's row is cached, or as many of the most popular ones as there is room for. */
import type { Part } from './part'

export const warmStart: Part = ({ site }) => {
  const { cache, keys } = site.workload
  if (!cache.isWarm) return null
  return () => {
    const { cells } = site.slots.memory
    const [entry, row] = [site.slots.offset('cache'), site.slots.offset('database')]
    // The most popular one comes last, so that it has been used most recently.
    for (let key = Math.min(keys, cache.capacity ?? keys) - 1; key >= 0; key--) {
      site.use(key)
      cells[entry] = cells[row]!
      site.changed(key, 'start', true)
    }
  }
}
