/**
 * A loader: runs a program that no client asked for, a round for one key at a time, e.g. a warm-up or the reload
 * of what is cached.
 *
 * Its program is a reader's fill without the reader: it may ask whatever a reader may and obeys the guards that a
 * reader's fills obey; nobody hears what it ends with. Each key has a round of its own, so that a step touches
 * its key alone. Faults at requests strike clients only.
 *
 * Cells: by key, the node at which a round waits; IDLE between rounds.
 */
import { IDLE, type Automata, type Edge, type Held, type Node } from './automaton'
import { CellOverflow, type Memory } from './layout'

/** As a schedule names its steps: `refresh:x`, `warm:x`. */
export type LoaderName = 'refresh' | 'warm'

/** A step of a loader, for whoever tells the story. */
export interface LoadStep {
  readonly node: Node
  /** The code of the reply. */
  readonly code: number
  readonly edge: Edge
}

export class Loader {
  last: LoadStep | null = null
  private readonly nodes: readonly (Node | null)[]

  /** `at` is its first cell, `starts` the first node for each key, `asker` an index that is no client's. */
  constructor(
    readonly name: LoaderName,
    private readonly memory: Memory,
    private readonly automata: Automata,
    private readonly at: number,
    private readonly starts: readonly Node[],
    private readonly asker: number,
  ) {
    this.nodes = automata.nodes
  }

  /** The node at which the round of a key waits; null between rounds. */
  node(key: number): Node | null {
    return this.nodes[this.memory.cells[this.at + key]!]!
  }

  isUnderWay(key: number): boolean {
    return this.memory.cells[this.at + key] !== IDLE
  }

  /** What the round of a key has selected and not stored yet. */
  held(key: number): readonly Held[] {
    return this.node(key)?.held ?? []
  }

  /** Takes the next step of a key's round, beginning one where none is under way; null while it has to wait. */
  step(key: number): LoadStep | null {
    const { cells, max, width } = this.memory
    const node = this.node(key) ?? this.starts[key]!
    if (node.ready !== null && !node.ready(this.asker)) return null
    const code = node.perform(this.asker)
    const edge = node.edges[code] ?? this.automata.grow(node, code)
    if (edge.next > max) throw new CellOverflow(width)
    cells[this.at + key] = edge.next
    this.last = { node, code, edge }
    return this.last
  }
}
