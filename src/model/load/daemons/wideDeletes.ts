/**
 * A delete of every entry at once: the engine takes the key's own, and here goes whatever else is cached, or has a token
 * out, since the last time. Atomic: all of it.
 */
import { invalidator } from '../../engine/resources/cache'
import type { Crew, Part } from './part'

/** Returns what takes every other key's entry along. */
export function takingAll({ site }: Crew): (key: number) => void {
  const invalidate = invalidator(site.slots.ground, 0)
  /** Keys about which something has changed since the last time. */
  let touched: number[] = []
  const isTouched = new Uint8Array(site.workload.keys)
  site.onChange((key) => {
    if (isTouched[key] === 1) return
    isTouched[key] = 1
    touched.push(key)
  })
  return (own) => {
    const others = touched
    touched = []
    for (const key of others) isTouched[key] = 0
    for (const key of others) {
      if (key === own) continue
      site.use(key)
      invalidate(0)
      site.changed(key, 'request', false)
      isTouched[key] = 0
    }
    touched = []
    site.use(own)
  }
}

export const wideDeletes: Part = (crew) => {
  if (crew.site.slots.scenario.guards['invalidate'] !== 'table') return null
  crew.requests.hooks.tookAll = takingAll(crew)
  return () => undefined
}
