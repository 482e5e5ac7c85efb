/** Every kind of request there is, and the plain resources that a protocol starts from. */
import type { RequestKind } from '../kind'
import type { Resources } from '../program'
import { readsReplica } from '../../scenario/followers'
import type { Scenario } from '../../scenario/scenario'
import { absenceResource } from './absence'
import { cache, cacheResource } from './cache'
import { commitTogether } from './commitTogether'
import { compareAndSetResource } from './compareAndSet'
import { withComposed } from './composed'
import { database, databaseResource } from './database'
import { deleteAllResource } from './deleteAll'
import { leaseResource } from './lease'
import { lockResource } from './lock'
import { log } from './log'
import { markerResource } from './marker'
import { network } from './network'
import { queue, queueResource } from './queue'
import { refreshResource } from './refresh'
import { replica, selectFromReplica } from './replica'
import type { Resource } from './resource'
import { setIfPresentResource } from './setIfPresent'
import { staleMarkResource } from './staleMark'
import { sequenceResource } from './sequence'
import { stampResource } from './stamp'
import { timeout } from './timeout'
import { timer } from './timer'
import { tombstoneResource } from './tombstone'
import { transactionResource } from './transaction'
import { warmUpResource } from './warmUp'
import { writeAheadLogResource } from './writeAheadLog'

/** The catalogue of resources. Their own steps are listed in this order, which is part of the canonical order. */
export const allResources: readonly Resource[] = [
  databaseResource,
  sequenceResource,
  { kinds: [commitTogether(({ kind }) => requestKinds.get(kind)!)], reserve: () => undefined },
  cacheResource,
  absenceResource,
  deleteAllResource,
  compareAndSetResource,
  setIfPresentResource,
  leaseResource,
  lockResource,
  staleMarkResource,
  stampResource,
  tombstoneResource,
  timer,
  network,
  queueResource,
  writeAheadLogResource,
  warmUpResource,
  refreshResource,
  replica,
  log,
  markerResource,
  timeout,
  transactionResource,
]

export const requestKinds: ReadonlyMap<string, RequestKind> = new Map(
  allResources.flatMap((resource) => resource.kinds.map((kind) => [kind.kind, kind])),
)

/** What a diagram calls a request. */
export const labelOf = (kind: string): string => requestKinds.get(kind)?.label ?? kind

export const plainResources: Resources = Object.freeze({
  cache,
  database,
  queue,
  timer: Object.freeze({ deleteLater: 'delete' }),
  fill: (key, row) => cache.set(key, row),
  composedOf: () => [],
} satisfies Resources)

/** What the programs of a scenario ask where no guard says otherwise. */
export const resourcesOf = (scenario: Scenario): Resources =>
  withComposed(
    readsReplica(scenario)
      ? Object.freeze({ ...plainResources, database: { ...database, select: selectFromReplica } })
      : plainResources,
    scenario,
  )
