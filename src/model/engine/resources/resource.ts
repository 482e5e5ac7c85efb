/**
 * What a resource is: cells of the world, the requests that it answers, and the steps that it takes on
 * its own (a timer that fires, a queue that is flushed, a log that is followed).
 */
import type { Automata } from '../automaton'
import type { ClientMover } from '../client'
import type { Ground, RequestKind } from '../kind'
import type { Layout, Memory } from '../layout'
import type { OwnMover } from '../mover'
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
}

export interface Resource {
  readonly kinds: readonly RequestKind[]
  /** How its own steps are written in a schedule; absent where it takes none. */
  readonly words?: readonly WordForm[]
  /** Reserves the cells that this scenario needs; none where it does not use the resource. */
  reserve(layout: Layout, keys: readonly string[], scenario: Scenario): void
  /** Writes its part of the initial world; the memory is all zero before. */
  start?(memory: Memory, keys: readonly string[], scenario: Scenario): void
  /** What can step without being asked, in canonical order. */
  movers?(site: Site): readonly OwnMover[]
}
