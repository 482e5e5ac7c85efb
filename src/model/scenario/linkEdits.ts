/** Applies what a link changed to its base scenario, with the same rules as a file. */
import { faultNamed, faultsWith } from '../engine/faults'
import type { FaultValue } from '../engine/faults/fault'
import { valueOfLink } from './faultValues'
import { frozen } from './frozen'
import { strangerIn } from './guardValues'
import { ownWords } from './linkOwn'
import { LinkProblem, type Parameter } from './linkText'
import { bareValue, guardProblem, misfitIn } from './rules'
import { keysOf, type Scenario } from './scenario'
import { faultWords, guardWords, readWords, wordProblem, writeWords } from './vocabulary'
import { hasSameWorkload, workloadOf, workloadWords, type Workload } from './workload'
import { pointlessIn, startProblem } from './workloadRules'

const known = {
  what: 'link word',
  built: [
    ...guardWords.built,
    ...['read', 'write'],
    ...faultWords.built,
    ...workloadWords,
    ...ownWords,
    ...['beside', 'drawn', 'run', 'at'],
  ],
  later: [...guardWords.later, ...faultWords.later],
}

/** The base scenario with a link's changes; throws LinkProblem. */
export function edited(base: Scenario, parameters: ReadonlyMap<string, Parameter>): Scenario {
  const guards = new Map(Object.entries(base.guards))
  const protocol = { ...base.protocol }
  const faults = new Map<string, FaultValue>(Object.entries(base.faults))
  const workload = workloadOf(base, parameters)
  const clients = workload.clients.map((client) => client.name)
  for (const parameter of parameters.values()) {
    const { name, nameAt, value, at } = parameter
    refuse(nameAt, wordProblem(name, known))
    if (guardWords.built.includes(name)) {
      if (value === 'off') guards.delete(name)
      else {
        const meant = value === 'true' ? bareValue(name) : value
        refuse(at, guardProblem(name, meant))
        guards.set(name, meant)
      }
    } else if (name === 'read' || name === 'write') {
      refuse(at, wordProblem(value, name === 'read' ? readWords : writeWords))
      protocol[name] = value
    } else {
      const fault = faultNamed(name)
      const read = fault === undefined ? null : valueOfLink(fault, value, clients)
      if (read !== null && 'problem' in read) refuse(at, read.problem)
      else if (read !== null) faults.set(name, read.value)
    }
  }
  const { repeat: _repeat, seed: _seed, composed: _composed, ...rest } = base
  const scenario = {
    ...rest,
    ...workload,
    schedule: scheduleFor(base, workload),
    protocol,
    guards: Object.fromEntries(guards),
    faults: faultsWith(Object.fromEntries(faults)),
  }
  const misfit = misfitIn(scenario)
  if (misfit !== null) refuse(parameters.get(misfit.name)?.nameAt ?? 0, misfit.message)
  const pointless = pointlessIn(scenario)
  if (pointless !== null) refuse((parameters.get('clients') ?? parameters.get('write'))?.at ?? 0, pointless.message)
  refuse((parameters.get('cache') ?? parameters.get('cache-absent'))?.at ?? 0, startProblem(scenario))
  const stranger = strangerIn(scenario.guards, { clients, keys: keysOf(scenario) })
  if (stranger !== null) refuse(parameters.get(stranger.name)?.at ?? 0, stranger.message)
  return frozen(scenario)
}

/** What a drawn run begins with: no steps of another workload, because it would end at the first that cannot happen. */
const scheduleFor = (base: Scenario, workload: Workload): readonly string[] =>
  workload.seed === undefined || hasSameWorkload(base, workload) ? base.schedule : []

function refuse(at: number, problem: string | null): void {
  if (problem !== null) throw new LinkProblem(at, problem)
}
