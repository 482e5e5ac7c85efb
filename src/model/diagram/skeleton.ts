/**
 * A diagram as the beginning of a scenario: its clients with what they do, the patterns that they follow, what was cached at
 * the start, and the schedule that it draws, played on the model as far as it goes. What a scenario cannot say becomes a
 * warning with the line of the diagram; guards, faults and what is to be checked are for the reader to choose.
 */
import { faultsWith } from '../engine/faults'
import { replay } from '../engine/replay'
import { checkProblem } from '../scenario/endless'
import { parseScenario } from '../scenario/parse'
import { printScenario } from '../scenario/print'
import type { Client, Scenario } from '../scenario/scenario'
import { NAME_MAX } from '../scenario/limits'
import { nameProblem } from '../scenario/rules'
import { propertyWords } from '../scenario/vocabulary'
import { deedsOf, type DrawnDeed } from './deeds'
import type { Diagram, Warning } from './diagram'
import { happeningsIn, type Asked, type Happening } from './events'
import { playable } from './playable'
import { castOf } from './roles'

export interface Skeleton {
  readonly scenario: Scenario
  /** In the order of their lines. */
  readonly warnings: readonly Warning[]
}

const READ = 'cache-aside'
const WRITE = 'write-invalidate'
const NAME = 'imported-diagram'

const isAsked = (happening: Happening): happening is Asked => happening.verb !== 'crash'

/** The scenario of a diagram, or the one sentence that says why there is none. */
export function skeletonOf(diagram: Diagram): Skeleton | { readonly problem: Warning } {
  const cast = castOf(diagram.participants)
  if ('problem' in cast) return cast
  const { happenings, warnings } = happeningsIn(diagram, cast)
  const asked = happenings.filter(isAsked)
  const names = [...cast.roles.values()].flatMap((role) => (role.is === 'client' ? [role.name] : []))
  const parts = names.map((name) => ({ name, ...deedsOf(asked.filter(({ client }) => client === name)) }))
  const deeds = parts.flatMap(({ deeds: own }) => own).toSorted((a, b) => a.line - b.line)
  if (deeds.length === 0)
    return {
      problem: {
        line: 1,
        message: 'No client reads or writes anything. Write e.g. T1->>Cache: GET x and T2->>Database: UPDATE x.',
      },
    }
  const crashed = happenings.flatMap(({ verb, client }) => (verb === 'crash' ? [client] : []))
  const write = patternOf(deeds, crashed)
  const clients = parts
    .filter((part) => part.deeds.length > 0)
    .map(({ name, deeds: own }): Client => ({ name, operations: own.map(({ kind, key }) => ({ kind, key })) }))
  const drawn: Scenario = {
    ...namesOf(diagram.title),
    start: { database: {}, cache: cachedAtStart(deeds, asked) },
    protocol: { read: asked.some(({ byCache }) => byCache) ? 'read-through' : READ, write: write.pattern },
    guards: {},
    clients,
    faults: faultsWith(crashesOf(crashed, clients)),
    ...{ check: propertyWords.built.filter((name) => checkProblem(name, { clients }) === null), expect: {} },
    ...{ schedule: [], twin: '' },
  }
  const all = [...cast.warnings, ...warnings, ...parts.flatMap((part) => part.warnings), ...write.warnings]
  return checked(drawn, deeds, happenings, all)
}

/** The same after the parser of files has had its say, with as much of the schedule as can happen. */
function checked(
  drawn: Scenario,
  deeds: readonly DrawnDeed[],
  happenings: readonly Happening[],
  warnings: readonly Warning[],
) {
  const parsed = parseScenario(printScenario(drawn), drawn.scenario)
  if ('problems' in parsed) {
    const [problem] = parsed.problems
    return { problem: { line: 1, message: problem?.message ?? 'The diagram makes no scenario.' } }
  }
  const kept = new Set(deeds.flatMap(({ requests }) => requests))
  const steps = happenings.filter((each) => !isAsked(each) || kept.has(each))
  const { schedule, warning } = playable(parsed.scenario, steps)
  const all = warning === null ? warnings : [...warnings, warning]
  return {
    scenario: { ...parsed.scenario, schedule: replay(parsed.scenario, schedule).steps.map(({ word }) => word) },
    warnings: all.toSorted((a, b) => a.line - b.line),
  }
}

/** The pattern of the first write, for all of them. */
function patternOf(
  deeds: readonly DrawnDeed[],
  crashed: readonly string[],
): { readonly pattern: string; readonly warnings: readonly Warning[] } {
  const writes = deeds.filter(({ kind }) => kind === 'write')
  const whole = writes.find(({ pattern }) => pattern !== 'write-around') ?? writes[0]
  // A writer that crashes after its update had more to do, or there would be nothing left to crash in.
  const isCut = whole?.requests.length === 1 && crashed.includes(whole.requests[0]?.client ?? '')
  const pattern = isCut ? WRITE : (whole?.pattern ?? WRITE)
  const strangers = writes.filter((deed) => deed.pattern !== pattern && !isBegun(deed, pattern))
  return {
    pattern,
    warnings: strangers.map(({ line, pattern: other }) => ({
      line,
      message: `This write follows ${other ?? 'no pattern'}, and another one ${pattern}. A scenario has one write pattern, so it runs as ${pattern}.`,
    })),
  }
}

/** Whether a write that only updates may be one that the diagram does not draw to its end. */
const isBegun = ({ pattern }: DrawnDeed, as: string): boolean =>
  pattern === 'write-around' && (as === 'write-invalidate' || as === 'write-through')

/** What the first reads of each key find, as far as the diagram says it or its reader goes on without the database. */
function cachedAtStart(deeds: readonly DrawnDeed[], asked: readonly Asked[]): Readonly<Record<string, number>> {
  const cached: [string, number][] = []
  for (const key of new Set(asked.map((each) => each.key))) {
    const first = asked.find((each) => each.key === key && (each.verb === 'get' || each.verb === 'set'))
    if (first?.verb !== 'get') continue
    const isWhole = deeds.some(({ requests }) => requests[0] === first && requests.length === 1)
    if (first.found ?? isWhole) cached.push([key, 1])
  }
  return Object.fromEntries(cached)
}

const crashesOf = (crashed: readonly string[], clients: readonly Client[]) => {
  const names = clients.map(({ name }) => name).filter((name) => crashed.includes(name))
  return names.length === 0 ? {} : { crash: names }
}

function namesOf(title: string): Pick<Scenario, 'scenario' | 'title' | 'about'> {
  const name = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, NAME_MAX)
    .replace(/^-+|-+$/g, '')
  const line = title
    .replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
    .slice(0, 100)
    .trim()
  return {
    scenario: nameProblem(name) === null ? name : NAME,
    title: line === '' ? 'An imported diagram' : line,
    about: 'Drawn as a sequence diagram. Guards, faults and other orders are yours to try.',
  }
}
