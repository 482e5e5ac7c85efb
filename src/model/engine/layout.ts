/**
 * The memory of a world: a row of small unsigned numbers ("cells"), copied, compared and hashed as
 * 32-bit words over the same buffer. Resources, clients, faults and monitors reserve named cells
 * while a scenario is compiled; afterwards the layout is sealed and an offset is a constant.
 */

/** A view of the scratch world. The explorer uses the narrowest that fits; a long run the widest. */
export type Cells = Uint8Array | Uint16Array | Uint32Array

/** Bytes of one cell. */
export type CellWidth = 1 | 2 | 4

/** A value did not fit its cell: compile again with the next width. */
export class CellOverflow extends Error {
  constructor(readonly width: CellWidth) {
    super(`A world needs cells wider than ${width} byte(s).`)
    this.name = 'CellOverflow'
  }
}

/**
 * Collects the cells that a scenario needs. Every cell belongs to a part of the world: to one key, to one
 * client, or to the world as a whole. A client's step touches its own part, the key that it asks for and
 * the world's; the explorer counts on it.
 */
export class Layout {
  private readonly offsets = new Map<string, number>()
  private readonly parts: number[][]
  private readonly clientCells = new Map<number, ClientCell>()
  private length = 0

  constructor(
    private readonly keys: number,
    private readonly clients: number,
  ) {
    this.parts = Array.from({ length: keys + clients + 1 }, () => [])
  }

  /** Reserves `each` neighbouring cells a key, the first key's first; returns the first one's offset. */
  reservePerKey(name: string, each = 1): number {
    return this.reserve(name, each, this.keys, 0)
  }

  /** Reserves `each` neighbouring cells a client. */
  reservePerClient(name: string, each = 1): number {
    return this.reserve(name, each, this.clients, this.keys)
  }

  /** Reserves cells of one client. */
  reserveForClient(name: string, client: number, count: number): number {
    return this.reserve(name, count, 1, this.keys + client)
  }

  /** Reserves cells of one key. */
  reserveForKey(name: string, key: number, count: number): number {
    return this.reserve(name, count, 1, key)
  }

  /** Reserves cells of the world as a whole. */
  reserveForWorld(name: string, count: number): number {
    return this.reserve(name, count, 1, this.keys + this.clients)
  }

  /** Says that cells reserved under `name`, every `each`th of them, name a client: its index + 1, or 0 for nobody. */
  namesClients(name: string, times: number, each = 1): void {
    const offset = this.offsets.get(name)!
    for (let time = 0; time < times; time++) this.clientCells.set(offset + time * each, 'name')
  }

  /** Reserves a cell for each client beside every key: what the key remembers about the client. */
  reservePerKeyAndClient(name: string): number {
    const offset = this.reserve(name, this.clients, this.keys, 0)
    for (let at = 0; at < this.keys * this.clients; at++) this.clientCells.set(offset + at, at % this.clients)
    return offset
  }

  /** Reserves a cell for each client beside the world as a whole: what is known about the client and read by all. */
  reserveForWorldPerClient(name: string): number {
    const offset = this.reserve(name, this.clients, 1, this.keys + this.clients)
    for (let client = 0; client < this.clients; client++) this.clientCells.set(offset + client, client)
    return offset
  }

  private reserve(name: string, each: number, times: number, firstPart: number): number {
    if (this.offsets.has(name)) throw new Error(`The cells "${name}" are reserved twice.`)
    const offset = this.length
    this.offsets.set(name, offset)
    for (let time = 0; time < times; time++)
      for (let i = 0; i < each; i++) this.parts[firstPart + time]!.push(this.length++)
    return offset
  }

  /** Ends the reservations and makes the scratch world. */
  seal(width: CellWidth): Memory {
    const words = new Int32Array(Math.max(1, Math.ceil((this.length * width) / 4)))
    const cells = viewAs(words, width)
    const { offsets, parts, clientCells } = this
    return { cells, words, width, max: 2 ** (8 * width) - 1, offsets, parts, clientCells }
  }
}

/** The same memory as numbers of `width` bytes. */
export const viewAs = (words: Int32Array, width: CellWidth): Cells =>
  width === 1
    ? new Uint8Array(words.buffer)
    : width === 2
      ? new Uint16Array(words.buffer)
      : new Uint32Array(words.buffer)

/** The scratch world: every move reads and writes `cells`; the explorer copies `words`. */
export interface Memory {
  readonly cells: Cells
  readonly words: Int32Array
  readonly width: CellWidth
  /** The largest number that fits a cell. */
  readonly max: number
  readonly offsets: ReadonlyMap<string, number>
  /** Offsets of the cells of each part: first the keys, then the clients, last the world as a whole. */
  readonly parts: readonly (readonly number[])[]
  /** Cells outside the clients' own parts that are about a client. */
  readonly clientCells: ReadonlyMap<number, ClientCell>
}

/** The cell holds the name of a client (index + 1, or 0 for nobody), or it belongs to the client of this index. */
export type ClientCell = 'name' | number

/** The first cell reserved under `name`, or -1 where this scenario has none. */
export const offsetOf = (memory: Memory, name: string): number => memory.offsets.get(name) ?? -1
