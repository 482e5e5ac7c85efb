/** Worlds by number, in the order in which they were met: rows of words, and a hash table of their numbers. */
export class WorldIndex {
  count = 0
  private rows: Int32Array
  private slots = new Int32Array(1 << 9)

  /** `words` is the length of a row. */
  constructor(private readonly words: number) {
    this.rows = new Int32Array(words << 8)
  }

  get bytes(): number {
    return this.rows.byteLength + this.slots.byteLength
  }

  /** Copies a world into `row`. */
  load(index: number, row: Int32Array): void {
    const from = index * this.words
    for (let i = 0; i < this.words; i++) row[i] = this.rows[from + i]!
  }

  /** The number of the world in `row`; it is stored when it is new. */
  numberOf(row: Int32Array): number {
    const mask = this.slots.length - 1
    let slot = this.hash(row) & mask
    for (; this.slots[slot] !== 0; slot = (slot + 1) & mask) {
      const index = this.slots[slot]! - 1
      if (this.isAt(index, row)) return index
    }
    return this.insert(slot, row)
  }

  private isAt(index: number, row: Int32Array): boolean {
    const from = index * this.words
    for (let i = 0; i < this.words; i++) if (this.rows[from + i] !== row[i]) return false
    return true
  }

  private insert(slot: number, row: Int32Array): number {
    const index = this.count++
    if (this.rows.length < this.count * this.words) {
      const rows = new Int32Array(this.rows.length * 2)
      rows.set(this.rows)
      this.rows = rows
    }
    for (let i = 0; i < this.words; i++) this.rows[index * this.words + i] = row[i]!
    this.slots[slot] = index + 1
    if (this.count * 2 > this.slots.length) this.grow()
    return index
  }

  private grow(): void {
    const slots = new Int32Array(this.slots.length * 2)
    const mask = slots.length - 1
    const row = new Int32Array(this.words)
    for (let index = 0; index < this.count; index++) {
      this.load(index, row)
      let slot = this.hash(row) & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = index + 1
    }
    this.slots = slots
  }

  private hash(row: Int32Array): number {
    let hash = 0
    for (let i = 0; i < this.words; i++) {
      hash = Math.imul(hash ^ row[i]!, 0x9e3779b1)
      hash ^= hash >>> 15
    }
    hash = Math.imul(hash, 0x85ebca6b)
    return hash ^ (hash >>> 13)
  }
}
