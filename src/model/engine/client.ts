/**
 * A client: takes its operations in order, each one an automaton.
 *
 * Cells, two a client: how many operations have begun, and the node inside the last one (IDLE between
 * operations). A crashed client has begun them all. An operation is invoked with its first answered
 * request and responds with its last, so a first request that must wait has not begun anything.
 */
import { IDLE, type Automata, type Edge, type Node } from './automaton'
import { CellOverflow, type Cells, type Memory } from './layout'
import type { Mover } from './mover'
import type { Operation } from '../scenario/scenario'

/** Told of every invocation and response, while a property of histories is checked. */
export interface Watcher {
  /** `client` begins an operation on a key. */
  invoked(client: number, role: 'read' | 'write', keyIndex: number): void
  /** `client` gets its answer. */
  responded(client: number, role: 'read' | 'write', keyIndex: number, version: number): void
}

export class ClientMover implements Mover {
  readonly awaited = true
  watcher: Watcher | null = null
  /** The step last taken, for whoever tells the story: the node that asked and the code of the reply. */
  lastNode = IDLE
  lastCode = 0
  private readonly begunAt: number
  private readonly nodeAt: number
  private readonly cells: Cells
  private readonly nodes: readonly (Node | null)[]

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
  ) {
    this.begunAt = offset
    this.nodeAt = offset + 1
    this.cells = memory.cells
    this.nodes = automata.nodes
  }

  get choices(): number {
    const { cells } = this
    if (cells[this.nodeAt] !== IDLE) return 1
    const begun = cells[this.begunAt]!
    return begun < this.starts.length ? this.starts[begun]!.length : 0
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

  /** The node that `choice` would step from, or null when there is no such choice. */
  at(choice: number): Node | null {
    const node = this.node
    if (node !== null) return choice === 0 ? node : null
    return this.starts[this.begun]?.[choice] ?? null
  }

  word(choice: number): string {
    const open = this.node === null && this.operations[this.begun]?.kind === 'any'
    if (!open) return this.name
    const { role, key } = this.at(choice)!.program
    return `${this.name}:${role}-${key}`
  }

  move(choice: number): boolean {
    const { cells } = this
    const id = cells[this.nodeAt]!
    const node = id === IDLE ? this.starts[cells[this.begunAt]!]![choice]! : this.nodes[id]!
    if (node.ready !== null && !node.ready(this.index)) return false
    const code = node.perform(this.index)
    const edge = node.edges[code] ?? this.automata.grow(node, code)
    if (edge.next > this.memory.max) throw new CellOverflow(this.memory.width)
    if (id === IDLE) cells[this.begunAt]!++
    cells[this.nodeAt] = edge.next
    this.lastNode = node.id
    this.lastCode = code
    if (this.watcher !== null) this.tell(this.watcher, node, edge, id === IDLE)
    return true
  }

  /** Stops the client; what it asked for stays as it is. */
  stop(leaveRunning: boolean): void {
    this.cells[this.begunAt] = this.starts.length
    if (!leaveRunning) this.cells[this.nodeAt] = IDLE
  }

  /** Whether nobody is there any more to hear the answer. Set by the crash fault. */
  isCrashed: () => boolean = () => false

  private tell(watcher: Watcher, node: Node, edge: Edge, begins: boolean): void {
    const { role, key } = node.program
    if (begins) watcher.invoked(this.index, role, this.keyIndex(key))
    if (edge.ends && !this.isCrashed()) watcher.responded(this.index, role, this.keyIndex(key), edge.result)
  }
}
