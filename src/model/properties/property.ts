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

/** What whoever reads for ever sees: nothing stale, nothing stale in the end, or something stale again and again. */
export type Answer = 'never' | 'bounded' | 'for-ever'

export const answers: readonly Answer[] = ['never', 'bounded', 'for-ever']

/** Follows reads, and knows which of them were stale. */
export interface Observer {
  /** How often there was something that a read could have missed. */
  judged: number
  /** The last answered read was stale; whoever reads it sets it back. */
  sawStale: boolean
  readonly watcher: Watcher
}

/** What a property of runs without end asks of each step, besides being a property. */
export interface Endless {
  /** Reserves the cells of what is remembered. */
  reserve(layout: Layout, scenario: Scenario, keys: readonly string[]): void
  /** The model's whole memory may be read, so steps are not remembered by what they promise to touch. */
  bind(model: Model): Observer
}

export interface Property {
  readonly name: string
  /** What a verdict list calls it. */
  readonly title: string
  /** One sentence. */
  readonly says: string
  /** What it means that it is violated, after "N of M schedules": `end with a stale entry`. */
  readonly violatedSays: string
  /** Whether its monitor would have to remember more of a single run of this scenario than fits; never, if absent. */
  isTooLong?(scenario: Scenario): boolean
  /** Reserves the monitor's cells; absent for a property of worlds. */
  reserve?(layout: Layout, scenario: Scenario, keys: readonly string[]): void
  bind(model: Model): Judge
  /** What is missing for the property to say anything about these clients; one sentence, or null. */
  lacks?(workload: Pick<Scenario, 'clients' | 'composed'>): string | null
  /** Present where runs without end are judged: the property holds where nothing is stale for ever, and has an answer. */
  readonly endless?: Endless
}

/** Whether the property needs cells of its own. */
export const isOfHistories = (property: Property): boolean => property.reserve !== undefined
