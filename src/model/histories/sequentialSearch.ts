/**
 * A search for one order of everybody's operations on all keys.
 *
 * Each client is a list of which some first part has been placed; a pending write may come, or not, once everything
 * that its client was told before it has. A read of the value that is there comes at once, and so does a write that
 * nobody will read over a value that nobody will read any more: neither loses an explanation. A value that somebody
 * still has to read, and nobody will write again, is not overwritten. What is left is tried once for each set of lists
 * and values. Deciding is NP-complete; histories of a recording or a short run are what this is for.
 * Source: Gibbons and Korach, "Testing Shared Memories", SIAM J. Comput. 26(4), 1997, section 3.
 */
import type { Free } from './conflict'
import { counts, groupedBy, byBeginning, type History, type HistoryOperation, type Initial } from './operation'

/** Operations that come one after the other. */
interface Thread {
  readonly operations: readonly Entry[]
  /** Where it can begin: after so many operations of another thread. */
  readonly after: { readonly thread: number; readonly count: number } | null
}

interface Entry {
  readonly operation: HistoryOperation
  readonly key: number
  readonly value: number
}

interface Frame {
  readonly choices: number[]
  /** How many operations had been placed, and what was there. */
  readonly placed: number
}

class SequentialSearch {
  /** How many operations of each thread have been placed. */
  private readonly positions: number[]
  private readonly memory: number[]
  private readonly isFree: readonly (readonly boolean[])[]
  /** Reads and writes still to come, by key and value. */
  private readonly reads: readonly number[][]
  private readonly writes: readonly number[][]
  private unread = 0
  private readonly order: { readonly thread: number; readonly before: number }[] = []
  private readonly tried = new Set<string>()

  constructor(
    private readonly threads: readonly Thread[],
    keys: readonly (readonly boolean[])[],
  ) {
    this.positions = threads.map(() => 0)
    this.memory = keys.map(() => 0)
    this.isFree = keys
    this.reads = keys.map((values) => values.map(() => 0))
    this.writes = keys.map((values) => values.map(() => 0))
    for (const { operations } of threads) for (const entry of operations) this.expect(entry, 1)
  }

  find(): History | null {
    const frames: Frame[] = []
    this.placeWhatCanOnlyHelp()
    while (this.unread > 0) {
      if (!this.isTried()) frames.push({ choices: this.choices().reverse(), placed: this.order.length })
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
      this.placeWhatCanOnlyHelp()
    }
    return this.withTheRest()
  }

  private isTried(): boolean {
    const state = `${this.positions.join(' ')} ${this.memory.join(' ')}`
    return this.tried.has(state) || !this.tried.add(state)
  }

  /** The next operation of a thread, when it can begin. */
  private head(thread: number): Entry | null {
    const { operations, after } = this.threads[thread]!
    if (after && this.positions[after.thread]! < after.count) return null
    return operations[this.positions[thread]!] ?? null
  }

  private placeWhatCanOnlyHelp(): void {
    for (let isMore = true; isMore;) {
      isMore = false
      for (let thread = 0; thread < this.threads.length; thread++) {
        for (let entry = this.head(thread); entry && this.canOnlyHelp(entry); entry = this.head(thread)) {
          this.place(thread)
          isMore = true
        }
      }
    }
  }

  private canOnlyHelp({ operation, key, value }: Entry): boolean {
    const there = this.memory[key]!
    if (operation.kind === 'read') return value === there
    return operation.to !== null && !this.isWanted(key, value) && !this.isWanted(key, there)
  }

  /** Whether somebody still has to read it, and needs a write for it. */
  private isWanted(key: number, value: number): boolean {
    return !this.isFree[key]![value] && this.reads[key]![value]! > 0
  }

  private choices(): number[] {
    return [...this.threads.keys()].filter((thread) => {
      const entry = this.head(thread)
      if (!entry) return false
      const { operation, key, value } = entry
      const there = this.memory[key]!
      if (operation.kind === 'read' && !this.isFree[key]![value]) return false
      if (operation.kind === 'write' && operation.to === null && !this.isWanted(key, value)) return false
      return value === there || !this.isWanted(key, there) || this.writes[key]![there]! > 0
    })
  }

  private place(thread: number): void {
    const entry = this.threads[thread]!.operations[this.positions[thread]!++]!
    this.order.push({ thread, before: this.memory[entry.key]! })
    this.expect(entry, -1)
    this.memory[entry.key] = entry.value
  }

  private unplaceTo(count: number): void {
    while (this.order.length > count) {
      const { thread, before } = this.order.pop()!
      const entry = this.threads[thread]!.operations[--this.positions[thread]!]!
      this.expect(entry, 1)
      this.memory[entry.key] = before
    }
  }

  private expect({ operation, key, value }: Entry, more: 1 | -1): void {
    if (operation.kind === 'read') this.unread += more
    const counted = operation.kind === 'read' ? this.reads : this.writes
    counted[key]![value]! += more
  }

  /** The order so far, then the writes that nobody is left to read. */
  private withTheRest(): History {
    this.threads.forEach(({ operations }, thread) => {
      if (operations[0]?.operation.to === null) return
      while (this.positions[thread]! < operations.length) this.place(thread)
    })
    const next = this.threads.map(() => 0)
    return this.order.map(({ thread }) => this.threads[thread]!.operations[next[thread]!++]!.operation)
  }
}

/** An order that explains the whole history; null where there is none. */
export function searchSequentialOrder(history: History, initial: Initial, free: Free): History | null {
  const operations = byBeginning(history.filter(counts))
  const byName = [...groupedBy(operations, ({ key }) => key)]
  const keys = new Map(byName.map(([key], index) => [key, index]))
  const ids = byName.map(([key, ofKey]) => {
    const values = new Map([[initial[key] ?? null, 0]])
    for (const { value } of ofKey) if (!values.has(value)) values.set(value, values.size)
    return values
  })
  const entryOf = (operation: HistoryOperation): Entry => {
    const key = keys.get(operation.key)!
    return { operation, key, value: ids[key]!.get(operation.value)! }
  }
  const threads = threadsOf(operations, entryOf)
  const isFree = byName.map(([key], index) =>
    [...ids[index]!.keys()].map((value) => free.get(key)?.has(value) === true),
  )
  return new SequentialSearch(threads, isFree).find()
}

/** A thread for the answered operations of each client, and one for each pending write. */
function threadsOf(operations: History, entryOf: (operation: HistoryOperation) => Entry): Thread[] {
  const clients = [...groupedBy(operations, ({ client }) => client).values()]
  const answered = clients.map((own) => own.filter(({ to }) => to !== null))
  const pending = clients.flatMap((own, thread) =>
    own.flatMap((operation, index): Thread[] => {
      const count = own.slice(0, index).filter(({ to }) => to !== null).length
      return operation.to === null ? [{ operations: [entryOf(operation)], after: { thread, count } }] : []
    }),
  )
  return [...answered.map((own): Thread => ({ operations: own.map(entryOf), after: null })), ...pending]
}
