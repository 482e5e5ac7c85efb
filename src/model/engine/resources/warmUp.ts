/**
 * The warm-up: brings the keys of the guard `warm` into the cache when everything starts, while clients are at
 * work already.
 *
 * Each key is loaded once: a select, then a store under the rules of a fill. A key that somebody else has stored
 * in between is overwritten, unless the fill gives way to it.
 * Atomic: each of the requests. Left out: the order of the keys, a warm-up that is repeated.
 * Source: Caffeine `LoadingCache.getAll`; cache warm-up as practice describes it.
 */
import { offsetOf } from '../layout'
import type { Loader } from '../loader'
import type { Happening, OwnMover } from '../mover'
import { warmUp } from '../../protocols/warmUp'
import type { Scenario } from '../../scenario/scenario'
import type { Resource, Site } from './resource'

/** Names of the keys to load. */
export const warmedKeys = ({ guards }: Pick<Scenario, 'guards'>): readonly string[] => guards['warm']?.split('+') ?? []

class WarmUpMover implements OwnMover {
  readonly awaited = true
  readonly choices: number
  private readonly begun: number
  private readonly keyIndices: readonly number[]

  constructor(
    private readonly site: Site,
    private readonly loader: Loader,
  ) {
    this.keyIndices = warmedKeys(site.scenario).map((key) => site.ground.keyIndex(key))
    this.choices = this.keyIndices.length
    this.begun = offsetOf(site.memory, 'warmed')
  }

  word(choice: number): string {
    return `warm:${this.site.keys[this.keyIndices[choice]!]!}`
  }

  happening(choice: number): Happening {
    const { loader } = this
    return { type: 'load', loader: 'warm', key: this.site.keys[this.keyIndices[choice]!]!, took: () => loader.last! }
  }

  touches(choice: number) {
    return { key: this.keyIndices[choice]! }
  }

  move(choice: number): boolean {
    const { cells } = this.site.memory
    const key = this.keyIndices[choice]!
    if (!this.loader.isUnderWay(key) && cells[this.begun + key] === 1) return false
    if (this.loader.step(key) === null) return false
    cells[this.begun + key] = 1
    return true
  }
}

/** Cells: `warm` the node of each key's load, `warmed` 1 once it has begun. */
export const warmUpResource: Resource = {
  kinds: [],
  words: [
    {
      head: 'warm',
      of: 'key',
      verb: 'Warm up',
      short: 'Warm up',
      why: (_world, key) => `${key} has been loaded`,
    },
  ],
  reserve(layout, _keys, scenario) {
    if (warmedKeys(scenario).length === 0) return
    layout.reservePerKey('warm')
    layout.reservePerKey('warmed')
  },
  loader: (site) => (site.memory.offsets.has('warm') ? site.loaderOf('warm', 'warm-up', warmUp) : null),
  movers: (site) => site.loaders.filter(({ name }) => name === 'warm').map((loader) => new WarmUpMover(site, loader)),
}
