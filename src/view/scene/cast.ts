/**
 * Who and what a picture has room for. A scenario with many clients gives the first ones lanes of their own and the
 * others one together; of many keys, those show their state that the rows at hand are about.
 */
import type { Trace, TraceStep } from '../../model/engine/trace'
import { keysOf, type Scenario } from '../../model/scenario/scenario'
import { lanesOf } from './lanes'
import type { Lane } from './scene'

/** As many as there are colours. */
const CLIENTS_MAX = 8
/** What have lanes of their own where there are more clients. */
const CLIENTS_FIRST = 6
const KEYS_MAX = 4
const STEPS_MAX = 400

/** The lane of all clients that have none of their own. */
export const OTHERS = 'client:others'

const isCrowded = ({ clients }: Scenario): boolean => clients.length > CLIENTS_MAX

/** The lanes that are drawn. */
export function castLanes(scenario: Scenario): readonly Lane[] {
  if (!isCrowded(scenario)) return lanesOf(scenario)
  const count = scenario.clients.length - CLIENTS_FIRST
  const others: Lane = {
    id: OTHERS,
    kind: 'client',
    title: `${count} others`,
    short: `+${count}`,
    role: '',
    client: null,
  }
  const first = { ...scenario, clients: scenario.clients.slice(0, CLIENTS_FIRST) }
  return [...lanesOf(first), others]
}

/** How many keys stand side by side. */
export const castKeyCount = (scenario: Scenario): number => Math.min(KEYS_MAX, keysOf(scenario).length)

/** Whether a run is too long, or has too many clients or keys, to be drawn as a whole. */
export const isLarge = ({ steps, scenario }: Trace): boolean =>
  steps.length > STEPS_MAX || isCrowded(scenario) || keysOf(scenario).length > KEYS_MAX

/** The scenario with the clients and the keys that a picture of these steps shows. */
export function castOf(scenario: Scenario, steps: readonly TraceStep[]): Scenario {
  const all = keysOf(scenario)
  const touched = new Set(steps.flatMap(({ event }) => ('key' in event && event.key !== '' ? [event.key] : [])))
  const shown = all.length <= KEYS_MAX ? all : [...touched, ...all].slice(0, KEYS_MAX)
  const keys = all.filter((key) => shown.includes(key))
  const { composed, ...rest } = scenario
  const isWhole = keys.length === all.length
  const clients = isCrowded(scenario) ? scenario.clients.slice(0, CLIENTS_FIRST) : scenario.clients
  return {
    ...rest,
    ...(isWhole && composed !== undefined && { composed }),
    start: { database: Object.fromEntries(keys.map((key) => [key, scenario.start.database[key] ?? 1])), cache: {} },
    clients: clients.map(({ name }) => ({ name, operations: [] })),
  }
}
