/**
 * The catalogue: every scenario that comes with the product, each beside its repaired or broken twin. Adding one means its
 * file and its line in the list of its theme.
 */
import { frozen } from '../frozen'
import type { Scenario } from '../scenario'
import { failures } from './failures'
import { loadsAndLogs } from './loadsAndLogs'
import { operations } from './operations'
import { races } from './races'
import { time } from './time'
import { queues } from './queues'

/** In the order in which they are best met. */
export const catalogue: readonly Scenario[] = frozen([
  ...races,
  ...queues,
  ...loadsAndLogs,
  ...failures,
  ...time,
  ...operations,
])

export const scenarioNamed = (name: string): Scenario | undefined => catalogue.find(({ scenario }) => scenario === name)
