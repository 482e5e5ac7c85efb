/** What the picture shows as bands, for those who do not see it: what both hold at the playhead. */
import { standingOf } from '../../course/narration'
import { apart } from '../../model/engine/together'
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
  const { composed = {} } = trace.scenario
  const rows = keys.filter((key) => composed[key] === undefined)
  const held = (version: number | null = null) => (version === null ? 'absent' : `version ${version}`)
  const entry = (key: string, version: number | null = null) => {
    const parts = composed[key]
    if (version === null || parts === undefined) return version === 0 ? 'cached as missing' : held(version)
    const versions = apart(version)
    return `with ${parts.map((part, index) => `${part} version ${versions[index] ?? 0}`).join(' and ')}`
  }
  const worth = (key: string, lane: 'cache' | 'queue' | 'database') => {
    const count = world.counts[key]?.[lane] ?? null
    return count === null ? '' : `, counts ${count}`
  }
  const cached = keys.map((key) => {
    const standing = standingOf(world, key)
    const isMarked = world.marked[key] === true
    const remark = isMarked ? ', marked stale' : standing === 'stale' || standing === 'ahead' ? `, ${standing}` : ''
    const grave = standing === 'absent' ? (world.tombstone[key] ?? null) : null
    const marker = world.marker[key] === true ? ', remote marker' : ''
    return `${key} ${entry(key, world.cache[key])}${worth(key, 'cache')}${remark}${grave === null ? '' : `, tombstone of version ${grave}`}${marker}`
  })
  const stored = rows.map((key) => `${key} ${held(world.database[key] || null)}${worth(key, 'database')}`)
  const waiting = rows.map((key) => `${key} ${held(world.queue[key])}${worth(key, 'queue')}`)
  const queue = protocols.write[trace.scenario.protocol.write]?.queues ? ` Queue: ${waiting.join('; ')}.` : ''
  const log = hasListener(trace.scenario) ? ` Log: ${waitingIn(world)}.` : ''
  const copies = rows.map((key) => `${key} ${held(world.replica[key])}`)
  const replica = readsReplica(trace.scenario) ? ` Replica: ${copies.join('; ')}.` : ''
  return `Cache: ${cached.join('; ')}.${queue}${log}${replica} Database: ${stored.join('; ')}.${more}`
}
