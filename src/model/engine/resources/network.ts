/**
 * The network, as far as it keeps anything: requests to the cache that timed out and are still under way.
 *
 * A late request is a store or a delete with everything it had when it was sent: its version, what it
 * expects, its lease token. It arrives in a step of its own, at any time, also when its client is long
 * gone; requests of one client may overtake each other, because each had a connection of its own. That
 * they arrive is certain; that a request gets lost is another fault.
 *
 * Atomic: the arrival, which is what the request would have been. Left out: a request that arrives twice.
 * Source: TCP keeps order within one connection only (RFC 9293).
 */
import type { Automata, Node } from '../automaton'
import type { Ground } from '../kind'
import { CellOverflow, offsetOf } from '../layout'
import { lateMovers } from './networkMover'
import type { Resource } from './resource'

/** Cells of one late request: the id of a node that asks the same, and what has become of its token. */
export const CELLS = 2

/** What the second cell says; a live token is DEAD and then the key's number from 1. */
const NO_TOKEN = 0
export const DEAD = 1

/** Cells: `late:<client index>` late requests in the order in which they were sent, empty ones 0. */
export const network: Resource = {
  kinds: [],
  words: [
    {
      head: 'late',
      of: 'client',
      isNumbered: true,
      verb: 'Deliver the late request of',
      short: 'Late request',
      why: (_world, name) => `no late request of ${name} is under way`,
    },
  ],
  reserve(layout, _keys, scenario) {
    const count = scenario.faults['late-request']
    if (count > 0)
      scenario.clients.forEach((_, index) => layout.reserveForClient(lateCells(index), index, CELLS * count))
  },
  movers: lateMovers,
}

export const lateCells = (client: number): string => `late:${client}`

/** Returns what puts a request of a client among those that are still under way. */
export const leaver =
  (ground: Ground, automata: Automata) =>
  (client: number, node: Node): void => {
    const { cells, max, width } = ground.memory
    let at = offsetOf(ground.memory, lateCells(client))
    while (cells[at] !== 0) at += CELLS
    const id = automata.alike(node)
    if (id > max) throw new CellOverflow(width)
    cells[at] = id
    cells[at + 1] = node.kind.needsToken === true ? DEAD + 1 + ground.keyIndex(node.request.key) : NO_TOKEN
  }

/**
 * Returns what a new token of a key does to its holder's late requests: those that were sent with an older
 * one are refused from now on, though the holder is the same.
 */
export function voidOlderTokens(ground: Ground, keyIndex: number): (client: number) => void {
  const { memory, scenario } = ground
  const count = CELLS * scenario.faults['late-request']
  if (count === 0) return () => undefined
  return (client) => {
    const start = offsetOf(memory, lateCells(client))
    for (let at = start + 1; at < start + count; at += CELLS)
      if (memory.cells[at] === DEAD + 1 + keyIndex) memory.cells[at] = DEAD
  }
}
