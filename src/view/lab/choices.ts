/**
 * What a person may choose as the next step, in words for buttons and the palette: all that a scenario could
 * ever offer, each with the reason why it cannot be taken now.
 */
import { worldAt } from '../../model/engine/trace'
import type { WorldView } from '../../model/engine/view'
import { protocols } from '../../model/protocols'
import { keysOf, type Scenario } from '../../model/scenario/scenario'
import type { PlayerState } from '../player/player'

export type ChoiceKind = 'client' | 'crash' | 'evict' | 'expire' | 'flush' | 'restart' | 'timer'

export interface Choice {
  /** As it stands in a schedule. */
  readonly word: string
  readonly kind: ChoiceKind
  /** The client or the key that it is about. */
  readonly subject: string
  /** In the imperative: `Step T1`, `Crash T2`. */
  readonly title: string
}

const ofClients = (scenario: Scenario): readonly Choice[] =>
  scenario.clients.flatMap(({ name, operations }) => {
    const plain: Choice = { word: name, kind: 'client', subject: name, title: `Step ${name}` }
    if (!operations.some((operation) => operation.kind === 'any')) return [plain]
    const open = keysOf(scenario).flatMap((key) =>
      ['read', 'write'].map((role): Choice => ({
        word: `${name}:${role}-${key}`,
        kind: 'client',
        subject: name,
        title: `${name} ${role}s ${key}`,
      })),
    )
    return [plain, ...open]
  })

/** Everything that may be taken at some moment of a run of this scenario. */
export function choicesOf(scenario: Scenario): readonly Choice[] {
  const { faults } = scenario
  const keys = keysOf(scenario)
  const about = (kind: ChoiceKind, verb: string, subjects: readonly string[]): readonly Choice[] =>
    subjects.map((subject) => ({ word: `${kind}:${subject}`, kind, subject, title: `${verb} ${subject}` }))
  const writers = scenario.clients.filter((client) => client.operations.some(({ kind }) => kind !== 'read'))
  const defers = protocols.write[scenario.protocol.write]?.defers === true
  const queues = protocols.write[scenario.protocol.write]?.queues === true
  const restart: Choice = { word: 'restart', kind: 'restart', subject: '', title: 'Restart the cache' }
  return [
    ...ofClients(scenario),
    ...about('timer', 'Fire the timer of', defers ? writers.map(({ name }) => name) : []),
    ...about('flush', 'Flush', queues ? keys : []),
    ...about('crash', 'Crash', faults.crash),
    ...about('evict', 'Evict', faults.evict > 0 ? keys : []),
    ...about('expire', 'Expire', faults.expire === 0 ? [] : keys),
    ...(faults['cache-restart'] > 0 ? [restart] : []),
  ]
}

function whyNoClient(world: WorldView, name: string): string {
  const client = world.clients[name]
  if (client?.status === 'crashed') return `${name} has crashed`
  if (client?.status === 'done') return `${name} is finished`
  if (client?.isBlocked !== true) return `${name} has another step now`
  const holder = world.lease[client.next?.key ?? ''] ?? null
  return holder === null ? `${name} waits` : `${name} waits for ${holder}’s lease`
}

function whyNoTimer(world: WorldView, name: string): string {
  const isSet = world.timers.some((timer) => timer.client === name)
  return isSet ? 'the timer outwaits a reader that paused' : `${name} has set no timer`
}

function whyNoCrash(world: WorldView, name: string): string {
  return world.clients[name]?.status === 'crashed' ? `${name} has crashed already` : `${name} is finished`
}

const whyNoRemoval = (world: WorldView, key: string, noneLeft: string): string =>
  (world.cache[key] ?? world.tombstone[key] ?? null) === null ? `${key} is not cached` : noneLeft

/** Why the choice cannot be taken at the playhead, in a few words; null when it can. */
export function whyNot({ here, playhead }: PlayerState, { word, kind, subject }: Choice): string | null {
  if (here.enabled.includes(word)) return null
  const world = worldAt(here, playhead)
  switch (kind) {
    case 'client':
      return whyNoClient(world, subject)
    case 'timer':
      return whyNoTimer(world, subject)
    case 'crash':
      return whyNoCrash(world, subject)
    case 'evict':
      return whyNoRemoval(world, subject, 'no eviction is left')
    case 'flush':
      return world.flush === null ? `nothing of ${subject} waits` : `a flush of ${world.flush.key} is under way`
    case 'restart':
      return 'no restart is left'
    case 'expire':
      return whyNoRemoval(world, subject, 'no expiry is left')
  }
}
