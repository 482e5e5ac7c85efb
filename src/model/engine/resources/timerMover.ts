/** The timers, as something that can step: `timer:T3` fires the oldest delete that T3 promised. */
import type { ClientMover } from '../client'
import type { Happening, OwnMover } from '../mover'
import type { Site } from './resource'
import { TimerQueue } from './timerQueue'

class TimerMover implements OwnMover {
  readonly awaited = true
  readonly choices = 1

  constructor(
    private readonly client: ClientMover,
    private readonly queue: TimerQueue,
    private readonly site: Site,
  ) {}

  word(): string {
    return `timer:${this.client.name}`
  }

  happening(): Happening {
    return { type: 'timer', key: this.site.keys[this.queue.keyIndex]!, client: this.client.name }
  }

  move(): boolean {
    if (this.queue.isEmpty || !this.isDue()) return false
    this.queue.fire()
    return true
  }

  /** A long delay outwaits every client that has selected an older version and not yet stored it. */
  private isDue(): boolean {
    const { scenario, clients } = this.site
    if (scenario.guards['delay'] !== 'longer-than-pauses') return true
    const { keyIndex, version } = this.queue
    return !clients.some(({ node }) => node?.held?.keyIndex === keyIndex && node.held.version < version)
  }
}

/** One timer for each client whose writes may defer work. */
export const timerMovers = (site: Site): readonly OwnMover[] =>
  site.clients
    .map((client) => ({
      client,
      queue: new TimerQueue(site.memory, site.scenario, client.index, site.ground, site.keys),
    }))
    .filter(({ queue }) => queue.exists)
    .map(({ client, queue }) => new TimerMover(client, queue, site))
