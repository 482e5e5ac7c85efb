/**
 * Asks the worker for reports and remembers the answers: the guards panel asks what each switch would do, and most
 * of those scenarios come up again when a switch is used.
 */
import { isRun } from '../../model/explore/bounds'
import type { Report } from '../../model/explore/report'
import type { Scenario } from '../../model/scenario/scenario'
import { checkInWorker, type AskOptions } from '../../workers/client'

/** Those of many matrices; past it the one that was asked for longest ago is forgotten, never one of the present matrix. */
const REMEMBERED_MAX = 4000

const known = new Map<string, Report>()

/** Scenarios do not change, and a matrix asks for all of its own again and again. */
const keys = new WeakMap<Scenario, string>()

/** The same for scenarios that have the same report. */
export function keyOf(scenario: Scenario): string {
  const key = keys.get(scenario) ?? textOf(scenario)
  keys.set(scenario, key)
  return key
}

/**
 * Scenarios with the same text have the same report. The title does not matter, nor does the schedule to open with, unless
 * it is the one run that is judged.
 */
function textOf(scenario: Scenario): string {
  const { start, composed, protocol, own, guards, clients, repeat, seed, faults, check, schedule } = scenario
  const chosen = [protocol, own, Object.entries(guards).sort(), faults, check]
  return JSON.stringify([start, composed, clients, repeat, chosen, ...(isRun(scenario) ? [seed, schedule] : [])])
}

export function knownReport(scenario: Scenario): Report | null {
  const key = keyOf(scenario)
  const report = known.get(key)
  if (report === undefined) return null
  // The last one asked for stands last, so that the first one is the one to forget.
  known.delete(key)
  known.set(key, report)
  return report
}

/** The report of a scenario, from memory or from the worker. Rejects when it is given up or the worker fails. */
export async function reportOf(scenario: Scenario, options: AskOptions = {}): Promise<Report> {
  const remembered = knownReport(scenario)
  if (remembered !== null) return remembered
  const report = await checkInWorker(scenario, options)
  if (known.size >= REMEMBERED_MAX) known.delete(known.keys().next().value ?? '')
  known.set(keyOf(scenario), report)
  return report
}
