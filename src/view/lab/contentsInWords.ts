/** What the picture shows as bands, for those who do not see it: what both hold at the playhead. */
import { standingOf } from '../../course/narration'
import { worldAt, type Trace } from '../../model/engine/trace'
import { protocols } from '../../model/protocols'
import { keysOf } from '../../model/scenario/scenario'

/** `Cache: x version 1, stale. Database: x version 2.`; several keys are separated by semicolons. */
export function contentsInWords(trace: Trace, playhead: number): string {
  const world = worldAt(trace, playhead)
  const keys = keysOf(trace.scenario)
  const held = (version: number | null = null) => (version === null ? 'absent' : `version ${version}`)
  const cached = keys.map((key) => {
    const standing = standingOf(world, key)
    const remark = standing === 'stale' || standing === 'ahead' ? `, ${standing}` : ''
    const grave = standing === 'absent' ? (world.tombstone[key] ?? null) : null
    return `${key} ${held(world.cache[key])}${remark}${grave === null ? '' : `, tombstone of version ${grave}`}`
  })
  const stored = keys.map((key) => `${key} ${held(world.database[key])}`)
  const waiting = keys.map((key) => `${key} ${held(world.queue[key])}`)
  const queue = protocols.write[trace.scenario.protocol.write]?.queues ? ` Queue: ${waiting.join('; ')}.` : ''
  return `Cache: ${cached.join('; ')}.${queue} Database: ${stored.join('; ')}.`
}
