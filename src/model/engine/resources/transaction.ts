/**
 * An open transaction: an update that nobody else sees until the commit, and that a rollback undoes.
 *
 * The row is locked from the first update to the end. Another update of it waits, and continues on the row that is
 * committed by then (READ COMMITTED: the statement is worked out again). A select never waits: its own transaction's
 * update is there for it, nobody else's. An update outside a transaction waits for the lock too, and commits at once.
 * With `expected` it is refused where the committed row has another version, at once or when the wait is over. The
 * requests of `database.ts` know nothing of locks; a program asks either those or these.
 *
 * Atomic: each request; an update together with taking the lock; a commit together with releasing it. A commit or a
 * rollback ends the transaction and is about one row; who has changed several asks once for each, in one step.
 * Left out: the other isolation levels, deadlocks, savepoints, a row that is locked without being changed.
 * Source: PostgreSQL documentation, section 13.2.1 Read Committed; section 13.3.2 Row-Level Locks.
 */
import { nothing, type Bound, type Ground, type RequestKind } from '../kind'
import { CellOverflow, offsetOf } from '../layout'
import type { Request, Row } from '../program'
import { committer } from './database'
import type { Resource } from './resource'

/** Reply to an update: the row's next version, or nothing where it had not the expected one. */
export type Updated = { readonly updated: true; readonly version: number } | { readonly updated: false }

const REFUSED = 0

const refused: Updated = Object.freeze({ updated: false })

/** A key's row, its lock and what waits for the commit, with the asking client's transaction. */
class LockedRow {
  private readonly cells: Ground['memory']['cells']
  private readonly row: number
  private readonly holder: number
  private readonly pending: number
  private readonly open: number
  private readonly commitVersion: (version: number) => void

  constructor(
    private readonly ground: Ground,
    { key }: Request,
  ) {
    const at = ground.keyIndex(key)
    this.cells = ground.memory.cells
    this.row = offsetOf(ground.memory, 'database') + at
    this.holder = offsetOf(ground.memory, 'row-lock') + at
    this.pending = offsetOf(ground.memory, 'row-pending') + at
    this.open = offsetOf(ground.memory, 'transaction')
    this.commitVersion = committer(ground, key)
  }

  isFreeFor(client: number): boolean {
    return this.cells[this.holder] === 0 || this.isHeldBy(client)
  }

  isHeldBy(client: number): boolean {
    return this.cells[this.holder] === client + 1
  }

  /** The row as a client sees it. */
  versionFor(client: number): number {
    return this.cells[this.isHeldBy(client) ? this.pending : this.row]!
  }

  begin(client: number): void {
    this.cells[this.open + client] = 1
  }

  update(client: number, version: number): void {
    const { cells } = this
    if (version > this.ground.memory.max) throw new CellOverflow(this.ground.memory.width)
    if (cells[this.open + client] === 0) this.commitVersion(version)
    else {
      cells[this.holder] = client + 1
      cells[this.pending] = version
    }
  }

  /** Ends the client's transaction, with or without what it did to this row. */
  end(client: number, keeps: boolean): void {
    const { cells } = this
    cells[this.open + client] = 0
    if (!this.isHeldBy(client)) return
    if (keeps) this.commitVersion(cells[this.pending]!)
    cells[this.holder] = 0
    cells[this.pending] = 0
  }
}

/** A kind that tells nothing. */
const silent = (
  name: string,
  label: string,
  act: (row: LockedRow, client: number) => void,
  role?: 'commit',
): RequestKind => ({
  kind: `transaction.${name}`,
  label,
  resource: 'database',
  ...(role === undefined ? {} : { role }),
  bind(ground, request): Bound {
    const row = new LockedRow(ground, request)
    return {
      perform: (client) => {
        act(row, client)
        return 0
      },
    }
  },
  decode: () => nothing,
})

const select: RequestKind = {
  kind: 'transaction.select',
  label: 'SELECT',
  resource: 'database',
  role: 'select',
  bind(ground, request) {
    const row = new LockedRow(ground, request)
    return { perform: (client) => row.versionFor(client) }
  },
  decode: (code): Row => Object.freeze({ version: code }),
}

const update: RequestKind = {
  kind: 'transaction.update',
  label: 'UPDATE',
  resource: 'database',
  bind(ground, request) {
    const row = new LockedRow(ground, request)
    const isRefused = (client: number) => request.expected !== undefined && request.expected !== row.versionFor(client)
    return {
      ready: (client) => row.isFreeFor(client) || isRefused(client),
      perform: (client) => {
        if (isRefused(client)) return REFUSED
        const version = request.version ?? row.versionFor(client) + 1
        row.update(client, version)
        return version
      },
    }
  },
  decode: (code): Updated => (code === REFUSED ? refused : Object.freeze({ updated: true, version: code })),
}

/**
 * Cells: `row-lock` holder by key, as client index + 1, and `row-pending` the version that waits for the commit;
 * `transaction` 1 by client while it has one open.
 */
export const transactionResource: Resource = {
  kinds: [
    silent('begin', 'BEGIN', (row, client) => row.begin(client)),
    select,
    update,
    silent('commit', 'COMMIT', (row, client) => row.end(client, true), 'commit'),
    silent('rollback', 'ROLLBACK', (row, client) => row.end(client, false)),
  ],
  reserve(layout, keys, scenario) {
    if (scenario.guards['transaction'] === undefined) return
    layout.reservePerKey('row-lock')
    layout.namesClients('row-lock', keys.length)
    layout.reservePerKey('row-pending')
    layout.reservePerClient('transaction')
  },
}
