/**
 * Cache absent: a load that finds no row stores that there is none, and later reads get that instead of a miss.
 *
 * Without it nothing is stored, and each read of a missing row asks the database. With it a row that is
 * inserted later stays invisible for as long as the entry stays: it has to be invalidated like any other.
 * Source: RFC 2308, "Negative Caching of DNS Queries".
 */
import { lookForAbsence } from '../engine/resources/absence'
import type { Guard } from './guard'

export const cacheAbsent: Guard = {
  name: 'cache-absent',
  title: 'Cache absent rows',
  says: 'that there is no row is cached too',
  values: ['true'],
  lacks(_value, { guards, hasAbsentRows, read, protocol }) {
    if (!hasAbsentRows)
      return 'about rows that are not there, and all are. Remove it, or start with database: { x: absent }.'
    if (read.loads === false)
      return `about what a load finds, and ${protocol.read} loads nothing. Remove it, or read with cache-aside.`
    const rival = ['serve-stale', 'reject-old-fills', 'soft-expiry'].find((name) => guards[name] !== undefined)
    return rival === undefined
      ? null
      : `about entries without a version, which ${rival} cannot judge. Keep one of the two.`
  },
  switches: [{ value: 'true', title: 'Cache absent rows', says: 'that there is no row is cached like a row' }],
  wrap: (resources) => ({ ...resources, cache: { ...resources.cache, get: lookForAbsence } }),
}
