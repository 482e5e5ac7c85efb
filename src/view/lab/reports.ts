/**
 * Asks the worker for reports and remembers the answers: the guards panel asks what each switch would do, and most
 * of those scenarios come up again when a switch is used.
 */
import type { Report } from '../../model/explore/report'
import type { Scenario } from '../../model/scenario/scenario'
import { checkInWorker, type AskOptions } from '../../workers/client'

/** More than a matrix with all its fault profiles asks for. */
const REMEMBERED_MAX = 2000

const known = new Map<string, Report>()

/** Scenarios do not change, and a matrix asks for all of its own again and again. */
const keys = new WeakMap<Scenario, string>()

function keyOf(scenario: Scenario): string {
  const key = keys.get(scenario) ?? textOf(scenario)
  keys.set(scenario, key)
  return key
}

/** Scenarios with the same text have the same report; the title and the schedule to open with do not matter. */
const textOf = ({ start, protocol, guards, clients, faults, check }: Scenario): string =>
  JSON.stringify([start, protocol, Object.entries(guards).sort(), clients, faults, check])

export const knownReport = (scenario: Scenario): Report | null => known.get(keyOf(scenario)) ?? null

/** The report of a scenario, from memory or from the worker. Rejects when it is given up or the worker fails. */
export async function reportOf(scenario: Scenario, options: AskOptions = {}): Promise<Report> {
  const remembered = knownReport(scenario)
  if (remembered !== null) return remembered
  const report = await checkInWorker(scenario, options)
  if (known.size >= REMEMBERED_MAX) known.clear()
  known.set(keyOf(scenario), report)
  return report
}
