/** What the judge of a property says after each step of a run. */
import { compile, withCells } from '../../engine/compile'
import { actionNamed, isQuietNow } from '../../engine/enabled'
import type { Property } from '../../properties/property'
import type { Trace } from '../../engine/trace'

/**
 * `violated` for good, or because the run may end here; `open` while something is under way and the run would violate it
 * if it ended here; `holds` so far otherwise.
 */
export type Standing = 'holds' | 'open' | 'violated'

/** The standing after each step, the start first. */
export const standingsAlong = (property: Property, { scenario, steps }: Trace): readonly Standing[] =>
  withCells((width) => {
    const model = compile(scenario, {
      width,
      reserve: (layout, keys) => property.reserve?.(layout, scenario, keys),
    })
    const judge = property.bind(model)
    model.reset()
    let isBroken = false
    const standing = (): Standing => {
      isBroken ||= judge.broken
      if (isBroken) return 'violated'
      if (!judge.violatedWhenQuiet()) return 'holds'
      return isQuietNow(model) ? 'violated' : 'open'
    }
    const standings = [standing()]
    for (const { word } of steps) {
      const action = actionNamed(model, word)!
      // Looking for what is enabled takes steps, too; the monitor hears of the one that is taken.
      for (const client of model.clients) client.watcher = judge.watcher
      action.mover.move(action.choice)
      for (const client of model.clients) client.watcher = null
      standings.push(standing())
    }
    return standings
  })
