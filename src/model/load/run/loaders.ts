/**
 * Programs that no client runs, in rounds: the reload of an entry, and the warm-up. A round is an actor that nobody
 * waits for; the cache runs it, and it obeys the guards of a reader's fills.
 */
import { guarded } from '../../guards'
import type { ReadProtocol } from '../../engine/program'
import { resourcesOf } from '../../engine/resources'
import { KEY } from '../plan/onePlace'
import type { PlanNode, Plans } from '../plan/plan'
import { ALIVE } from './actors'
import { ROUNDS_FROM } from './draws'
import type { Requests } from './requests'
import type { Site } from './site'

export class Loaders {
  /** Told that a round of a key is over. */
  private readonly ends: ((key: number) => void)[] = []
  private rounds = 0

  constructor(
    private readonly site: Site,
    private readonly requests: Requests,
    private readonly plans: Plans,
  ) {}

  /** Plans a loader's program; `ended` is told of the end of each round. */
  plan(name: string, role: number, body: ReadProtocol, ended: (key: number) => void): PlanNode {
    const { scenario } = this.site.slots
    const resources = resourcesOf(scenario)
    this.ends[role] = ended
    return this.plans.begin({
      ...{ role: 'read', deed: { kind: 'read', key: KEY }, key: KEY, rows: [KEY], cacheLoads: false },
      name,
      start: () => body(guarded(resources, scenario.guards, 'read'), KEY),
    })
  }

  begin(role: number, node: PlanNode, key: number): void {
    const { actors, agenda } = this.site
    const actor = actors.take()
    actors.role[actor] = role
    actors.key[actor] = key
    actors.serial[actor] = ROUNDS_FROM + this.rounds
    actors.draw[actor] = ROUNDS_FROM + this.rounds++
    actors.draws[actor] = 0
    actors.began[actor] = agenda.tick
    actors.asked[actor] = 0
    actors.messages[actor] = 0
    actors.superseded[actor] = -1
    actors.dead[actor] = ALIVE
    this.requests.send(actor, node, agenda.tick)
  }

  over(actor: number): void {
    const { actors } = this.site
    const key = actors.key[actor]!
    const role = actors.role[actor]!
    actors.release(actor)
    this.ends[role]!(key)
  }
}
