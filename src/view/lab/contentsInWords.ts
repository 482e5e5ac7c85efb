/** What the picture shows as bands, for those who do not see it: what both hold at the playhead. */
import { standingOf } from '../../course/narration'
import { worldAt, type Trace } from '../../model/engine/trace'
import { keysOf } from '../../model/scenario/scenario'

/** `Cache: x version 1, stale. Database: x version 2.`; several keys are separated by semicolons. */
export function contentsInWords(trace: Trace, playhead: number): string {
  const world = worldAt(trace, playhead)
  const keys = keysOf(trace.scenario)
  const held = (version: number | null = null) => (version === null ? 'absent' : `version ${version}`)
  const cached = keys.map((key) => {
    const standing = standingOf(world, key)
    const remark = standing === 'stale' || standing === 'ahead' ? `, ${standing}` : ''
    return `${key} ${held(world.cache[key])}${remark}`
  })
  const stored = keys.map((key) => `${key} ${held(world.database[key])}`)
  return `Cache: ${cached.join('; ')}. Database: ${stored.join('; ')}.`
}
