/**
 * A client: takes its operations in order, each one an automaton.
 *
 * Cells, two a client: how many operations have begun, and the node inside the last one (IDLE between
 * operations). A crashed client has begun them all. An operation is invoked with its first answered
 * request and responds with its last, so a first request that must wait has not begun anything.
 *
 * An endless reader begins its last operation again each time it is over, so that operation never counts as
 * begun. What it has begun must come to its end; another round need not begin for a world to be quiet.
 *
 * Where requests can be struck by faults, each of a client's steps is offered once as it is and once for
 * each fault, in that order.
 */
import { IDLE, type Automata, type Edge, type Node } from './automaton'
import { CellOverflow, type Cells, type Memory } from './layout'
import type { Mover } from './mover'
import { presumedCode, strikes, tellsError, type RequestFault } from './requestFault'
import { apart } from './together'
import type { Operation } from '../scenario/scenario'

/**
 * Told of every invocation and response, while a property of histories is checked. An operation on two
 * rows is told row by row, with nothing in between.
 */
export interface Watcher {
  /** `client` begins an operation on a row. */
  invoked(client: number, role: 'read' | 'write', keyIndex: number): void
  /** `client` gets its answer. */
  responded(client: number, role: 'read' | 'write', keyIndex: number, version: number): void
  /**
   * `client` gets no answer: its read found nothing, which says nothing of the row, or its operation ended
   * with an error and may or may not have taken effect.
   */
  failed?(client: number, role: 'read' | 'write', keyIndex: number): void
  /** An operation on two rows is over, after its rows were told one by one. */
  together?(role: 'read' | 'write', rows: readonly number[], versions: readonly number[]): void
}

/** A step of a client: the node that asked, the fault that struck the request, if one did, and what followed. */
export interface LastStep {
  readonly node: Node
  readonly fault: RequestFault | null
  /** The code of the reply, heard or presumed; -1 for an error. */
  readonly code: number
  readonly edge: Edge
}

export class ClientMover implements Mover {
  watcher: Watcher | null = null
  /** The step last taken, for whoever tells the story. */
  last: LastStep | null = null
  private readonly begunAt: number
  private readonly nodeAt: number
  private readonly cells: Cells
  private readonly nodes: readonly (Node | null)[]
  /** How many ways a request can go. */
  private readonly ways: number

  /** `starts[i]` are the first nodes that the i-th operation may take: one, or the menu of an `any`. */
  constructor(
    readonly name: string,
    readonly index: number,
    readonly operations: readonly Operation[],
    private readonly starts: readonly (readonly Node[])[],
    private readonly automata: Automata,
    private readonly memory: Memory,
    private readonly keyIndex: (key: string) => number,
    offset: number,
    private readonly faults: readonly RequestFault[],
  ) {
    this.begunAt = offset
    this.nodeAt = offset + 1
    this.cells = memory.cells
    this.nodes = automata.nodes
    this.ways = 1 + faults.length
  }

  get choices(): number {
    const { cells } = this
    if (cells[this.nodeAt] !== IDLE) return this.ways
    const begun = cells[this.begunAt]!
    return begun < this.starts.length ? this.starts[begun]!.length * this.ways : 0
  }

  get awaited(): boolean {
    return !this.isBetweenRounds
  }

  /** Whoever can step does so at last; an endless reader reads on. */
  isFair(): boolean {
    return true
  }

  /** It reads for ever, and is not reading just now. */
  get isBetweenRounds(): boolean {
    return this.node === null && this.isEndless
  }

  private get isEndless(): boolean {
    return this.operations[this.begun]?.kind === 'forever'
  }

  /** It could go on if nobody else did anything: with its next request, or by beginning another round. */
  get canGoOn(): boolean {
    return Array.from({ length: this.choices }, (_, choice) => this.at(choice)).some(
      (node) => node !== null && (node.ready === null || node.ready(this.index)),
    )
  }

  get begun(): number {
    return this.cells[this.begunAt]!
  }

  /** The node that the client waits at, or null between operations. */
  get node(): Node | null {
    return this.nodes[this.cells[this.nodeAt]!]!
  }

  get isFinished(): boolean {
    return this.cells[this.nodeAt] === IDLE && this.begun === this.starts.length
  }

  /** Whether it reads the key now or may yet do so. */
  mayStillRead(key: string): boolean {
    if (this.isCrashed()) return false
    const reads = (next: Operation) =>
      next.kind === 'any' ||
      ((next.kind === 'read' || next.kind === 'increment' || next.kind === 'forever') && next.key === key)
    return (this.node !== null && reads(this.node.program.deed)) || this.operations.slice(this.begun).some(reads)
  }

  /** The node that `choice` would step from, or null when there is no such choice. */
  at(choice: number): Node | null {
    const which = Math.floor(choice / this.ways)
    const node = this.node === null ? this.starts[this.begun]?.[which] : which === 0 ? this.node : null
    const fault = this.faultOf(choice)
    return node && (fault === null || strikes(fault, node.kind)) ? node : null
  }

  /** The fault that strikes the request under this choice; null where it is answered. */
  faultOf(choice: number): RequestFault | null {
    return this.faults[(choice % this.ways) - 1] ?? null
  }

  word(choice: number): string {
    const fault = this.faultOf(choice)
    const ending = fault === null ? '' : `!${fault.mark}`
    const open = this.node === null && this.operations[this.begun]?.kind === 'any'
    const node = open ? this.at(choice) : null
    if (node === null) return `${this.name}${ending}`
    const { kind, key } = node.program.deed
    return `${this.name}:${kind}-${key}${ending}`
  }

  move(choice: number): boolean {
    const { cells } = this
    const node = this.at(choice)
    if (node === null || (node.ready !== null && !node.ready(this.index))) return false
    const fault = this.faultOf(choice)
    const step = fault === null ? this.answer(node) : this.strike(node, fault)
    if (step === null) return false
    const { edge } = step
    if (edge.next > this.memory.max) throw new CellOverflow(this.memory.width)
    const begins = cells[this.nodeAt] === IDLE
    if (begins && !this.isEndless) cells[this.begunAt]!++
    const next = this.isOutlived(edge) ? IDLE : edge.next
    cells[this.nodeAt] = next
    if (this.forget !== null && (next === IDLE || this.nodes[next]!.path.length === 0))
      this.forget(this.keyIndex(node.program.key))
    this.last = step
    if (this.watcher !== null) this.tell(this.watcher, node, edge, begins)
    return true
  }

  private answer(node: Node): LastStep {
    const code = node.perform(this.index)
    return { node, fault: null, code, edge: node.edges[code] ?? this.automata.grow(node, code) }
  }

  /** Lets a fault happen to the request; null where none is left. */
  private strike(node: Node, fault: RequestFault): LastStep | null {
    if (!fault.spend()) return null
    if (fault.fate === 'unheard') node.perform(this.index)
    fault.leave?.(this.index, node)
    if (tellsError(fault.fate)) return { node, fault, code: -1, edge: this.automata.fail(node) }
    return { node, fault, code: presumedCode(node.kind), edge: this.automata.presume(node) }
  }

  /** Stops the client; what it asked for stays as it is, and a load that the cache has begun goes on. */
  stop(): void {
    this.cells[this.begunAt] = this.starts.length
    const { node } = this
    if (node?.isCaches === true) return
    if (node !== null) this.forget?.(this.keyIndex(node.program.key))
    this.cells[this.nodeAt] = IDLE
  }

  /** Whether the cache has finished a load from which nobody is left to go on. */
  private isOutlived({ next }: Edge): boolean {
    return next !== IDLE && this.isCrashed() && !this.nodes[next]!.isCaches
  }

  /** Told when an operation is over or starts over, so that nothing of it stays with the key. Set by the stamps. */
  forget: ((keyIndex: number) => void) | null = null

  /** Whether nobody is there any more to hear the answer. Set by the crash fault. */
  isCrashed: () => boolean = () => false

  private tell(watcher: Watcher, node: Node, edge: Edge, begins: boolean): void {
    const { role } = node.program
    const rows = node.program.rows.map(this.keyIndex)
    if (begins) for (const row of rows) watcher.invoked(this.index, role, row)
    if (!edge.ends || this.isCrashed()) return
    if (edge.fails || edge.result === null) {
      for (const row of rows) watcher.failed?.(this.index, role, row)
      return
    }
    const versions = rows.length === 1 ? [edge.result] : apart(edge.result)
    rows.forEach((row, at) => watcher.responded(this.index, role, row, versions[at]!))
    if (rows.length > 1) watcher.together?.(role, rows, versions)
  }
}
