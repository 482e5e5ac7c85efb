/**
 * Regions: the scenario's clients live in a second region. It has a cache of its own, which is the one
 * that they ask, and a replica of the database that lags; their writes go to the master of the first.
 *
 * It changes no request itself: that every select reads the replica is the resource's doing. Left out:
 * the first region's clients and cache, the time that a commit takes to the master.
 * Source: Nishtala et al., "Scaling Memcache at Facebook", NSDI 2013, section 5.
 */
import type { Guard } from './guard'

export const regions: Guard = {
  name: 'regions',
  title: 'Two regions',
  says: 'clients read a replica of their own region and write to the other',
  values: ['2'],
}
