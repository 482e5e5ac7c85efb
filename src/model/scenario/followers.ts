/** Who follows the database's commits in a scenario: a listener that fills the cache, a replica that selects read. */
import { protocols } from '../protocols'
import type { Scenario } from './scenario'

/** Whether a listener follows the log and fills the cache. */
export const hasListener = ({ protocol }: Pick<Scenario, 'protocol'>): boolean =>
  protocols.write[protocol.write]?.logs === true

/** Whether selects read a replica that lags: so the fault says, and so it is in a region without the master. */
export const readsReplica = ({ faults, guards }: Pick<Scenario, 'faults' | 'guards'>): boolean =>
  faults.replica === 'lagging' || guards['regions'] !== undefined
