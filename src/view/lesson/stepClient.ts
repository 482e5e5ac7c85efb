import type { Trace } from '../../model/engine/trace'

/** For each step the place of its client in the scenario, from 0; null for a step of nobody's. */
export const stepClients = ({ scenario, steps }: Trace): readonly (number | null)[] =>
  steps.map(({ event }) => {
    const index = scenario.clients.findIndex(({ name }) => 'client' in event && name === event.client)
    return index === -1 || event.type !== 'request' ? null : index
  })
