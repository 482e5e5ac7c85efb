/**
 * What clients see of a run, and brute force over it: the definitions of the properties of histories,
 * written down once more without any monitor, by comparing every pair or trying every order.
 */
import { together } from '../engine/together'
import type { Trace } from '../engine/trace'
import type { Deed } from '../scenario/scenario'

/** One operation on one row, from its first answered request to its last. */
export interface Seen {
  readonly client: string
  readonly role: 'read' | 'write'
  readonly key: string
  /** The step of the first request, from 1. */
  readonly invoked: number
  /** The step of the last one; null while pending, and for ever when nobody hears the answer. */
  responded: number | null
  version: number | null
}

export type History = readonly Seen[]

/** Every operation that has begun, in the order of invocation; one on two rows stands here twice. */
export function historyOf(trace: Trace): History {
  const history: Seen[] = []
  const open = new Map<string, readonly Seen[]>()
  for (const { number, event } of trace.steps) {
    if (event.type !== 'request') continue
    const { client, deed } = event
    if (event.begins) {
      const role = deed.kind === 'read' || deed.kind === 'bypass' ? 'read' : 'write'
      const begun = rowsOfDeed(trace, deed).map((key): Seen => ({
        client,
        role,
        key,
        invoked: number,
        responded: null,
        version: null,
      }))
      open.set(client, begun)
      history.push(...begun)
    }
    if (!event.ends || event.result === null) continue
    for (const [index, seen] of open.get(client)!.entries()) {
      seen.responded = number
      seen.version = open.get(client)!.length === 1 ? event.result : versionsIn(event.result)[index]!
    }
  }
  return history
}

/** The rows that an operation is about: its keys, or what a composed value is made of. */
const rowsOfDeed = ({ scenario }: Trace, deed: Deed): readonly string[] =>
  deed.kind === 'transfer' ? [deed.key, deed.other] : (scenario.composed?.[deed.key] ?? [deed.key])

/** The two versions that one number stands for, by trying. */
function versionsIn(number: number): readonly [number, number] {
  for (let first = 0; ; first++)
    for (let second = 0; second <= number; second++) if (together(first, second) === number) return [first, second]
}

const isBefore = (first: Seen, second: Seen) => first.responded !== null && first.responded < second.invoked

/** No client reads a key older than it has read it before. */
export const isInOrder = (history: History): boolean =>
  history.every((later) =>
    history.every(
      (earlier) =>
        earlier.client !== later.client ||
        earlier.key !== later.key ||
        earlier.role !== 'read' ||
        later.role !== 'read' ||
        !isBefore(earlier, later) ||
        later.version === null ||
        earlier.version! <= later.version,
    ),
  )

/** No client reads a key older than it was told that it wrote it. */
export const readsItsWrites = (history: History): boolean =>
  history.every(
    (read) =>
      read.role !== 'read' ||
      read.version === null ||
      history.every(
        (write) =>
          write.client !== read.client ||
          write.key !== read.key ||
          write.role !== 'write' ||
          !isBefore(write, read) ||
          write.version! <= read.version!,
      ),
  )

/** A read returns at least every version acknowledged or returned before it began. */
export const isLinearizable = (history: History): boolean =>
  history.every(
    (read) =>
      read.role !== 'read' ||
      read.version === null ||
      history.every((known) => known.key !== read.key || !isBefore(known, read) || known.version! <= read.version!),
  )

/**
 * Herlihy and Wing's definition, by trying every order: some order of the completed operations and of any
 * pending writes agrees with real time and with a register whose writes count its versions.
 */
export function hasLinearOrder(history: History, start: Readonly<Record<string, number>>): boolean {
  const keys = new Set(history.map((seen) => seen.key))
  return [...keys].every((key) =>
    canFinish(
      history.filter((seen) => seen.key === key && (seen.role === 'write' || seen.responded !== null)),
      start[key] ?? 1,
    ),
  )
}

function canFinish(rest: History, version: number): boolean {
  if (rest.every((seen) => seen.responded === null)) return true
  return rest.some((next) => {
    if (rest.some((other) => other !== next && isBefore(other, next))) return false
    const after = next.role === 'write' ? version + 1 : version
    if (next.version !== null && next.version !== after) return false
    return canFinish(
      rest.filter((seen) => seen !== next),
      after,
    )
  })
}

/** The newest version that the writers of a key were told, by key. */
export function acknowledged(history: History): ReadonlyMap<string, number> {
  const newest = new Map<string, number>()
  for (const { role, key, version } of history)
    if (role === 'write' && version !== null) newest.set(key, Math.max(newest.get(key) ?? 0, version))
  return newest
}
