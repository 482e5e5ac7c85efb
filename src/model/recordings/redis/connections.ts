/**
 * What Redis remembers of each connection: the keys it watches, and the commands that wait for its EXEC.
 *
 * A watched key counts as changed by every store, also of the same text, by a deadline that is set, by expiry and by a
 * delete that removed something; the delete of a key that is not there changes nothing, so that a miss cannot be
 * watched. Watching a key again forgets nothing. One process is one connection.
 * Source: redis.io "Transactions"; observed on redis 7.0.
 */
import type { Call } from '../call'
import type { Redis } from './redis'

export interface Connection {
  /** How often each watched key had changed when it was first watched. */
  readonly watched: Map<string, number>
  /** What waits for EXEC; null outside a transaction. */
  queued: Call<Redis>[] | null
}

export class Connections {
  private readonly connections = new Map<string, Connection>()

  of(process: string): Connection {
    const known = this.connections.get(process) ?? { watched: new Map<string, number>(), queued: null }
    this.connections.set(process, known)
    return known
  }

  /** The process is gone, and with it whatever was under way. */
  close(process: string): void {
    this.connections.delete(process)
  }
}
