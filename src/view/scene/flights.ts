/** Late requests as stretches: each from the step at which it was sent to the one at which it arrives. */
import type { Trace } from '../../model/engine/trace'
import { keysOf } from '../../model/scenario/scenario'
import { clientLane, type Flight } from './scene'

export type PlainFlight = Omit<Flight, 'isGhost'>

/** Every late request, whose sending is `from` and whose arrival is `to`. */
export function flightsOf({ scenario, steps }: Trace): readonly PlainFlight[] {
  const keys = keysOf(scenario)
  const done: PlainFlight[] = []
  const open: PlainFlight[] = []
  for (const { event, number, before, after } of steps) {
    if (event.type === 'request' && event.fault === 'late') {
      const lane = event.runner === 'cache' ? 'cache' : clientLane(event.client)
      const isFree = (place: number) => open.every((flight) => flight.lane !== lane || flight.place !== place)
      const place = [0, 1, 2, 3, 4, 5, 6, 7].find(isFree) ?? 0
      const client = scenario.clients.findIndex(({ name }) => name === event.client)
      open.push({ lane, client, slot: keys.indexOf(event.key), place, from: number, to: steps.length + 1 })
    }
    if (event.type !== 'late') continue
    // They stand in the order of sending, in the world as here; the one that is missing afterwards has arrived.
    const arrived = before.late.findIndex((request, index) => after.late[index]?.request !== request.request)
    const nth = before.late.slice(0, arrived).filter(({ client }) => client === event.client).length
    const own = open.filter(({ client }) => scenario.clients[client]?.name === event.client)
    const flight = own[nth]
    if (!flight) continue
    open.splice(open.indexOf(flight), 1)
    done.push({ ...flight, to: number })
  }
  return [...done, ...open]
}

/** The flight that a step begins or ends; null for all other steps. */
export const flightAt = (flights: readonly PlainFlight[], number: number): PlainFlight | null =>
  flights.find(({ from, to }) => from === number || to === number) ?? null
