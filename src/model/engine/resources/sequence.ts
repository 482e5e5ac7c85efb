/**
 * A sequence of the database that hands out version numbers in a statement of its own, before the row is written.
 *
 * No lock holds a number and its commit together, so that of two writers the one with the higher number may commit
 * first, and the row ends with the lower one. A number whose writer never commits is burnt.
 * Atomic: taking the next number. Left out: one sequence for several keys, which changes the numbers and not their
 * order; a number that is taken inside the UPDATE, which the row's lock keeps in order.
 * Source: PostgreSQL documentation, "Sequence Manipulation Functions" (nextval is never rolled back).
 */
import type { RequestKind } from '../kind'
import { CellOverflow, offsetOf } from '../layout'
import { ask, type Key, type Row } from '../program'
import type { Resource } from './resource'

const next: RequestKind = {
  kind: 'database.nextval',
  label: 'NEXTVAL',
  resource: 'database',
  bind(ground, request) {
    const { cells, max, width } = ground.memory
    const at = offsetOf(ground.memory, 'sequence') + ground.keyIndex(request.key)
    return {
      perform: () => {
        const version = cells[at]! + 1
        if (version > max) throw new CellOverflow(width)
        cells[at] = version
        return version
      },
    }
  },
  decode: (code): Row => Object.freeze({ version: code }),
}

/** Cells: `sequence` the last number given out, by key. */
export const sequenceResource: Resource = {
  kinds: [next],
  reserve(layout, _keys, scenario) {
    if (scenario.guards['versions'] === 'separate-sequence') layout.reservePerKey('sequence')
  },
  start(memory, keys, scenario) {
    const at = offsetOf(memory, 'sequence')
    if (at < 0) return
    keys.forEach((key, index) => {
      memory.cells[at + index] = scenario.start.database[key] ?? 1
    })
  },
}

export const nextNumber = (key: Key) => ask<Row>({ kind: 'database.nextval', key })
