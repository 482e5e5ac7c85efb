/**
 * Programs as automata.
 *
 * A generator cannot be copied, so no world holds one. A client's position inside an operation is the
 * list of replies that it has seen. The program is replayed once for each new list and the result is
 * remembered: a node waits with one request, an edge is a reply. All operations of the same kind on
 * the same key share one automaton, so worlds that differ only in a finished operation's past are one.
 */
import { requestKinds } from './resources'
import { withStamp } from './resources/stamp'
import { CellOverflow } from './layout'
import type { Ground, RequestKind } from './kind'
import type { Request } from './program'
import { presumedCode } from './requestFault'
import { failure, lineOf, ProgramRefused, Scripts, type Path, type Program, type Script } from './script'

export { ProgramRefused, type Program } from './script'

/** Ids below 1 + IDLE are positions that are no node. */
export const IDLE = 0

/** The longest program, in requests. */
export const NODES_MAX = 1000

/** What a reply leads to. */
export interface Edge {
  /** Id of the next node, the program's first when it starts over, or IDLE when the operation ends with this reply. */
  readonly next: number
  readonly ends: boolean
  /** What the operation returns or acknowledges when it ends here; null for a read that found nothing. */
  readonly result: number | null
  /** The operation ends with an error: nothing is returned or acknowledged. */
  readonly fails: boolean
}

/** A version that a reader has selected and not yet stored. */
export interface Held {
  readonly keyIndex: number
  readonly version: number
}

/** A position in a program: waiting with this request. */
export interface Node {
  readonly id: number
  readonly program: Program
  readonly request: Request
  readonly kind: RequestKind
  /** Whether the cache asks this on the client's behalf, unless the operation has yet to begin. */
  readonly isCaches: boolean
  /** It reads or changes more than the part of one key, so the explorer works it out anew each time. */
  readonly isWide: boolean
  /** Does what the request asks for `client`, and returns the reply's code. */
  readonly perform: (client: number) => number
  /** Whether the request can be answered now; null where it always can. */
  readonly ready: ((client: number) => boolean) | null
  /** What was selected since the last store, by key. */
  readonly held: readonly Held[]
  /** Edges by reply code, grown as they are met. */
  readonly edges: (Edge | undefined)[]
  /** What follows when nothing is heard, and when an error is; null until it is met. */
  presumed: Edge | null
  failed: Edge | null
  /** Requests and replies that lead here, for replaying. */
  readonly path: Path
  /** Where the program stands. */
  readonly script: Script
}

/** The part of the program that a request belongs to. */
export const partOf = ({ program, request }: Pick<Node, 'program' | 'request'>): 'read' | 'write' =>
  request.part ?? program.role

/** Whether the cache asks: once it has been asked itself, it runs the rest of what reads. */
const isLoad = (program: Program, request: Request, path: Path): boolean => {
  const isRead = (each: Request) => partOf({ program, request: each }) === 'read'
  if (!program.cacheLoads || !isRead(request)) return false
  return program.role === 'read' || path.some((earlier) => isRead(earlier.request))
}

/** All automata of one compiled scenario. */
export class Automata {
  readonly nodes: (Node | null)[] = [null]
  /** The id of each program's first node. */
  private readonly first = new Map<Program, number>()
  /** For each request that was asked after, the id of the node that speaks for all its likes. */
  private readonly speakers = new Map<string, number>()

  /** What programs do is remembered in `scripts`, which may be shared by whoever grows automata of the same scenario. */
  constructor(
    private readonly ground: Ground,
    private readonly scripts = new Scripts(),
  ) {}

  /** The first node of a program. A program must ask at least one thing. */
  begin(program: Program): Node {
    const { next } = this.advance(program, [], this.scripts.of(program))
    if (next === IDLE)
      throw new ProgramRefused(program, null, 'ends without asking for anything. Let it ask for one thing.')
    this.first.set(program, next)
    return this.nodes[next]!
  }

  /** The edge of `node` for a reply that is met for the first time; later meetings read `node.edges`. */
  grow(node: Node, code: number): Edge {
    const presumed = code === presumedCode(node.kind) ? node.presumed : null
    const edge = presumed ?? this.after(node, node.kind.decode(code), code)
    node.edges[code] = edge
    return edge
  }

  /** The edge of `node` when nothing is heard: the program goes on as if all was well. */
  presume(node: Node): Edge {
    const code = presumedCode(node.kind)
    node.presumed ??= node.edges[code] ?? this.after(node, node.kind.decode(code), code)
    return node.presumed
  }

  /** The edge of `node` when the request fails. */
  fail(node: Node): Edge {
    node.failed ??= this.after(node, failure, 'failed')
    return node.failed
  }

  /** The id of one and the same node for all that ask the same, whatever led to them. */
  alike({ id, request: { kind, key, version, expected } }: Node): number {
    const text = [kind, key, version, expected].join(' ')
    const known = this.speakers.get(text) ?? id
    this.speakers.set(text, known)
    return known
  }

  private after(node: Node, reply: unknown, code: number | 'failed'): Edge {
    const { program, request, path, script } = node
    return this.advance(program, [...path, { request, reply }], script.after(code))
  }

  private advance(program: Program, path: Path, script: Script): Edge {
    const step = script.step(program, path)
    if (step.done === true) {
      if (step.value === failure) return { next: IDLE, ends: true, result: 0, fails: true }
      return typeof step.value === 'number' || step.value === null
        ? { next: IDLE, ends: true, result: step.value, fails: false }
        : { next: this.first.get(program) ?? IDLE, ends: false, result: 0, fails: false }
    }
    if (path.length >= NODES_MAX)
      throw new ProgramRefused(
        program,
        lineOf(step.value, program),
        `asks more than ${NODES_MAX} things. End the operation, or start it over with again(), instead of looping.`,
      )
    return { next: this.add(program, step.value, path, script), ends: false, result: 0, fails: false }
  }

  private add(program: Program, request: Request, path: Path, script: Script): number {
    const kind = requestKinds.get(request.kind)
    if (!kind)
      throw new ProgramRefused(
        program,
        lineOf(request, program),
        `asks for "${request.kind}", which no resource knows.`,
      )
    const key = this.ground.keyIndex(request.key) as number | undefined
    const { version } = request
    if (key === undefined)
      throw new ProgramRefused(
        program,
        lineOf(request, program),
        `asks for the key "${request.key}", which this scenario does not have.`,
      )
    const lowest = this.ground.scenario.guards['cache-absent'] === undefined ? 1 : 0
    if (version !== undefined && !(Number.isInteger(version) && version >= lowest))
      throw new ProgramRefused(
        program,
        lineOf(request, program),
        `stores ${version}, and a version is a whole number from 1 on.`,
      )
    if (version !== undefined && version > this.ground.memory.max) throw new CellOverflow(this.ground.memory.width)
    const id = this.nodes.length
    const bound = withStamp(this.ground, request, kind, kind.bind(this.ground, request))
    this.nodes.push({
      id,
      program,
      request,
      kind,
      isCaches: isLoad(program, request, path),
      isWide: program.rows.length > 1 || request.key !== program.key || kind.isWide === true,
      perform: bound.perform,
      ready: bound.ready ?? null,
      held: this.heldAfter(path),
      edges: [],
      presumed: null,
      failed: null,
      path,
      script,
    })
    return id
  }

  /** What the path selected and has not stored since. */
  private heldAfter(path: Path): readonly Held[] {
    const held = new Map<number, Held>()
    for (const { request, reply } of path) {
      const role = requestKinds.get(request.kind)?.role
      const keyIndex = this.ground.keyIndex(request.key)
      if (role === 'store') held.clear()
      if (role === 'select') held.set(keyIndex, { keyIndex, version: (reply as { version: number }).version })
    }
    return [...held.values()]
  }
}
