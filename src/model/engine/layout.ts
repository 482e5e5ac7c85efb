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

/** Collects the cells that a scenario needs. */
export class Layout {
  private readonly offsets = new Map<string, number>()
  private length = 0

  /** Reserves `count` neighbouring cells under a name and returns the first one's offset; each name once. */
  reserve(name: string, count: number): number {
    if (this.offsets.has(name)) throw new Error(`The cells "${name}" are reserved twice.`)
    const offset = this.length
    this.offsets.set(name, offset)
    this.length += count
    return offset
  }

  /** Ends the reservations and makes the scratch world. */
  seal(width: CellWidth): Memory {
    const words = new Int32Array(Math.max(1, Math.ceil((this.length * width) / 4)))
    const cells =
      width === 1
        ? new Uint8Array(words.buffer)
        : width === 2
          ? new Uint16Array(words.buffer)
          : new Uint32Array(words.buffer)
    return { cells, words, width, max: 2 ** (8 * width) - 1, offsets: this.offsets }
  }
}

/** The scratch world: every move reads and writes `cells`; the explorer copies `words`. */
export interface Memory {
  readonly cells: Cells
  readonly words: Int32Array
  readonly width: CellWidth
  /** The largest number that fits a cell. */
  readonly max: number
  readonly offsets: ReadonlyMap<string, number>
}

/** The first cell reserved under `name`, or -1 where this scenario has none. */
export const offsetOf = (memory: Memory, name: string): number => memory.offsets.get(name) ?? -1
