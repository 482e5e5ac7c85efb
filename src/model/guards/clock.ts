/**
 * Clock: how far the clock of each named client is off. The stamps of a fast clock (+1) always look newer than they
 * are, those of a slow one (-1) always older; 0 is exact, like every client that is not named.
 *
 * It changes no request: the resource reads it. Left out: how far, and a clock that is set right.
 * Source: Lamport, "Time, Clocks, and the Ordering of Events in a Distributed System", 1978, for why a time is no order.
 */
import type { Guard } from './guard'

/** How far each named client's clock is off: -1, 0 or 1. The text is that of a link: `T1:1+T2:-1`. */
export const driftsOfValue = (value: string): ReadonlyMap<string, number> =>
  new Map(
    value.split('+').map((item) => {
      const [client = '', drift = ''] = item.split(':')
      return [client, Number(drift)]
    }),
  )

export const clock: Guard = {
  name: 'clock',
  title: 'Clocks that are off',
  says: 'the stamps of a client look newer, or older, than they are',
  values: [],
  shape: { kind: 'drifts' },
  lacks: (_value, { guards }) =>
    guards['reject-old-fills'] === undefined
      ? 'about the stamps of fills, and fills carry none. Remove it, or add reject-old-fills.'
      : null,
}
