/**
 * Soft expiry: entries carry a soft lifetime. A read that finds it over gets the old version at once and asks for
 * a reload, which happens behind its back. The fault `soft-expire` is the moment at which it runs out.
 *
 * Source: Caffeine `refreshAfterWrite`; memcached doc/protocol.txt, meta get `R`; RFC 5861.
 */
import { getAndRefresh } from '../engine/resources/refresh'
import type { Guard } from './guard'

export const softExpiry: Guard = {
  name: 'soft-expiry',
  title: 'Soft expiry',
  says: 'an old entry is handed out and reloaded behind the reader',
  values: ['true'],
  lacks: (_value, { read, protocol }) =>
    read.refreshes === true
      ? null
      : `about reloads in the background, and ${protocol.read} has none. Read with refresh-ahead, or use expiry: after-write.`,
  switches: [{ value: 'true', title: 'Soft expiry', says: 'an entry is reloaded only when a read finds it too old' }],
  wrap: (resources) => ({ ...resources, cache: { ...resources.cache, get: getAndRefresh } }),
}
