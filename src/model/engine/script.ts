/**
 * What programs do, replayed.
 *
 * A generator is started anew for each list of replies and played to its end, twice, because a program that does two
 * things after the same replies cannot be checked. What it did is remembered, so that whoever compiles the same scenario
 * again (each property has cells of its own) replays nothing.
 */
import { RequestFailed, type Asking, type Ending, type Key, type Request } from './program'
import type { Deed } from '../scenario/scenario'

/** Requests and their replies, in the order in which a program met them. */
export type Path = readonly { readonly request: Request; readonly reply: unknown }[]

/** What a program did last: asked for something, ended, or let an error pass. */
export type Step = IteratorResult<Request, Ending | RequestFailed>

/** One operation's program, ready to be replayed. */
export interface Program {
  readonly role: 'read' | 'write'
  /** What the client does. */
  readonly deed: Deed
  /** The key that it is about, or the first of two. */
  readonly key: Key
  /** The rows that it is about, one or two; with two, its result is the two versions `together`. */
  readonly rows: readonly Key[]
  /** The pattern's name, for messages. */
  readonly name: string
  /** Whether the cache runs what reads, once it has been asked. */
  readonly cacheLoads: boolean
  start(): Asking<Ending>
}

/** A program that cannot be checked: it asks two things after the same replies, or never ends. */
export class ProgramRefused extends Error {
  constructor(
    readonly program: Program,
    readonly line: number | null,
    /** The end of a sentence that begins with the program. */
    readonly why: string,
  ) {
    const place = line === null ? '' : `, line ${line}`
    super(`The program "${program.name}"${place} ${why}`)
    this.name = 'ProgramRefused'
  }
}

/** The line of the program itself, or, where a guard asks around it, of the guard. */
export function lineOf({ places = [] }: Request, { name }: Program): number | null {
  return (places.findLast(({ source }) => source === name) ?? places.at(-1))?.line ?? null
}

const described = (step: Step): string => {
  if (step.done !== true) return `asked ${step.value.kind} ${step.value.key}`
  if (step.value === failure) return 'failed'
  if (step.value === null) return 'ended with nothing'
  return typeof step.value === 'number' ? `ended with ${step.value}` : 'started over'
}

const same = (a: Request, b: Request): boolean =>
  a.kind === b.kind &&
  a.key === b.key &&
  Object.is(a.version, b.version) &&
  a.expected === b.expected &&
  a.stamp === b.stamp &&
  a.later === b.later &&
  a.basis === b.basis &&
  a.part === b.part &&
  (a.commits ?? []).every((commit, index) => same(commit, b.commits?.[index] ?? b))

export const failure = Object.freeze(new RequestFailed())

/** Lets a program go on with a reply, or with the error that stands for one. */
function resume(run: Asking<Ending>, reply: unknown): Step {
  try {
    return reply === failure ? run.throw(failure) : run.next(reply)
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error
    return { done: true, value: failure }
  }
}

/** Replays a program on what it has seen; what it does then. */
function play(program: Program, path: Path): Step {
  const run = program.start()
  let step: Step = run.next()
  for (const { request, reply } of path) {
    if (step.done === true || !same(step.value, request)) throw fickle(program, { value: request }, step)
    step = resume(run, reply)
  }
  return step
}

function fickle(program: Program, first: Step, then: Step): ProgramRefused {
  const line = first.done === true ? null : lineOf(first.value, program)
  const why = `is not deterministic: after the same replies it once ${described(first)} and once ${described(then)}.`
  return new ProgramRefused(program, line, `${why} Let it depend on its arguments and replies only.`)
}

/** What a program does after one list of replies, and what follows. */
export class Script {
  private known: Step | null = null
  private readonly next = new Map<number | 'failed', Script>()

  /** `path` is the list of replies that leads here. */
  step(program: Program, path: Path): Step {
    this.known ??= this.played(program, path)
    return this.known
  }

  /** What follows a reply, by its code, or the error. */
  after(code: number | 'failed'): Script {
    const next = this.next.get(code) ?? new Script()
    this.next.set(code, next)
    return next
  }

  private played(program: Program, path: Path): Step {
    const step = play(program, path)
    const again = play(program, path)
    const isSame =
      step.done === true
        ? again.done === true && again.value === step.value
        : again.done !== true && same(step.value, again.value)
    if (!isSame) throw fickle(program, step, again)
    return step
  }
}

/** The scripts of one scenario's programs. */
export class Scripts {
  private readonly known = new Map<string, Script>()

  of({ role, name, deed }: Program): Script {
    const text = [role, name, deed.kind, deed.key, 'other' in deed ? deed.other : ''].join(' ')
    const script = this.known.get(text) ?? new Script()
    this.known.set(text, script)
    return script
  }
}

const ofScenarios = new WeakMap<object, Scripts>()

/** The scripts of a scenario, the same ones as long as it is the same object. */
export function scriptsOf(scenario: object): Scripts {
  const scripts = ofScenarios.get(scenario) ?? new Scripts()
  ofScenarios.set(scenario, scripts)
  return scripts
}
