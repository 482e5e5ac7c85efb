/**
 * No half transfer: whoever has seen one half of a transfer never sees the other row as it was before.
 *
 * The two rows of a transfer are committed at once, and the cache gets them in two requests. Reading the old row first
 * and the new one later is no violation: the transfer may have come in between.
 * Monitor: the versions that were committed together; by client and row, the newest version read.
 * Source: Bailis et al., "Scalable Atomic Visibility with RAMP Transactions", 2014 (fractured reads).
 */
import { offsetOf } from '../engine/layout'
import { halves, reserveTransfers } from '../engine/resources/transfers'
import type { Judge, Property } from './property'

export const noHalfTransfer: Property = {
  name: 'no-half-transfer',
  title: 'Transfers are seen whole',
  says: 'No client that has seen one half of a transfer sees the other row as it was before.',
  violatedSays: 'show a client one half of a transfer',
  lacks: ({ clients }) =>
    clients.some(({ operations }) => operations.some(({ kind }) => kind === 'transfer'))
      ? null
      : 'asks what is seen of transfers, and nobody makes one. Give a client "transfer x y" to do.',
  reserve(layout, scenario, keys) {
    reserveTransfers(layout, scenario)
    layout.reservePerClient('met', keys.length)
  },
  bind({ memory, keys, scenario }) {
    const { cells } = memory
    const met = offsetOf(memory, 'met')
    const judge: Judge = {
      judged: 0,
      broken: false,
      watcher: {
        invoked() {
          // Only answers are seen.
        },
        responded(client, role, keyIndex, version) {
          if (role !== 'read') return
          const seen = (row: number) => cells[met + client * keys.length + row]!
          for (const half of halves(memory, scenario)) {
            if (half.row !== keyIndex || seen(half.other) < half.otherVersion) continue
            judge.judged++
            if (version < half.version) judge.broken = true
          }
          cells[met + client * keys.length + keyIndex] = Math.max(seen(keyIndex), version)
        },
      },
      violatedWhenQuiet: () => false,
    }
    return judge
  },
}
