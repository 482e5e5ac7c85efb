/**
 * What a search over runs looks for: something that follows a run in a few cells of the world, and says when the run is
 * one that is looked for. Because those cells are part of the world, pasts that matter are never merged.
 */
import type { Watcher } from '../../engine/client'
import type { Model } from '../../engine/compile'
import type { Cells, Layout } from '../../engine/layout'
import type { StepEvent } from '../../engine/trace'
import type { Scenario } from '../../scenario/scenario'

export interface Follower {
  reserve(layout: Layout, scenario: Scenario, keys: readonly string[]): void
  bind(model: Model): Following
}

/** A follower, bound to one compiled model. */
export interface Following {
  /** Told of invocations and responses inside a step, before `note` is. */
  readonly watcher: Watcher | null
  /** The world in memory is the start. */
  begin(): void
  /** A step was taken; `before` are the cells of the world in which it was. */
  note(event: StepEvent, before: Cells): void
  /** The run is one that is looked for, however it goes on. */
  isMet(): boolean
  /** The run is one that is looked for, if it ends in the quiet world in memory. */
  isMetWhenQuiet(): boolean
}

/** Passes everything on to several watchers. */
export function watchedBy(watchers: readonly Watcher[]): Watcher | null {
  if (watchers.length === 0) return null
  return {
    invoked: (...told) => watchers.forEach((watcher) => watcher.invoked(...told)),
    responded: (...told) => watchers.forEach((watcher) => watcher.responded(...told)),
    failed: (...told) => watchers.forEach((watcher) => watcher.failed?.(...told)),
    together: (...told) => watchers.forEach((watcher) => watcher.together?.(...told)),
  }
}
