/**
 * Warm: these keys are loaded into the cache when everything starts, while clients are at work already.
 *
 * It changes no request of a client: the warm-up is a program of its own, whose store obeys the guards of a fill.
 * Source: cache warm-up as practice describes it.
 */
import type { Guard } from './guard'

export const warm: Guard = {
  name: 'warm',
  title: 'Warm-up',
  says: 'keys are loaded when everything starts',
  values: [],
  shape: { kind: 'keys' },
  lacks(_value, { guards }) {
    if (guards['lease'] !== undefined)
      return 'about loading keys that nobody has missed, and a lease is handed out for a miss. Use fill: add-if-absent instead of the lease.'
    if (guards['fill'] !== 'none') return null
    return 'about storing what was loaded, and "fill: none" stores nothing. Remove one of the two.'
  },
}
