/** Plays what a diagram draws on the model: each request has to be the next one of its client, or the schedule ends there. */
import { replay } from '../engine/replay'
import type { StepEvent } from '../engine/trace'
import type { Scenario } from '../scenario/scenario'
import type { Verb } from './asked'
import type { Warning } from './diagram'
import type { Happening } from './events'

export interface Playable {
  readonly schedule: readonly string[]
  /** Where the model goes another way, and which; null where it never does. */
  readonly warning: Warning | null
}

const inWords: Readonly<Record<Verb, string>> = {
  get: 'asks the cache',
  set: 'stores in the cache',
  delete: 'deletes from the cache',
  select: 'reads the database',
  update: 'writes to the database',
}

function verbOf(event: StepEvent): Verb | 'crash' | null {
  if (event.type === 'crash') return 'crash'
  if (event.type !== 'request') return null
  const { kind } = event.request
  if (kind.startsWith('database.')) return kind === 'database.select' ? 'select' : 'update'
  if (/^cache\.(leaseG|g)et/.test(kind)) return 'get'
  return kind === 'cache.delete' ? 'delete' : 'set'
}

const wordOf = ({ verb, client }: Happening): string => (verb === 'crash' ? `crash:${client}` : client)

export function playable(scenario: Scenario, happenings: readonly Happening[]): Playable {
  const words = happenings.map(wordOf)
  const trace = replay(scenario, words)
  for (const [index, happening] of happenings.entries()) {
    const step = trace.steps[index]
    const found = step === undefined ? null : verbOf(step.event)
    if (found === happening.verb) continue
    return {
      schedule: words.slice(0, index),
      warning: { line: happening.line, message: whyNot(happening, found, index) },
    }
  }
  return { schedule: words, warning: null }
}

function whyNot({ client, verb }: Happening, found: Verb | 'crash' | null, index: number): string {
  const drawn = verb === 'crash' ? `${client} crashes` : `${client} ${inWords[verb]}`
  const instead = found === null || found === 'crash' ? `${client} has no step to take` : `${client} ${inWords[found]}`
  const end = index === 0 ? 'The run begins empty.' : `The run ends after step ${index}.`
  return `Here ${drawn}, and under this scenario ${instead}. ${end}`
}
