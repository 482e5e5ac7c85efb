/**
 * The requests of one client as what it does with them: reads and writes, and the pattern that each write follows. Requests
 * are taken together in the order in which a client asks them, whatever others do in between.
 */
import { quoted } from '../scenario/problem'
import type { Warning } from './diagram'
import type { Asked } from './events'

export interface DrawnDeed {
  readonly line: number
  readonly kind: 'read' | 'bypass' | 'write'
  readonly key: string
  /** Of a write, the pattern that its requests follow. */
  readonly pattern: string | null
  readonly requests: readonly Asked[]
}

/** Which requests of one key make which deed; the longest comes first. */
const shapes: readonly (readonly [requests: string, kind: DrawnDeed['kind'], pattern: string | null])[] = [
  ['get select set', 'read', null],
  ['update delete', 'write', 'write-invalidate'],
  ['delete update', 'write', 'delete-then-write'],
  ['update set', 'write', 'write-through'],
  ['set update', 'write', 'write-through-cache-first'],
  ['get select', 'read', null],
  ['get', 'read', null],
  ['select', 'bypass', null],
  ['update', 'write', 'write-around'],
]

const alone: Readonly<Record<string, string>> = {
  set: 'Nothing was selected or updated before this store, so it belongs to no read and no write. It is left out.',
  delete:
    'No update goes with this delete, so it belongs to no write. It is left out; evict the entry in the Lab instead.',
}

/** Deeds in the order of their first requests, and what belongs to none. */
export function deedsOf(requests: readonly Asked[]): {
  readonly deeds: readonly DrawnDeed[]
  readonly warnings: readonly Warning[]
} {
  const deeds: DrawnDeed[] = []
  const warnings: Warning[] = []
  for (let at = 0; at < requests.length;) {
    const first = requests[at]
    if (first === undefined) break
    const shape = shapes.find(([words]) => follows(requests.slice(at), words.split(' '), first.key))
    if (shape === undefined) {
      warnings.push({ line: first.line, message: alone[first.verb] ?? `${quoted(first.verb)} is left out.` })
      at += 1
      continue
    }
    const [words, kind, pattern] = shape
    const count = words.split(' ').length
    deeds.push({ line: first.line, kind, key: first.key, pattern, requests: requests.slice(at, at + count) })
    at += count
  }
  return { deeds, warnings }
}

const follows = (requests: readonly Asked[], words: readonly string[], key: string): boolean =>
  words.every((word, index) => requests[index]?.verb === word && requests[index].key === key)
