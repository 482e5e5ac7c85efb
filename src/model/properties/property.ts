/**
 * What a property is: something claimed of every run.
 *
 * A property of worlds is judged where a world is quiet. A property of histories brings a monitor: a few
 * cells that become part of the world while it is checked, because worlds in which histories have
 * merged cannot be asked about the past.
 */
import type { Watcher } from '../engine/client'
import type { Model } from '../engine/compile'
import type { Layout } from '../engine/layout'
import type { Scenario } from '../scenario/scenario'

/** A property, bound to one compiled model. */
export interface Judge {
  /** How often there was something to judge. */
  judged: number
  /** The last answered step violated the property; whoever reads it sets it back. */
  broken: boolean
  /** Follows invocations and responses; null for a property of worlds. */
  readonly watcher: Watcher | null
  /** Whether the quiet world in memory violates the property. */
  violatedWhenQuiet(): boolean
}

export interface Property {
  readonly name: string
  /** What a verdict list calls it. */
  readonly title: string
  /** One sentence. */
  readonly says: string
  /** What it means that it is violated, after "N of M schedules": `end with a stale entry`. */
  readonly violatedSays: string
  /** Reserves the monitor's cells; absent for a property of worlds. */
  reserve?(layout: Layout, scenario: Scenario, keys: readonly string[]): void
  bind(model: Model): Judge
}

/** Whether the property needs cells of its own. */
export const isOfHistories = (property: Property): boolean => property.reserve !== undefined
