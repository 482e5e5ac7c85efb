/** Applies what a link changed to its base scenario, with the same rules as a file. */
import { frozen } from './frozen'
import { FAULTS_MAX } from './limits'
import { LinkProblem, type Parameter } from './linkText'
import { suggestion } from './names'
import { quoted } from './problem'
import { guardProblem, pairProblem } from './rules'
import type { Faults, Scenario } from './scenario'
import { faultWords, guardWords, readWords, wordProblem, writeWords } from './vocabulary'

const known = {
  what: 'link word',
  built: [...guardWords.built, 'read', 'write', ...faultWords.built, 'run', 'at'],
  later: [...guardWords.later, ...faultWords.later],
}

/** The base scenario with a link's changes; throws LinkProblem. */
export function edited(base: Scenario, parameters: ReadonlyMap<string, Parameter>): Scenario {
  const guards = new Map(Object.entries(base.guards))
  const protocol = { ...base.protocol }
  let faults = base.faults
  for (const parameter of parameters.values()) {
    const { name, nameAt, value, at } = parameter
    refuse(nameAt, wordProblem(name, known))
    if (guardWords.built.includes(name)) {
      if (value === 'off') guards.delete(name)
      else {
        refuse(at, guardProblem(name, value))
        guards.set(name, value)
      }
    } else if (name === 'read' || name === 'write') {
      refuse(at, wordProblem(value, name === 'read' ? readWords : writeWords))
      protocol[name] = value
    } else if (faultWords.built.includes(name)) faults = { ...faults, ...faultOf(parameter, base) }
  }
  const scenario = { ...base, protocol, guards: Object.fromEntries(guards), faults }
  const pair = pairProblem(scenario)
  if (pair !== null) refuse(parameters.get(pair.guard)?.nameAt ?? 0, pair.message)
  return frozen(scenario)
}

function refuse(at: number, problem: string | null): void {
  if (problem !== null) throw new LinkProblem(at, problem)
}

function faultOf({ name, value, at }: Parameter, base: Scenario): Partial<Faults> {
  if (name === 'crash') return { crash: value === 'off' ? [] : crashing(value, at, base) }
  if (name === 'expire' && value === 'any') return { expire: 'any' }
  const count = value === 'off' ? 0 : /^\d{1,3}$/.test(value) ? Number(value) : -1
  const words = name === 'expire' ? '"any" or "off"' : 'or "off"'
  if (count < 0 || count > FAULTS_MAX)
    throw new LinkProblem(at, `${quoted(value)} is no number of times. Write 1 to ${FAULTS_MAX}, ${words}.`)
  return name === 'evict' ? { evict: count } : { expire: count }
}

function crashing(value: string, at: number, base: Scenario): readonly string[] {
  const clients = base.clients.map((client) => client.name)
  const names = value.split('+')
  for (const [index, name] of names.entries()) {
    if (!clients.includes(name))
      throw new LinkProblem(at, `There is no client ${quoted(name)} to crash. ${suggestion(name, clients)}`)
    if (names.indexOf(name) !== index)
      throw new LinkProblem(at, `${quoted(name)} stands here twice, and a client crashes once. Keep one of the two.`)
  }
  return names
}
