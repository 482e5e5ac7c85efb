/**
 * A world in parts: one small id for each key, each client and the world as a whole.
 *
 * Worlds differ in how their parts are combined far more than in the parts themselves, so each part's
 * cells are stored once and a world is a row of ids (the "collapse" of Holzmann, "State Compression in
 * SPIN", 1997). It also makes a step a look-up: what a client does depends on few parts.
 */
import { viewAs, type Cells, type CellWidth, type Memory } from '../engine/layout'

/** A part has more values than an id of this width can tell apart: search again with a wider one. */
export class IdOverflow extends Error {
  constructor(readonly width: CellWidth) {
    super(`A part of the world has more values than ${width} byte(s) can number.`)
    this.name = 'IdOverflow'
  }
}

export class Parts {
  /** The ids of the world at hand, as numbers and as the words that a table stores. */
  readonly ids: Cells
  readonly words: Int32Array
  readonly count: number
  private readonly known: readonly Map<string, number>[]
  private readonly values: readonly (readonly number[])[][]
  private readonly max: number

  constructor(
    private readonly memory: Memory,
    private readonly width: CellWidth,
  ) {
    this.count = memory.parts.length
    this.words = new Int32Array(Math.ceil((this.count * width) / 4))
    this.ids = viewAs(this.words, width)
    this.max = 2 ** (8 * width) - 1
    this.known = memory.parts.map(() => new Map())
    this.values = memory.parts.map(() => [])
  }

  /** Reads one part of the memory into its id. */
  pack(part: number): void {
    const { cells, parts } = this.memory
    const value = parts[part]!.map((at) => cells[at]!)
    const name = value.join()
    const known = this.known[part]!
    let id = known.get(name)
    if (id === undefined) {
      id = known.size
      if (id > this.max) throw new IdOverflow(this.width)
      known.set(name, id)
      this.values[part]!.push(value)
    }
    this.ids[part] = id
  }

  packAll(): void {
    for (let part = 0; part < this.count; part++) this.pack(part)
  }

  /** Writes the world at hand into the memory. */
  unpack(): void {
    const { cells, parts } = this.memory
    for (let part = 0; part < this.count; part++) {
      const value = this.values[part]![this.ids[part]!]!
      const at = parts[part]!
      for (let i = 0; i < at.length; i++) cells[at[i]!] = value[i]!
    }
  }

  /** Whether the memory still has this part as the ids say. */
  isUnchanged(part: number): boolean {
    const { cells, parts } = this.memory
    const value = this.values[part]![this.ids[part]!]!
    return parts[part]!.every((at, i) => cells[at] === value[i])
  }
}
