/** Follows one property: a run is looked for when it violates it. */
import { offsetOf } from '../../engine/layout'
import type { Property } from '../../properties/property'
import type { Follower } from './follower'

const BROKEN = 'find:broken'

export const violationOf = (property: Property): Follower => ({
  reserve(layout, scenario, keys) {
    layout.reserveForWorld(BROKEN, 1)
    property.reserve?.(layout, scenario, keys)
  },
  bind(model) {
    const judge = property.bind(model)
    const { cells } = model.memory
    const at = offsetOf(model.memory, BROKEN)
    return {
      watcher: judge.watcher,
      begin() {
        judge.broken = false
      },
      note() {
        if (judge.broken) cells[at] = 1
        judge.broken = false
      },
      isMet: () => cells[at] === 1,
      isMetWhenQuiet: () => cells[at] === 1 || judge.violatedWhenQuiet(),
    }
  },
})
