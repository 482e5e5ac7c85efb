/**
 * Register-linearizability of one key whose values repeat: a search for an order.
 *
 * An operation may come next when nothing that is still to come ended before it began. Three things keep the search
 * small, and none of them loses an explanation: a read of the value that is there comes at once; a write that nobody
 * will read comes at once before the next write that somebody will; and the same operations placed in another order are
 * tried once. Deciding is NP-complete, so the worst history still takes for ever; it needs many writes of
 * a few values, all at the same time.
 * Source: Wing and Gong, "Testing and Verifying Concurrent Objects", 1993; Lowe, "Testing for Linearizability", 2017.
 */
import { endOf, type History, type HistoryOperation } from './operation'

interface Frame {
  /** What may come next and has not been tried, the last one first. */
  readonly choices: number[]
  /** How many operations had been placed. */
  readonly placed: number
}

/** No value: nobody reads it. */
const UNREAD = -1

class OrderSearch {
  private readonly values: readonly number[]
  private readonly isFree: readonly boolean[]
  /** Answered reads that are still to come: all of them, and by value where it is not free. */
  private unread = 0
  private readonly wanted: number[]
  /** Writes that are still to come, by value. */
  private readonly writes: number[]
  private readonly isPlaced: boolean[]
  private readonly order: number[] = []
  /** Everything answered before this one has been placed. */
  private low = 0
  private value = 0
  private readonly tried = new Set<string>()

  /** First the `answered` operations, then the pending writes, each in the order in which they began. */
  constructor(
    private readonly operations: readonly HistoryOperation[],
    private readonly answered: number,
    initial: string | null,
    free: ReadonlySet<string | null>,
  ) {
    const ids = new Map([[initial, 0]])
    this.values = operations.map(({ value }) => ids.get(value) ?? ids.set(value, ids.size).size - 1)
    this.isFree = [...ids.keys()].map((value) => free.has(value))
    this.wanted = this.isFree.map(() => 0)
    this.writes = this.isFree.map(() => 0)
    this.isPlaced = operations.map(() => false)
    operations.forEach((_, index) => this.expect(index, 1))
  }

  find(): History | null {
    const frames: Frame[] = []
    this.readWhatIsThere()
    while (this.unread > 0) {
      if (!this.isLost() && !this.isTried()) frames.push(this.frame())
      for (;;) {
        const frame = frames.at(-1)
        if (!frame) return null
        this.unplaceTo(frame.placed)
        const choice = frame.choices.pop()
        if (choice !== undefined) {
          this.place(choice)
          break
        }
        frames.pop()
      }
      this.readWhatIsThere()
    }
    for (let index = this.low; index < this.answered; index++) if (!this.isPlaced[index]) this.place(index)
    return this.order.map((index) => this.operations[index]!)
  }

  /** Somebody still has to read what is there, and cannot yet, and nobody will write it again. */
  private isLost(): boolean {
    return this.wanted[this.value]! > 0 && this.writes[this.value] === 0
  }

  private isTried(): boolean {
    // What may not come next yet has not been placed either, so this list tells everything that has; and the value that
    // is there no longer matters, because nothing that may come next reads it.
    const state = this.possible().join(' ')
    return this.tried.has(state) || !this.tried.add(state)
  }

  /** What may come next, answered operations first. */
  private possible(): number[] {
    const { operations, answered, isPlaced } = this
    const found: number[] = []
    let soonest = Infinity
    for (let index = this.low; index < answered && operations[index]!.from <= soonest; index++) {
      if (isPlaced[index]) continue
      found.push(index)
      soonest = Math.min(soonest, endOf(operations[index]!))
    }
    for (let index = answered; index < operations.length && operations[index]!.from <= soonest; index++)
      if (!isPlaced[index]) found.push(index)
    return found
  }

  private readWhatIsThere(): void {
    this.placeAll((index) => this.operations[index]!.kind === 'read' && this.values[index] === this.value)
  }

  /** Places what nobody will read, and lists what may follow it. */
  private frame(): Frame {
    this.placeAll((index) => this.isAnsweredWrite(index) && this.wanted[this.values[index]!] === 0)
    const pending = new Set<number>()
    const choices = this.possible().filter((index) => {
      const value = this.values[index]!
      if (this.operations[index]!.kind === 'read') return this.isFree[value]
      if (this.wanted[value] === 0 || pending.has(value)) return false
      // Two pending writes of one value are as good as each other.
      if (index >= this.answered) pending.add(value)
      return true
    })
    return { choices: choices.reverse(), placed: this.order.length }
  }

  private isAnsweredWrite(index: number): boolean {
    return index < this.answered && this.operations[index]!.kind === 'write'
  }

  /** Places whatever may come next and is wanted, and what may come after it, until there is no more. */
  private placeAll(isWanted: (index: number) => boolean): void {
    for (let found = [-1]; found.length > 0;) {
      found = this.possible().filter(isWanted)
      for (const index of found) this.place(index)
    }
  }

  private place(index: number): void {
    this.isPlaced[index] = true
    this.order.push(index)
    this.expect(index, -1)
    this.value = this.values[index]!
    while (this.low < this.answered && this.isPlaced[this.low]) this.low++
  }

  private unplaceTo(count: number): void {
    while (this.order.length > count) {
      const index = this.order.pop()!
      this.isPlaced[index] = false
      this.expect(index, 1)
      if (index < this.answered) this.low = Math.min(this.low, index)
    }
    this.value = UNREAD
  }

  private expect(index: number, more: 1 | -1): void {
    const value = this.values[index]!
    if (this.operations[index]!.kind === 'write') {
      this.writes[value]! += more
      return
    }
    this.unread += more
    if (!this.isFree[value]) this.wanted[value]! += more
  }
}

/** An order that explains the operations of one key, in the order in which they began; null where there is none. */
export function searchOrder(
  operations: History,
  initial: string | null,
  free: ReadonlySet<string | null>,
): History | null {
  const answered = operations.filter(({ to }) => to !== null)
  const pending = operations.filter(({ to }) => to === null)
  return new OrderSearch([...answered, ...pending], answered.length, initial, free).find()
}
