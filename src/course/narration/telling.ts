/**
 * One step on its way into words: the event, the worlds around it, and the run it belongs to, because a
 * cause may lie many steps back.
 */
import type {
  ArrivalEvent,
  ChangeEvent,
  CrashEvent,
  DeliveryEvent,
  LoadEvent,
  RequestEvent,
  StepEvent,
  Trace,
  TraceStep,
} from '../../model/engine/trace'
import { keysOf } from '../../model/scenario/scenario'

export interface Telling<Event extends StepEvent = StepEvent> {
  readonly trace: Trace
  readonly step: TraceStep
  readonly event: Event
}

export type RequestTelling = Telling<RequestEvent>
export type ChangeTelling = Telling<ChangeEvent>
export type DeliveryTelling = Telling<DeliveryEvent>
export type LoadTelling = Telling<LoadEvent>
export type ArrivalTelling = Telling<ArrivalEvent>
export type CrashTelling = Telling<CrashEvent>

/** Who runs the program here: under read-through the cache does, once the client has asked it. */
export const actorOf = (event: RequestEvent): string => (event.runner === 'cache' ? 'The cache' : event.client)

/** ` of x` where the scenario has several keys; nothing where there is only one to speak of. */
export const ofKey = ({ trace }: Telling, key: string): string =>
  keysOf(trace.scenario).length > 1 ? ` of ${key}` : ''

/** `T1`, `T1 and T2`, `T1, T2 and T3`. */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
