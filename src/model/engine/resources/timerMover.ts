/**
 * The timers, as something that can step: `timer:T3` fires the oldest delete that T3 promised;
 * `timer:T3!lost` fires it too, but the delete never reaches the cache.
 */
import type { ClientMover } from '../client'
import { offsetOf } from '../layout'
import type { Happening, OwnMover } from '../mover'
import type { RequestFault } from '../requestFault'
import type { Site } from './resource'
import { TimerQueue } from './timerQueue'

class TimerMover implements OwnMover {
  readonly awaited = true
  readonly choices: number
  private readonly faults: readonly RequestFault[]

  constructor(
    private readonly client: ClientMover,
    private readonly queue: TimerQueue,
    private readonly site: Site,
  ) {
    // A delete that is late is a timer that fires later.
    this.faults = site.requestFaults.filter(({ fate, roles }) => fate === 'lost' && roles.includes('delete'))
    this.choices = 1 + this.faults.length
  }

  word(choice: number): string {
    const fault = this.faults[choice - 1]
    return `timer:${this.client.name}${fault ? `!${fault.mark}` : ''}`
  }

  happening(choice: number): Happening {
    const fault = this.faults[choice - 1]
    const key = this.site.keys[this.queue.keyIndex]!
    return { type: 'timer', key, client: this.client.name, ...(fault && { fault: fault.fate }) }
  }

  move(choice: number): boolean {
    if (this.queue.isEmpty || !this.isDue()) return false
    const fault = this.faults[choice - 1]
    if (fault) return fault.spend() && this.queue.drop()
    this.queue.fire()
    return true
  }

  /** A long delay outwaits the replica, and everybody who has selected an older version and not yet stored it. */
  private isDue(): boolean {
    const { scenario, clients, loaders, memory } = this.site
    if (scenario.guards['delay'] !== 'longer-than-pauses') return true
    const { keyIndex, version } = this.queue
    const replica = offsetOf(memory, 'replica')
    if (replica >= 0 && memory.cells[replica + keyIndex]! < version) return false
    const held = [...clients.map(({ node }) => node?.held ?? []), ...loaders.map((loader) => loader.held(keyIndex))]
    return !held.flat().some((each) => each.keyIndex === keyIndex && each.version < version)
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
