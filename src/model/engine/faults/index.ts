/** The catalogue of faults, in the order in which their steps are listed; so are the marks of those that strike requests. */
import { cacheRestart } from './cacheRestart'
import { crash } from './crash'
import { databaseWriteFails } from './databaseWriteFails'
import { evict } from './evict'
import { expire } from './expire'
import type { Fault, FaultValue } from './fault'
import { lateRequest } from './lateRequest'
import { lostAnswer } from './lostAnswer'
import { lostDelete } from './lostDelete'
import { lostStore } from './lostStore'
import { machineLost } from './machineLost'
import { redeliver } from './redeliver'
import { replica } from './replica'
import { softExpire } from './softExpire'

const catalogue = [
  crash,
  evict,
  expire,
  softExpire,
  cacheRestart,
  machineLost,
  replica,
  redeliver,
  lostDelete,
  lostStore,
  lateRequest,
  databaseWriteFails,
  lostAnswer,
] as const

type Value<Any> = Any extends Fault<string, infer Found> ? Found : never

/** What may go wrong, each fault with its value; see their files. A fault that is not named does not happen. */
export type Faults = { readonly [Each in (typeof catalogue)[number] as Each['name']]: Value<Each> }

export const faults: readonly Fault<keyof Faults>[] = catalogue as readonly Fault[] as readonly Fault<keyof Faults>[]

export const faultNamed = (name: string): Fault<keyof Faults> | undefined => faults.find((fault) => fault.name === name)

/** Faults with some values; the others are absent. */
export const faultsWith = (values: Readonly<Record<string, FaultValue | undefined>>): Faults =>
  Object.fromEntries(faults.map(({ name, absent }) => [name, values[name] ?? absent])) as unknown as Faults

/** Nothing goes wrong. */
export const noFaults: Faults = Object.freeze(faultsWith({}))
