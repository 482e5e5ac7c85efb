/**
 * Linearizable: cache and database together behave like one copy, with the database's versions as the
 * sequential specification. A read returns at least every version that was acknowledged by a write, or
 * returned by a read, that ended before the read began.
 *
 * Monitor: the newest version known to anybody, by key, and its value when each open read began. It is
 * enough because versions count the commits of a key: their order is fixed, so only a read can be wrong.
 * Source: Herlihy and Wing, "Linearizability", 1990; Gibbons and Korach, 1997, for the known write order.
 */
import { offsetOf } from '../engine/layout'
import type { Judge, Property } from './property'

export const linearizable: Property = {
  name: 'linearizable',
  title: 'Reads are never behind what is known',
  says: 'A read returns at least every version that somebody had already written or read when it began (linearizable).',
  violatedSays: 'let a read return less than was known when it began',
  reserve(layout, _scenario, keys) {
    layout.reservePerKey('known')
    layout.reservePerClient('floor', keys.length)
  },
  bind({ memory, keys }) {
    const { cells } = memory
    const known = offsetOf(memory, 'known')
    const floor = offsetOf(memory, 'floor')
    const floorOf = (client: number, keyIndex: number) => floor + client * keys.length + keyIndex
    const judge: Judge = {
      judged: 0,
      broken: false,
      watcher: {
        invoked(client, role, keyIndex) {
          if (role === 'read') cells[floorOf(client, keyIndex)] = cells[known + keyIndex]!
        },
        responded(client, role, keyIndex, version) {
          if (role === 'read') {
            const at = floorOf(client, keyIndex)
            if (cells[at] !== 0) judge.judged++
            if (version < cells[at]!) judge.broken = true
            cells[at] = 0
          }
          cells[known + keyIndex] = Math.max(cells[known + keyIndex]!, version)
        },
        failed(client, _role, keyIndex) {
          cells[floorOf(client, keyIndex)] = 0
        },
      },
      violatedWhenQuiet: () => false,
    }
    return judge
  },
}
