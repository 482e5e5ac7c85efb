/**
 * What a resource is: cells of the world, the requests that it answers, and the steps that it takes on
 * its own (a timer that fires, a queue that is flushed, a log that is followed).
 */
import type { Automata } from '../automaton'
import type { ClientMover } from '../client'
import type { Ground, RequestKind } from '../kind'
import type { Layout, Memory } from '../layout'
import type { Loader, LoaderName } from '../loader'
import type { OwnMover } from '../mover'
import type { ReadProtocol } from '../program'
import type { RequestFault } from '../requestFault'
import type { WordForm } from '../wordForm'
import type { Scenario } from '../../scenario/scenario'

/** Everything that a mover may reach, once the clients are there. */
export interface Site {
  readonly memory: Memory
  readonly scenario: Scenario
  readonly keys: readonly string[]
  readonly clients: readonly ClientMover[]
  readonly ground: Ground
  readonly automata: Automata
  /** What may become of requests in this scenario. */
  readonly requestFaults: readonly RequestFault[]
  /** Programs that no client runs, one for each resource that brings a loader. */
  readonly loaders: readonly Loader[]
}

/** What a resource makes its loader from. */
export interface LoaderSite extends Pick<Site, 'memory' | 'scenario'> {
  /** A loader that runs `body` under the guards of a reader's fills; its cells bear its name, its program the other one. */
  loaderOf(name: LoaderName, program: string, body: ReadProtocol): Loader
}

export interface Resource {
  readonly kinds: readonly RequestKind[]
  /** How its own steps are written in a schedule; absent where it takes none. */
  readonly words?: readonly WordForm[]
  /** Reserves the cells that this scenario needs; none where it does not use the resource. */
  reserve(layout: Layout, keys: readonly string[], scenario: Scenario): void
  /** Writes its part of the initial world; the memory is all zero before. */
  start?(memory: Memory, keys: readonly string[], scenario: Scenario): void
  /** The program that it runs on its own; null where this scenario has none. */
  loader?(site: LoaderSite): Loader | null
  /** What can step without being asked, in canonical order. */
  movers?(site: Site): readonly OwnMover[]
}
