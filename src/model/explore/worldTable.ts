/**
 * The set of worlds met so far, and the queue of a breadth-first search in one.
 *
 * Worlds stand twice: in the order of discovery, with the index of the world that each was first met
 * from, which is the queue and enough to tell the shortest way to it; and in a hash table with open
 * addressing. The table holds the worlds themselves, not their indices, so that a look-up touches one
 * place in memory: that is what a search spends its time on.
 *
 * A slot of zeros is empty. The start world is all zeros, as its parts are the first of their kind, and
 * is known without being looked up.
 */
const FULL = 0.8

export class WorldTable {
  /** Worlds so far, the start included. */
  count = 1
  private queue: Int32Array
  private parents: Int32Array
  private slots: Int32Array
  private mask: number
  private capacity = 1 << 8
  private limit: number
  private readonly words: number

  /** `scratch` is the world that `add` looks up and stores; at first the start, all zeros. */
  constructor(private readonly scratch: Int32Array) {
    this.words = scratch.length
    this.queue = new Int32Array(this.capacity * this.words)
    this.parents = new Int32Array(this.capacity)
    this.parents[0] = -1
    this.slots = new Int32Array(this.capacity * 2 * this.words)
    this.mask = this.capacity * 2 - 1
    this.limit = Math.floor(this.capacity * 2 * FULL)
  }

  /** Bytes of all tables. */
  get bytes(): number {
    return this.queue.byteLength + this.parents.byteLength + this.slots.byteLength
  }

  /** Index of the world from which this one was first met; -1 for the start. */
  parentOf(index: number): number {
    return this.parents[index]!
  }

  /** Copies a world into the scratch. */
  load(index: number): void {
    const { scratch, queue, words } = this
    const from = index * words
    for (let i = 0; i < words; i++) scratch[i] = queue[from + i]!
  }

  /** Whether the scratch holds this world. */
  isAt(index: number): boolean {
    return this.scratch.every((word, i) => word === this.queue[index * this.words + i])
  }

  /** Stores the scratch's world if it is new, and says whether it was. */
  add(parent: number): boolean {
    const { scratch, slots, mask, words } = this
    let union = 0
    for (let i = 0; i < words; i++) union |= scratch[i]!
    if (union === 0) return false
    let slot = this.hash() & mask
    for (;;) {
      const at = slot * words
      let isSame = true
      let seen = 0
      for (let i = 0; i < words; i++) {
        const word = slots[at + i]!
        seen |= word
        if (word !== scratch[i]) isSame = false
      }
      if (isSame) return false
      if (seen === 0) break
      slot = (slot + 1) & mask
    }
    this.insert(slot, parent)
    return true
  }

  private insert(slot: number, parent: number): void {
    const { scratch, words } = this
    if (this.count === this.capacity) this.growQueue()
    const index = this.count++
    const { queue, slots } = this
    for (let i = 0; i < words; i++) {
      queue[index * words + i] = scratch[i]!
      slots[slot * words + i] = scratch[i]!
    }
    this.parents[index] = parent
    if (this.count > this.limit) this.growSlots()
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

  private growQueue(): void {
    this.capacity = this.capacity < 1 << 20 ? this.capacity * 2 : Math.ceil(this.capacity * 1.25)
    const queue = new Int32Array(this.capacity * this.words)
    queue.set(this.queue)
    const parents = new Int32Array(this.capacity)
    parents.set(this.parents)
    this.queue = queue
    this.parents = parents
  }

  private growSlots(): void {
    const { words } = this
    const slots = new Int32Array(this.slots.length * 2)
    this.mask = slots.length / words - 1
    this.limit = Math.floor((this.mask + 1) * FULL)
    const saved = this.scratch.slice()
    for (let index = 1; index < this.count; index++) {
      this.load(index)
      let slot = this.hash() & this.mask
      while (!isEmpty(slots, slot * words, words)) slot = (slot + 1) & this.mask
      slots.set(this.scratch, slot * words)
    }
    this.scratch.set(saved)
    this.slots = slots
  }
}

function isEmpty(slots: Int32Array, at: number, words: number): boolean {
  for (let i = 0; i < words; i++) if (slots[at + i] !== 0) return false
  return true
}
