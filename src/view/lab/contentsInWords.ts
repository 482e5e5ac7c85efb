/** What the picture shows as bands, for those who do not see it: what both hold at the playhead. */
import { standingOf } from '../../course/narration'
import { worldAt, type Trace } from '../../model/engine/trace'
import type { WorldView } from '../../model/engine/view'
import { protocols } from '../../model/protocols'
import { hasListener, readsReplica } from '../../model/scenario/followers'
import { keysOf } from '../../model/scenario/scenario'

/** What the listener has still to take. */
function waitingIn({ log }: WorldView): string {
  const waiting = (log?.waiting ?? []).map(({ key, version }) => `${key} version ${version}`)
  return waiting.length === 0 ? 'nothing waits' : waiting.join('; ')
}

/** More keys than anybody would listen to. */
const KEYS_MAX = 12

/** `Cache: x version 1, stale. Database: x version 2.`; several keys are separated by semicolons. */
export function contentsInWords(trace: Trace, playhead: number): string {
  const world = worldAt(trace, playhead)
  const all = keysOf(trace.scenario)
  const keys = all.slice(0, KEYS_MAX)
  const more = all.length > keys.length ? ` The other ${all.length - keys.length} keys are not listed.` : ''
  const held = (version: number | null = null) => (version === null ? 'absent' : `version ${version}`)
  const cached = keys.map((key) => {
    const standing = standingOf(world, key)
    const isMarked = world.marked[key] === true
    const remark = isMarked ? ', marked stale' : standing === 'stale' || standing === 'ahead' ? `, ${standing}` : ''
    const grave = standing === 'absent' ? (world.tombstone[key] ?? null) : null
    const marker = world.marker[key] === true ? ', remote marker' : ''
    return `${key} ${held(world.cache[key])}${remark}${grave === null ? '' : `, tombstone of version ${grave}`}${marker}`
  })
  const stored = keys.map((key) => `${key} ${held(world.database[key])}`)
  const waiting = keys.map((key) => `${key} ${held(world.queue[key])}`)
  const queue = protocols.write[trace.scenario.protocol.write]?.queues ? ` Queue: ${waiting.join('; ')}.` : ''
  const log = hasListener(trace.scenario) ? ` Log: ${waitingIn(world)}.` : ''
  const copies = keys.map((key) => `${key} ${held(world.replica[key])}`)
  const replica = readsReplica(trace.scenario) ? ` Replica: ${copies.join('; ')}.` : ''
  return `Cache: ${cached.join('; ')}.${queue}${log}${replica} Database: ${stored.join('; ')}.${more}`
}
