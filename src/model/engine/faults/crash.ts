/**
 * Crash: a named client stops once, before any of its steps, and never comes back. Its operation stays
 * pending: nobody hears the answer. Timers that it set still fire, a lease token that it holds stays
 * out. Under read-through the cache runs the reader's program, so a load that has begun goes on.
 *
 * Atomic: the stop. Left out: a client that comes back (that is another client).
 * Source: crash-stop failures (Cachin, Guerraoui, Rodrigues, "Reliable and Secure Distributed
 * Programming", section 2.2).
 */
import type { ClientMover } from '../client'
import { offsetOf, type Memory } from '../layout'
import type { Happening, OwnMover } from '../mover'
import type { Fault } from './fault'

class CrashMover implements OwnMover {
  readonly awaited = false
  readonly choices = 1
  /** Absent where a crash takes a stamp along, which lies with the key. */
  readonly touches?: () => { readonly client: number }

  constructor(
    readonly client: ClientMover,
    private readonly memory: Memory,
    private readonly at: number,
  ) {
    if (client.forget === null) this.touches = () => ({ client: client.index })
  }

  word(): string {
    return `crash:${this.client.name}`
  }

  happening(): Happening {
    return { type: 'crash', key: '', client: this.client.name }
  }

  move(): boolean {
    if (this.memory.cells[this.at] !== 0 || this.client.isFinished) return false
    this.client.stop()
    this.memory.cells[this.at] = 1
    return true
  }
}

/** Cells: `crash:<client>` 1 once it has happened. */
export const crash: Fault<'crash', readonly string[]> = {
  name: 'crash',
  absent: Object.freeze([]),
  form: { kind: 'clients' },
  word: {
    head: 'crash',
    of: 'client',
    verb: 'Crash',
    short: 'Crash',
    why: (world, name) =>
      world.clients[name]?.status === 'crashed' ? `${name} has crashed already` : `${name} is finished`,
  },
  searched: ({ faults }) => faults.crash.map((name) => `a crash of ${name}`),
  reserve(layout, scenario) {
    scenario.clients.forEach(({ name }, index) => {
      if (scenario.faults.crash.includes(name)) layout.reserveForClient(`crash:${name}`, index, 1)
    })
  },
  start() {
    // Nobody has crashed yet.
  },
  movers({ memory, scenario, clients }) {
    return clients
      .filter((client) => scenario.faults.crash.includes(client.name))
      .map((client) => {
        const at = offsetOf(memory, `crash:${client.name}`)
        client.isCrashed = () => memory.cells[at] === 1
        return new CrashMover(client, memory, at)
      })
  },
}
