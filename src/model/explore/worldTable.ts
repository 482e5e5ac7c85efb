/**
 * The set of worlds met so far: a hash table of indices into an arena of packed worlds. The arena is in
 * order of discovery, so it is the queue of a breadth-first search as well, and a parent index per world
 * is enough to tell the shortest way to it.
 *
 * Open addressing, linear probing, at most three quarters full. A world costs its words, four bytes for
 * the parent and its share of the table.
 */
const FULL = 0.75

export class WorldTable {
  /** Worlds so far. */
  count = 0
  private arena: Int32Array
  private parents: Int32Array
  private slots: Int32Array
  private mask: number
  private capacity = 1 << 8
  private limit: number
  private readonly words: number

  /** `scratch` is the world that `add` looks up and stores. */
  constructor(private readonly scratch: Int32Array) {
    this.words = scratch.length
    this.arena = new Int32Array(this.capacity * scratch.length)
    this.parents = new Int32Array(this.capacity)
    this.slots = new Int32Array(this.capacity * 2)
    this.mask = this.slots.length - 1
    this.limit = Math.floor(this.slots.length * FULL)
  }

  /** Bytes of all tables. */
  get bytes(): number {
    return this.arena.byteLength + this.parents.byteLength + this.slots.byteLength
  }

  /** Index of the world from which this one was first met; -1 for the start. */
  parentOf(index: number): number {
    return this.parents[index]!
  }

  /** Copies a world into the scratch. */
  load(index: number): void {
    const { scratch, arena, words } = this
    const from = index * words
    for (let i = 0; i < words; i++) scratch[i] = arena[from + i]!
  }

  /** Index of the scratch's world; stores it when it is new, which `count` shows. */
  add(parent: number): number {
    const { scratch, arena, slots, mask, words } = this
    let slot = this.hash() & mask
    let entry = slots[slot]!
    search: while (entry !== 0) {
      const at = (entry - 1) * words
      for (let i = 0; i < words; i++)
        if (arena[at + i] !== scratch[i]) {
          slot = (slot + 1) & mask
          entry = slots[slot]!
          continue search
        }
      return entry - 1
    }
    return this.insert(slot, parent)
  }

  private insert(slot: number, parent: number): number {
    if (this.count === this.capacity) this.growArena()
    const index = this.count++
    for (let i = 0, at = index * this.words; i < this.words; i++) this.arena[at + i] = this.scratch[i]!
    this.parents[index] = parent
    this.slots[slot] = index + 1
    if (this.count > this.limit) this.growSlots()
    return index
  }

  private hash(): number {
    const { scratch, words } = this
    let hash = 0
    for (let i = 0; i < words; i++) {
      hash = Math.imul(hash ^ scratch[i]!, 0x9e3779b1)
      hash ^= hash >>> 15
    }
    hash = Math.imul(hash, 0x85ebca6b)
    return hash ^ (hash >>> 13)
  }

  private growArena(): void {
    this.capacity = this.capacity < 1 << 20 ? this.capacity * 2 : Math.ceil(this.capacity * 1.5)
    const arena = new Int32Array(this.capacity * this.scratch.length)
    arena.set(this.arena)
    const parents = new Int32Array(this.capacity)
    parents.set(this.parents)
    this.arena = arena
    this.parents = parents
  }

  private growSlots(): void {
    const slots = new Int32Array(this.slots.length * 2)
    this.mask = slots.length - 1
    this.limit = Math.floor(slots.length * FULL)
    const saved = this.scratch.slice()
    for (let index = 0; index < this.count; index++) {
      this.load(index)
      let slot = this.hash() & this.mask
      while (slots[slot] !== 0) slot = (slot + 1) & this.mask
      slots[slot] = index + 1
    }
    this.scratch.set(saved)
    this.slots = slots
  }
}
