/** The timer of one client, as something that can step: `timer:T3` fires the oldest delete that T3 promised. */
import type { ClientMover } from './client'
import type { Mover } from './mover'
import type { TimerQueue } from './resources/timer'

export class TimerMover implements Mover {
  readonly awaited = true
  readonly choices = 1

  constructor(
    readonly client: ClientMover,
    readonly queue: TimerQueue,
    private readonly everybody: readonly ClientMover[],
    /** Whether it outwaits every pause. */
    private readonly isLong: boolean,
  ) {}

  word(): string {
    return `timer:${this.client.name}`
  }

  move(): boolean {
    if (this.queue.isEmpty) return false
    if (this.isLong && this.everybody.some((client) => this.isHeldBy(client))) return false
    this.queue.fire()
    return true
  }

  /** Whether the client has selected an older version of the key and not yet stored it. */
  private isHeldBy(client: ClientMover): boolean {
    const held = client.node?.held
    if (!held) return false
    return held.keyIndex === this.queue.keyIndex && held.version < this.queue.version
  }
}
