/**
 * A learner's program as a protocol like any other: each call that it makes becomes requests of the scenario's resources.
 *
 * The text is not run here. The walk follows the memory of what the program does after each list of replies; where
 * nothing is known yet, whoever may run it (a worker, with an interpreter of its own) is asked through `teach`. A page
 * has no teacher, so there the walk throws `Unlearned`, which says what to ask a worker for.
 *
 * Rules that the catalogue's patterns keep by themselves hold here for any text: an operation asks about its own key,
 * stores and returns only versions that it was told, and commits once. The engine's cells are counted under them.
 */
import { again, RequestFailed, type Ending, type ReadProtocol } from '../engine/program'
import { at } from '../engine/place'
import type { WritePattern } from '../protocols'
import { operations, versionsIn, type Call } from './calls'
import { FAILED, memory, type Move, type Point } from './memory'
import { CALLS_MAX, OwnRefused, ownName, type OwnProgram, type Role } from './own'
import { lacking } from './wiring'

/** Nobody here may run the program, and what it does now has not been seen. */
export class Unlearned extends Error {
  constructor() {
    super('What your program does next has not been worked out yet.')
    this.name = 'Unlearned'
  }
}

type Teacher = (role: Role, program: OwnProgram, key: string, point: Point) => Move

const unknown: Teacher = () => {
  throw new Unlearned()
}

let teach = unknown

/** Says who runs programs here; set once, by a worker or a test. */
export function teachWith(teacher: Teacher): void {
  teach = teacher
}

/** What one operation has been told and done. */
interface Past {
  readonly told: Set<number>
  /** Versions that it made. */
  readonly made: Set<number>
  calls: number
  commits: number
}

/** `pattern` is the write pattern in whose place it runs: it says which parts of the world there are. */
export const ownProtocol = (role: Role, program: OwnProgram, pattern: Partial<WritePattern>): ReadProtocol =>
  function* (resources, key) {
    const past: Past = { told: new Set(), made: new Set(), calls: 0, commits: 0 }
    let point = memory.begin(role, program, key)
    for (;;) {
      point.move ??= teach(role, program, key, point)
      const { move } = point
      if ('fails' in move) throw new RequestFailed()
      if ('ends' in move) return endingOf(role, move, past)
      const problem = callProblem(role, move.call, past, pattern)
      if (problem !== null) throw new OwnRefused(role, move.line, problem)
      const operation = operations.get(move.call.name)!
      try {
        const asking = operation.ask(resources, key, move.call)
        const reply = yield* move.line === null ? asking : at({ source: ownName(role), line: move.line }, asking)
        for (const version of versionsIn(reply)) {
          past.told.add(version)
          if (operation.makes === true) past.made.add(version)
        }
        // What says nothing says it in one way, whether a guard has passed the reply on or not.
        point = point.after(JSON.stringify(reply ?? {}))
      } catch (error) {
        if (!(error instanceof RequestFailed)) throw error
        point = point.after(FAILED)
      }
    }
  }

/** What is wrong with a call at this point; null where nothing is. Counts it otherwise. */
function callProblem(role: Role, call: Call, past: Past, pattern: Partial<WritePattern>): string | null {
  const operation = operations.get(call.name)
  if (operation === undefined) return `asks for ${call.name}, which no resource knows.`
  if (!operation.roles.includes(role))
    return `makes a version with ${call.name}, and a read only reads. Leave it to a write.`
  if (++past.calls > CALLS_MAX)
    return `asks for more than ${CALLS_MAX} things in one operation. End the loop, or start over with return again().`
  const { version } = call
  if (operation.stores === true && (version === undefined || !past.told.has(version)))
    return `stores ${version === undefined ? 'no version' : `the version ${version}, which nobody told it`}. Give ${call.name} a row that the cache or the database has answered.`
  if (operation.puts === true && !past.made.has(version ?? 0))
    return 'commits a version that this operation has not made. Give database.put the row that cache.setNext has answered.'
  if (operation.makes === true && past.made.size > 0)
    return `makes a second version in one operation. Let a write make one version, once.`
  const isCommit = operation.puts === true || (operation.makes === true && call.name !== 'cache.setNext')
  if (isCommit && ++past.commits > 1) return 'commits a second time in one operation. Let a write commit once.'
  return lacking(call, pattern)
}

/** The ending, if it is one that an operation may have. */
function endingOf(role: Role, { ends, line }: Extract<Move, { ends: Ending }>, { told, made }: Past): Ending {
  const refused = (why: string) => new OwnRefused(role, line, why)
  if (ends !== null && typeof ends === 'object') {
    if (role === 'read') return again()
    throw refused('starts over, and a write goes on to its commit. Leave again() to a read.')
  }
  if (role === 'write') {
    if (ends === null) throw refused('acknowledges nothing. Return the version that the write has made.')
    if (!made.has(ends))
      throw refused(`acknowledges version ${ends}, which this write has not made. Return its own row.version.`)
    return ends
  }
  if (ends !== null && !told.has(ends))
    throw refused(`returns ${ends}, a version that nobody told it. Return what the cache or the database has answered.`)
  return ends
}
