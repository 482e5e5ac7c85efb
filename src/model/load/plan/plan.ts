/**
 * Plans: the automata of a strategy's programs with versions as symbols, so that a handful of nodes serves a million
 * operations without a generator.
 *
 * A plan is grown from the engine's own automata, edge by edge as replies are met, in the two readings of
 * `symbols.ts`. Where they differ the program's shape depends on a version itself, which no registered one's does, and
 * it is refused. What a node does to cache and database is `perform` of the engine's request kinds: the same atomic
 * operations that are checked exhaustively.
 */
import { Automata, IDLE, ProgramRefused, type Edge, type Node, type Program } from '../../engine/automaton'
import type { Ground, RequestKind } from '../../engine/kind'
import type { Request } from '../../engine/program'
import { isSame, meant, REGISTERS_MAX, standIn, type Meant, type Reading } from './symbols'

/** Where a request of a plan goes. */
export type Target = 'cache' | 'database' | 'replica'

/** What follows a reply. */
export interface PlanEdge {
  /** The next node; null where the operation is over. */
  readonly next: PlanNode | null
  /** What the operation returns or acknowledges; null where nothing is. */
  readonly result: Meant | null
  /** Whether a look into the cache has found something; null where the reply is no such thing. */
  readonly found: boolean | null
}

/** A position of a program: waiting with this request. */
export interface PlanNode {
  readonly kind: RequestKind
  readonly target: Target
  readonly role: RequestKind['role'] | null
  readonly program: Program
  /** The cache asks this itself, unless the operation has yet to begin. */
  readonly isCaches: boolean
  /** It takes, or carries, a stamp of time. */
  readonly stamp: Request['stamp'] | null
  /** What it asks for; the version and the expected one are written before it is performed. */
  readonly request: { version?: number; expected?: number }
  readonly version: Meant | null
  readonly expected: Meant | null
  readonly perform: (client: number) => number
  readonly ready: ((client: number) => boolean) | null
  /** Replies with a code above it carry a version, which is the code less this; Infinity where none does. */
  readonly base: number
  /** Where the version of the reply is kept. */
  readonly register: number
  /** By the code of the reply, all that carry a version being one; grown as they are met. */
  readonly edges: (PlanEdge | undefined)[]
}

/** A code that no reply without a version has. */
const PROBE = 1000

/** From which code on replies of a kind carry a version. */
function baseOf(kind: RequestKind): number {
  const { version } = kind.decode(PROBE) as { readonly version?: number }
  return version === undefined ? Infinity : PROBE - version
}

const foundIn = (kind: RequestKind, code: number): boolean | null =>
  (kind.decode(code) as { readonly found?: boolean }).found ?? null

const readings: readonly [Reading, Reading] = ['rising', 'falling']

type Pair<Value> = readonly [Value, Value]

export class Plans {
  private readonly automata: Pair<Automata>
  /** The node of the automaton's first reading to the plan's. */
  private readonly known = new Map<Node, PlanNode>()
  private readonly origins = new WeakMap<PlanNode, Pair<Node>>()

  constructor(private readonly ground: Ground) {
    this.automata = [new Automata(ground), new Automata(ground)]
  }

  /** The first node of a program. */
  begin(program: Program): PlanNode {
    return this.nodeOf([this.automata[0].begin(program), this.automata[1].begin(program)], 0)
  }

  /** What follows a reply that is met for the first time. */
  grow(node: PlanNode, code: number): PlanEdge {
    const origins = this.origins.get(node)!
    const hasVersion = code > node.base
    const codes = readings.map((reading) => (hasVersion ? node.base + standIn(reading, node.register) : code))
    const edges: Pair<Edge> = [this.follow(0, origins[0], codes[0]!), this.follow(1, origins[1], codes[1]!)]
    const edge = this.edgeOf(node, edges, node.register + Number(hasVersion), foundIn(node.kind, codes[0]!))
    node.edges[hasVersion ? node.base + 1 : code] = edge
    return edge
  }

  private follow(reading: 0 | 1, node: Node, code: number): Edge {
    return node.edges[code] ?? this.automata[reading].grow(node, code)
  }

  private edgeOf(node: PlanNode, [one, other]: Pair<Edge>, registers: number, found: boolean | null): PlanEdge {
    const results = ([one, other] as const).map(({ ends, result }, at) =>
      ends && result !== null ? meant(readings[at]!, result, registers) : null,
    )
    if (one.ends !== other.ends || one.fails !== other.fails || !isSame(results[0]!, results[1]!))
      throw this.refused(node.program)
    if (one.next === IDLE) return { next: null, result: one.fails ? null : results[0]!, found }
    const nodes = [one, other].map(({ next }, at) => this.automata[at]!.nodes[next]!)
    return { next: this.nodeOf([nodes[0]!, nodes[1]!], registers), result: null, found }
  }

  private nodeOf(origins: Pair<Node>, registers: number): PlanNode {
    const [one, other] = origins
    const known = this.known.get(one)
    if (known !== undefined) return known
    const symbols = origins.map(({ request }, at) => ({
      version: symbolOf(request.version, readings[at]!, registers),
      expected: symbolOf(request.expected, readings[at]!, registers),
    }))
    const isAlike =
      one.kind === other.kind &&
      one.request.later === other.request.later &&
      one.request.stamp === other.request.stamp &&
      isSame(symbols[0]!.version, symbols[1]!.version) &&
      isSame(symbols[0]!.expected, symbols[1]!.expected)
    if (!isAlike || registers >= REGISTERS_MAX) throw this.refused(one.program)
    const node = this.bound(one, symbols[0]!, registers)
    this.known.set(one, node)
    this.origins.set(node, origins)
    return node
  }

  private bound(
    { kind, request: asked, program, isCaches }: Node,
    symbols: Pick<PlanNode, 'version' | 'expected'>,
    register: number,
  ): PlanNode {
    const request = { ...asked }
    const { perform, ready } = kind.bind(this.ground, request)
    return {
      kind,
      target: kind.resource,
      role: kind.role ?? null,
      program,
      isCaches,
      stamp: asked.stamp ?? null,
      request,
      ...symbols,
      perform,
      ready: ready ?? null,
      base: baseOf(kind),
      register,
      edges: [],
    }
  }

  private refused(program: Program): ProgramRefused {
    return new ProgramRefused(
      program,
      null,
      'goes another way for another version of the same kind of reply, and cannot be run under load. Let it depend on whether there is a version only.',
    )
  }
}

const symbolOf = (version: number | undefined, reading: Reading, registers: number): Meant | null =>
  version === undefined ? null : meant(reading, version, registers)
