/**
 * The database: one row a key, with a version that counts its commits. The system of record.
 *
 * Atomic: a select; an update with its commit, which returns the new version (`UPDATE ... SET version =
 * version + 1 ... RETURNING version`). Work that is deferred is scheduled in the same step, as a
 * transactional outbox would. Left out: transactions of several rows, isolation levels.
 * Source: PostgreSQL documentation, UPDATE ... RETURNING; section 13.2.1 Read Committed.
 */
import type { Bound, Ground, RequestKind } from '../kind'
import { nothing } from '../kind'
import { CellOverflow, offsetOf } from '../layout'
import { ask, type Database, type Request, type Row, type Stored } from '../program'
import { mayWrite, type Scenario } from '../../scenario/scenario'
import { counterOf } from './counts'
import { logAppender } from './logQueue'
import { rowNoter } from './pairs'
import type { Resource } from './resource'
import { scheduleTimer } from './timer'

export const UPDATE_IF_UNCHANGED = 'database.updateIfUnchanged'

const refused: Stored = Object.freeze({ stored: false })

/** Cells that a property may reserve to be told of every commit: one for each version above a key's first. */
export const FIRST_CELL = 'committed'

/** How many such cells a key has. */
export function committedCells(scenario: Scenario): number {
  const writes = scenario.clients.flatMap((client) => client.operations).filter(mayWrite).length
  const ahead = entriesOf(scenario).map(([key, version]) => version - (scenario.start.database[key] ?? 1))
  return writes * (scenario.repeat ?? 1) + Math.max(0, ...ahead)
}

/** The cached rows at the start, each with its version. */
const entriesOf = ({ start, composed }: Scenario) =>
  Object.entries(start.cache).filter(([key]) => composed?.[key] === undefined)

/** Returns what notes that a version of the key was committed; nothing where nobody asks. */
function commitNoter(ground: Ground, key: string): (version: number) => void {
  const first = offsetOf(ground.memory, FIRST_CELL)
  if (first < 0) return () => undefined
  const { cells } = ground.memory
  const start = ground.scenario.start.database[key] ?? 1
  const at = first + ground.keyIndex(key) * committedCells(ground.scenario) - start - 1
  return (version) => {
    if (version > start) cells[at + version]! |= 1
  }
}

/** Returns what commits a version of the key, and writes it into the log where somebody follows it. */
export function committer(ground: Ground, key: string): (version: number) => void {
  const { cells } = ground.memory
  const at = offsetOf(ground.memory, 'database') + ground.keyIndex(key)
  const note = commitNoter(ground, key)
  const append = logAppender(ground, key)
  const noteRow = rowNoter(ground, key)
  return (version) => {
    cells[at] = version
    note(version)
    append(version)
    noteRow(version)
  }
}

const rowOf = (ground: Ground, request: Request) => offsetOf(ground.memory, 'database') + ground.keyIndex(request.key)

const select: RequestKind = {
  kind: 'database.select',
  label: 'SELECT',
  resource: 'database',
  role: 'select',
  bind(ground, request): Bound {
    const { cells } = ground.memory
    const at = rowOf(ground, request)
    return { perform: () => cells[at]! }
  },
  decode: (code): Row => Object.freeze({ version: code }),
}

const update: RequestKind = {
  kind: 'database.update',
  label: 'UPDATE',
  resource: 'database',
  role: 'commit',
  makesVersion: true,
  bind(ground, request): Bound {
    const { cells, max, width } = ground.memory
    const at = rowOf(ground, request)
    const commit = committer(ground, request.key)
    const count = counterOf(ground, request)
    const schedule = request.later === undefined ? null : scheduleTimer(ground, request.key)
    return {
      perform: (client) => {
        const present = cells[at]!
        const version = present + 1
        if (version > max) throw new CellOverflow(width)
        count(version, present)
        commit(version)
        schedule?.(client, version)
        return version
      },
    }
  },
  decode: (code): Row => Object.freeze({ version: code }),
}

/** An update that is refused when the row has changed since it was read (`UPDATE ... WHERE version = ...`). */
const updateIfUnchanged: RequestKind = {
  ...update,
  kind: UPDATE_IF_UNCHANGED,
  label: 'UPDATE IF',
  bind(ground, request): Bound {
    const { cells } = ground.memory
    const at = rowOf(ground, request)
    const { perform } = update.bind(ground, request)
    return { perform: (client) => (cells[at] === request.expected ? perform(client) : 0) }
  },
  decode: (code): Row | Stored => (code === 0 ? refused : Object.freeze({ version: code })),
}

const put: RequestKind = {
  kind: 'database.put',
  label: 'PUT',
  resource: 'database',
  role: 'commit',
  bind(ground, request): Bound {
    const { cells } = ground.memory
    const at = rowOf(ground, request)
    const commit = committer(ground, request.key)
    const count = counterOf(ground, request)
    const schedule = request.later === undefined ? null : scheduleTimer(ground, request.key)
    return {
      perform: (client) => {
        const version = request.version ?? 0
        count(version, cells[at]!)
        commit(version)
        schedule?.(client, version)
        return 0
      },
    }
  },
  decode: () => nothing,
}

/** Cells: `database` version by key. */
export const databaseResource: Resource = {
  kinds: [select, update, updateIfUnchanged, put],
  reserve(layout) {
    layout.reservePerKey('database')
  },
  start(memory, keys, scenario) {
    const at = offsetOf(memory, 'database')
    keys.forEach((key, index) => {
      memory.cells[at + index] = scenario.start.database[key] ?? 1
    })
  },
}

export const database: Database = {
  select: (key) => ask<Row>({ kind: 'database.select', key }),
  update: (key, later) =>
    ask<Row>(later === undefined ? { kind: 'database.update', key } : { kind: 'database.update', key, later }),
  put: (key, { version }, later) =>
    ask({ kind: 'database.put', key, version, ...(later === undefined ? {} : { later }) }),
}
