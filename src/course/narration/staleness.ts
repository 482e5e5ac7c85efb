/**
 * Where the cache and the database stand to each other, and how that is said. Stale means older than
 * the newest version that the database has committed at that moment; ahead means that the database
 * has not got the cached version yet.
 */
import type { WorldView } from '../../model/engine/view'
import { commitOf } from './causes'
import type { Telling } from './telling'

export type Standing = 'absent' | 'fresh' | 'stale' | 'ahead'

/** How the cached entry of a key compares with the database. */
export function standingOf(world: WorldView, key: string): Standing {
  const cached = world.cache[key] ?? null
  if (cached === null) return 'absent'
  const committed = world.database[key] ?? 0
  if (cached === committed) return 'fresh'
  return cached < committed ? 'stale' : 'ahead'
}

/** The headline of a step that leaves the cache stale: `now` when it made it so, `still` when it was. */
export const disagreement = ({ step }: Telling, key: string): string =>
  standingOf(step.before, key) === 'stale'
    ? 'The cache still disagrees with the database.'
    : 'The cache now disagrees with the database.'

/**
 * The newest commit of a key before this step's end, as a clause: `T2 committed version 2 at step 3`.
 * `tense` is `committed` or `had committed`.
 */
export function newestCommit({ trace, step }: Telling, key: string, tense: string): string {
  const version = step.after.database[key] ?? 0
  const commit = commitOf(trace, key, version, step.number)
  if (commit?.event.type === 'flush') return `a flush ${tense} version ${version} at step ${commit.number}`
  if (commit?.event.type !== 'request') return `the database has had version ${version} from the start`
  return `${commit.event.client} ${tense} version ${version} at step ${commit.number}`
}

/** Says of a version that has just left the cache that it was stale; empty when it was not. */
export function mended(telling: Telling, key: string): string {
  const { step, trace } = telling
  if (standingOf(step.before, key) !== 'stale') return ''
  if (trace.scenario.composed?.[key] !== undefined) return ' It was older than its rows.'
  const version = step.before.database[key] ?? 0
  const commit = commitOf(trace, key, version, step.number)
  if (commit?.event.type !== 'request') return ` It was older than the database's version ${version}.`
  return ` It was older than version ${version}, which ${commit.event.client} committed at step ${commit.number}.`
}
