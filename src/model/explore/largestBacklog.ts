/** The largest backlog of all worlds that a search has met: how many updates ever wait for the database at once. */
import { Backlog } from '../engine/resources/backlog'
import type { Fact } from './report'
import type { Search } from './search'

/** One fact where writes are queued, none where they are not. */
export function largestBacklog({ model, table, parts }: Search): readonly Fact[] {
  const backlog = new Backlog(model.memory, model.scenario)
  if (!backlog.exists) return []
  const keys = [...model.keys.keys()]
  // A key's part says how many of its updates wait, so each of its values is looked at once.
  const counts = keys.map((): number[] => [])
  let most = 0
  for (let world = 0; world < table.count; world++) {
    table.load(world)
    let isKnown = true
    for (const key of keys) isKnown &&= counts[key]![parts.ids[key]!] !== undefined
    if (!isKnown) {
      parts.unpack()
      for (const key of keys) counts[key]![parts.ids[key]!] = backlog.count(key)
    }
    let total = 0
    for (const key of keys) total += counts[key]![parts.ids[key]!]!
    most = Math.max(most, total)
  }
  return [{ what: 'largest backlog', count: most }]
}
