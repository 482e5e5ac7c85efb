/** What a daemon is made from. */
import type { Draws } from '../run/draws'
import type { Loaders } from '../run/loaders'
import type { Operations } from '../run/operations'
import type { Requests } from '../run/requests'
import type { Site } from '../run/site'

export interface Crew {
  readonly site: Site
  readonly requests: Requests
  readonly draws: Draws
  readonly loaders: Loaders
  readonly operations: Operations
}

/** Joins a run where it has something to do there, and returns what starts it; null where it has not. */
export type Part = (crew: Crew) => (() => void) | null
