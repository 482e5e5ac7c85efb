/**
 * A world in parts: one small id for each key, each client and the world as a whole.
 *
 * Worlds differ in how their parts are combined far more than in the parts themselves, so each part's
 * cells are stored once and a world is a row of ids (the "collapse" of Holzmann, "State Compression in
 * SPIN", 1997). It also makes a step a look-up: what a client does depends on few parts.
 */
import { viewAs, type Cells, type CellWidth, type Memory } from '../engine/layout'
import { Numbering } from './numbering'

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
  private readonly numberings: readonly Numbering[]
  private readonly max: number

  /** `alike` are groups of clients that may change places; their parts share their ids. */
  constructor(
    private readonly memory: Memory,
    private readonly width: CellWidth,
    alike: readonly (readonly number[])[] = [],
    firstClient = 0,
  ) {
    this.count = memory.parts.length
    this.words = new Int32Array(Math.ceil((this.count * width) / 4))
    this.ids = viewAs(this.words, width)
    this.max = 2 ** (8 * width) - 1
    const leader = (part: number) => {
      const group = alike.find((clients) => clients.includes(part - firstClient))
      return group === undefined ? part : firstClient + group[0]!
    }
    const own = memory.parts.map(() => new Numbering())
    this.numberings = own.map((_, part) => own[leader(part)]!)
  }

  /** Whether a part that is no client's is about clients. */
  get namesClients(): boolean {
    return this.memory.clientCells.size > 0
  }

  /** Reads one part of the memory into its id. */
  pack(part: number): void {
    const { cells, parts } = this.memory
    this.ids[part] = this.idOf(part, cells, parts[part]!)
  }

  /** The id that a key's part or the world's has once clients have changed places; `index` is the number of the exchange. */
  exchanged(part: number, index: number, exchange: readonly number[]): number {
    const id = this.ids[part]!
    const known = ((this.exchanges[part] ??= [])[index] ??= [])
    return (known[id] ??= this.exchange(part, id, exchange))
  }

  private readonly exchanges: (number | undefined)[][][] = []

  private exchange(part: number, id: number, exchange: readonly number[]): number {
    const value = this.numberings[part]!.rows[id]!
    const at = this.memory.parts[part]!
    const moved = value.slice()
    at.forEach((offset, i) => {
      const cell = this.memory.clientCells.get(offset)
      if (cell === 'name' && value[i]! > 0) moved[i] = exchange[value[i]! - 1]! + 1
      if (typeof cell === 'number') moved[i + exchange[cell]! - cell] = value[i]!
    })
    return this.idOf(part, moved, [...moved.keys()])
  }

  private idOf(part: number, cells: Cells | readonly number[], at: readonly number[]): number {
    const id = this.numberings[part]!.of(cells, at)
    if (id > this.max) throw new IdOverflow(this.width)
    return id
  }

  packAll(): void {
    for (let part = 0; part < this.count; part++) this.pack(part)
  }

  /** Writes the world at hand into the memory. */
  unpack(): void {
    const { cells, parts } = this.memory
    for (let part = 0; part < this.count; part++) {
      const value = this.numberings[part]!.rows[this.ids[part]!]!
      const at = parts[part]!
      for (let i = 0; i < at.length; i++) cells[at[i]!] = value[i]!
    }
  }

  /** Whether the memory still has this part as the ids say. */
  isUnchanged(part: number): boolean {
    const { cells, parts } = this.memory
    return this.numberings[part]!.isAt(this.ids[part]!, cells, parts[part]!)
  }
}
