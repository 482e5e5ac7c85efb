/** Who in a diagram is the cache, who the database and who a client, judged by what they are called. */
import { quoted } from '../scenario/problem'
import { clientPattern } from '../scenario/limits'
import { isReserved } from '../scenario/names'
import type { Participant, Warning } from './diagram'

export type Role =
  | { readonly is: 'cache' | 'database' }
  | { readonly is: 'client'; readonly name: string }
  /** Something that acts on its own in the model, or that the model has one of. */
  | { readonly is: 'part' }

export interface Cast {
  /** By the participant's id. */
  readonly roles: ReadonlyMap<string, Role>
  readonly warnings: readonly Warning[]
}

const cacheWords = /cache|redis|memcache|valkey|varnish|\bcdn\b/i
const databaseWords = /database|\bdb\b|postgres|mysql|maria|sql|mongo|dynamo|oracle|\bstore\b|storage|master|primary/i
const partWords = /queue|\blog\b|binlog|kafka|replica|timer|refresh|warm-?up|\bflags\b|\bmemory\b/i

const kindOf = ({ id, label }: Participant): 'cache' | 'database' | 'part' | 'client' => {
  for (const name of [label, id]) {
    if (partWords.test(name)) return 'part'
    if (cacheWords.test(name)) return 'cache'
    if (databaseWords.test(name)) return 'database'
  }
  return 'client'
}

/** `reader` and `Reader 1` as they may be written in a scenario; null where nothing is left. */
function asClient(text: string): string | null {
  const letters = text.replace(/[^A-Za-z0-9]/g, '')
  const name = letters.charAt(0).toUpperCase() + letters.slice(1)
  return clientPattern.test(name) && !isReserved(name) ? name : null
}

/** The roles of all, or why there are none: without a cache and a database there is nothing to run. */
export function castOf(participants: readonly Participant[]): Cast | { readonly problem: Warning } {
  const roles = new Map<string, Role>()
  const warnings: Warning[] = []
  const names = new Set<string>()
  const taken = new Set<string>()
  for (const participant of participants) {
    const { id, label, line } = participant
    const kind = kindOf(participant)
    if (kind === 'part') roles.set(id, { is: 'part' })
    else if (kind === 'client') {
      const given = [label, id].map(asClient).find((each): each is string => each !== null && !names.has(each))
      const name = given ?? freeName(names)
      names.add(name)
      roles.set(id, { is: 'client', name })
      if (given === undefined) warnings.push({ line, message: `${quoted(label)} is called ${name} here.` })
    } else if (taken.has(kind)) {
      roles.set(id, { is: 'part' })
      warnings.push({ line, message: `A scenario has one ${kind}. What is said to ${quoted(label)} is left out.` })
    } else {
      taken.add(kind)
      roles.set(id, { is: kind })
    }
  }
  const lacks = (['cache', 'database'] as const).find((kind) => !taken.has(kind))
  if (lacks === undefined) return { roles, warnings }
  const example = lacks === 'cache' ? 'Cache or Redis' : 'Database or Postgres'
  return { problem: { line: 1, message: `No participant is the ${lacks}. Call one of them ${example}.` } }
}

function freeName(names: ReadonlySet<string>): string {
  let number = 1
  while (names.has(`T${number}`)) number++
  return `T${number}`
}
