/**
 * The least and the most that a complete run of a small scenario costs: read off the graph of its worlds, from the ends
 * back, so that runs need not be listed one by one. A run is complete where nothing more has to happen; one that goes on
 * from there, by a fault that need not come, is another run.
 */
import { compile, withCells } from '../engine/compile'
import { added, countsOf, noCounts, type Counts } from '../engine/cost'
import { enabled, isQuiet } from '../engine/enabled'
import { takeStep } from '../engine/events'
import type { CellWidth } from '../engine/layout'
import { offsetOf } from '../engine/layout'
import { isEndless, type Scenario } from '../scenario/scenario'
import { beyondBounds } from './bounds'

/** Each count by itself: one run may have the least of one and the most of another. */
export interface CostRange {
  readonly least: Counts
  readonly most: Counts
}

interface World {
  readonly words: Int32Array
  isQuiet: boolean
  readonly steps: { readonly to: number; readonly counts: Counts }[]
}

/** More worlds than this are not counted. */
export const WORLDS_MAX = 5000

/** The range, or null where there are more worlds, or runs without end. */
export const costRange = (scenario: Scenario, worldsMax = WORLDS_MAX): CostRange | null =>
  isEndless(scenario) || beyondBounds(scenario) !== null
    ? null
    : withCells((width) => rangeOf(worldsOf(scenario, worldsMax, width)))

function worldsOf(scenario: Scenario, worldsMax: number, width: CellWidth): readonly World[] | null {
  const model = compile(scenario, { width })
  const { words, cells } = model.memory
  const database = offsetOf(model.memory, 'database')
  const rows = () => cells.slice(database, database + model.keys.length)
  const worlds: World[] = []
  const known = new Map<string, number>()
  const indexOfMemory = (): number => {
    const name = words.join()
    const index = known.get(name) ?? worlds.push({ words: words.slice(), isQuiet: false, steps: [] }) - 1
    known.set(name, index)
    return index
  }
  model.reset()
  indexOfMemory()
  for (const world of worlds) {
    if (worlds.length > worldsMax) return null
    words.set(world.words)
    const actions = enabled(model)
    world.isQuiet = isQuiet(actions)
    for (const action of actions) {
      words.set(world.words)
      const before = rows()
      const event = takeStep(model, action, new Map())
      const written = rows().filter((version, key) => version !== before[key]).length
      world.steps.push({ to: indexOfMemory(), counts: countsOf(event, written) })
    }
  }
  return worlds
}

const names = Object.keys(noCounts) as readonly (keyof Counts)[]

const picked = (one: Counts, other: Counts, pick: (a: number, b: number) => number): Counts =>
  Object.fromEntries(names.map((name) => [name, pick(one[name], other[name])])) as unknown as Counts

const joined = (one: CostRange | null, other: CostRange): CostRange =>
  one === null
    ? other
    : { least: picked(one.least, other.least, Math.min), most: picked(one.most, other.most, Math.max) }

/** Works the ranges out from the ends back; null where runs go round in circles. */
function rangeOf(worlds: readonly World[] | null): CostRange | null {
  if (worlds === null) return null
  const ranges = new Map<number, CostRange>()
  const open = new Set<number>()
  const stack = [0]
  while (stack.length > 0) {
    const index = stack.at(-1)!
    const { steps, isQuiet: isEnd } = worlds[index]!
    const next = steps.filter(({ to }) => !ranges.has(to))
    if (!ranges.has(index) && next.length > 0) {
      if (open.has(index)) return null
      open.add(index)
      stack.push(...next.map(({ to }) => to))
      continue
    }
    stack.pop()
    if (ranges.has(index)) continue
    const ending: CostRange | null = isEnd ? { least: noCounts, most: noCounts } : null
    const range = steps.reduce<CostRange | null>((all, { to, counts }) => {
      const { least, most } = ranges.get(to)!
      return joined(all, { least: added(least, counts), most: added(most, counts) })
    }, ending)
    ranges.set(index, range!)
  }
  return ranges.get(0)!
}
