/** Other operations and other values: increments, transfers, values of two rows, rows that are not there, whole tables. The order is the order in which they are best met, each beside its twin. */
import type { Scenario } from '../scenario'
import effectWithoutCause from './effect-without-cause.scenario.yaml'
import effectAfterCause from './effect-after-cause.scenario.yaml'
import lostIncrement from './lost-increment.scenario.yaml'
import incrementInPlace from './increment-in-place.scenario.yaml'
import halfTransfer from './half-transfer.scenario.yaml'
import halfTransferUncached from './half-transfer-uncached.scenario.yaml'
import composedForgotten from './composed-forgotten.scenario.yaml'
import composedInvalidated from './composed-invalidated.scenario.yaml'
import tornCard from './torn-card.scenario.yaml'
import wholeRows from './whole-rows.scenario.yaml'
import absenceCached from './absence-cached.scenario.yaml'
import absenceInvalidated from './absence-invalidated.scenario.yaml'
import perKeyDelete from './per-key-delete.scenario.yaml'
import wholeTableDelete from './whole-table-delete.scenario.yaml'
import hundredRowsKey from './hundred-rows-key.scenario.yaml'
import hundredRowsTable from './hundred-rows-table.scenario.yaml'
import busyCache from './busy-cache.scenario.yaml'
import busyCacheLease from './busy-cache-lease.scenario.yaml'

export const operations: readonly Scenario[] = [
  effectWithoutCause,
  effectAfterCause,
  lostIncrement,
  incrementInPlace,
  halfTransfer,
  halfTransferUncached,
  composedForgotten,
  composedInvalidated,
  tornCard,
  wholeRows,
  absenceCached,
  absenceInvalidated,
  perKeyDelete,
  wholeTableDelete,
  hundredRowsKey,
  hundredRowsTable,
  busyCache,
  busyCacheLease,
]
