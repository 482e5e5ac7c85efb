/**
 * Why a strategy cannot be run under a workload: what means nothing beside the rest, and what only the Lab can run.
 * One sentence, or null where it runs.
 */
import { guards as allGuards } from '../guards'
import { guardProblem, misfitIn } from '../scenario/rules'
import { readWords, wordProblem, writeWords } from '../scenario/vocabulary'
import { onePlace } from './plan/onePlace'
import type { Strategy } from './strategy'
import type { Workload } from './workload/workload'

/** A run that cannot begin; the message is the sentence. */
export class LoadRefused extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'LoadRefused'
  }
}

/** Guards that say nothing under load, and why. */
const unrunnable: Readonly<Record<string, (value: string) => string | null>> = {
  clock: () =>
    'turns clocks by no number of milliseconds, and a run under load counts them. Leave it out, and pause clients instead.',
  'lifetime-of': () =>
    'names keys of a scenario, and a workload numbers them. Give every entry a lifetime with cache.ttl.',
  'lease-timeout': (value) =>
    value === 'once' ? 'lets one token run out, and a run hands out thousands. Use lease-timeout: any.' : null,
  'lock-timeout': (value) =>
    value === 'once' ? 'lets one lock run out, and a run takes thousands. Use lock-timeout: any.' : null,
}

/** What the strategy's words say of themselves. */
export function strategyProblem(strategy: Strategy): string | null {
  const { protocol, guards } = strategy
  const word = wordProblem(protocol.read, readWords) ?? wordProblem(protocol.write, writeWords)
  if (word !== null) return word
  for (const [name, value] of Object.entries(guards)) {
    const problem = guardProblem(name, value)
    if (problem !== null) return problem
  }
  const misfit = misfitIn(onePlace(strategy))
  if (misfit !== null) return misfit.message
  for (const { name } of allGuards) {
    const value = guards[name]
    const why = value === undefined ? null : (unrunnable[name]?.(value) ?? null)
    if (why !== null) return `The guard "${name}" ${why}`
  }
  return null
}

/** The same, and what the strategy lacks in this workload. */
export function runProblem(strategy: Strategy, { cache }: Workload): string | null {
  const problem = strategyProblem(strategy)
  if (problem !== null) return problem
  const { guards } = strategy
  const expiry = guards['expiry'] ?? 'none'
  if (expiry !== 'none' && cache.ttl === null)
    return `The guard "expiry" is about lifetimes, and entries of this workload have none. Give it a cache.ttl, or remove the guard.`
  const isTaken = cache.capacity !== null || (cache.ttl !== null && guards['expiry'] !== 'none')
  if (guards['write-ahead-log'] !== undefined && isTaken)
    return 'The guard "write-ahead-log" is about memory that drops nothing before it is flushed, and the cache of this workload drops entries. Leave its capacity and its ttl out, or use queue: durable instead.'
  return null
}
