/**
 * Register-linearizable: each key behaves like one register in real time. Weaker than linearizable, because the order
 * of the database's commits does not count: two writes that overlap may have come in either order.
 *
 * Each version is written once, so it is known which write a read saw. Monitor, by key: which versions some operation
 * has returned or acknowledged (*ended*); after the end of which of them an operation with another version began
 * (*after*); which writes were answered; and what had ended when each write that is not answered began. By client and
 * key: what had ended when its operation began. Nothing explains a key when two versions have operations after each other's end,
 * or when a version that was read has no write left that can have made it: a pending write may be taken for any one.
 * Source: Gibbons and Korach, "Testing Shared Memories", SIAM J. Comput. 26(4), 1997, section 4 (see `histories/zones.ts`).
 */
import { offsetOf, type Cells, type Memory } from '../engine/layout'
import { beyondBounds } from '../explore/bounds'
import type { Judge, Property } from './property'
import { Versions } from './versionSets'
import { mayWrite, type Scenario } from '../scenario/scenario'

/** How many writes of one key may wait for their answers, or never get them. */
const pendingMax = (scenario: Scenario): number =>
  scenario.clients.flatMap(({ operations }) => operations).filter(mayWrite).length

/** The cells of the monitor, by what they are called in a layout. */
const cellNames = {
  ended: 'register:ended',
  after: 'register:after',
  answered: 'register:answered',
  pending: 'register:pending',
  began: 'register:began',
} as const

/** First cells of one key's sets: `after` has one for each version, `pending` one for each write without an answer. */
interface Sets {
  readonly ended: number
  readonly after: number
  readonly answered: number
  readonly pending: number
}

/** One key's monitor. */
class Register {
  constructor(
    private readonly cells: Cells,
    private readonly versions: Versions,
    private readonly at: Sets,
    private readonly pendingMax: number,
    private readonly isFromBefore: (index: number) => boolean,
  ) {}

  /** Notes what has ended by now, at a client's cells; a write goes among those that are pending. */
  begin(at: number, isWrite: boolean): void {
    const { cells, versions } = this
    cells.copyWithin(at, this.at.ended, this.at.ended + versions.size)
    // Whatever was written first was written before the run.
    versions.add(cells, at, 0)
    if (isWrite) this.insert(at)
  }

  /** An operation with this version ends that began when `at` had ended; clears `at`. */
  end(at: number, isWrite: boolean, index: number): void {
    const { cells, versions } = this
    const { after, ended, answered } = this.at
    for (const before of versions.of(cells, at))
      if (before !== index) versions.add(cells, after + before * versions.size, index)
    versions.add(cells, ended, index)
    if (isWrite) {
      versions.add(cells, answered, index)
      this.remove(at)
    }
    cells.fill(0, at, at + versions.size)
  }

  /** Whether some order of the writes explains what was read so far. */
  get isExplained(): boolean {
    const { cells, versions } = this
    const ended = versions.of(cells, this.at.ended)
    if (ended.some((one) => ended.some((other) => other < one && this.follows(one, other) && this.follows(other, one))))
      return false
    const unwritten = ended.filter(
      (index) => !versions.has(cells, this.at.answered, index) && !this.isFromBefore(index),
    )
    return this.canHaveBeenWritten(unwritten)
  }

  /** Whether an operation with version `one` began after one with `other` had ended. */
  private follows(one: number, other: number): boolean {
    return this.versions.has(this.cells, this.at.after + other * this.versions.size, one)
  }

  /** Whether each of these versions can have a pending write of its own. Whatever one that began late can be, an earlier one can. */
  private canHaveBeenWritten(unwritten: readonly number[]): boolean {
    const { cells, versions } = this
    const writes = this.slots().filter((slot) => cells[slot] !== 0)
    const begins = writes.map((slot) => versions.of(cells, slot)).sort((a, b) => a.length - b.length)
    const possible = unwritten.map((index) => {
      const tooLate = begins.findIndex((ended) => ended.some((other) => other === index || this.follows(other, index)))
      return tooLate === -1 ? begins.length : tooLate
    })
    return possible.sort((a, b) => a - b).every((count, place) => count > place)
  }

  private slots(): number[] {
    return Array.from({ length: this.pendingMax }, (_, slot) => this.at.pending + slot * this.versions.size)
  }

  /** Adds a set to the pending ones, which stand in order so that the same ones are the same world. */
  private insert(at: number): void {
    this.store([...this.sets(), [...this.cells.subarray(at, at + this.versions.size)]])
  }

  private remove(at: number): void {
    const text = this.cells.subarray(at, at + this.versions.size).join()
    const sets = this.sets()
    const gone = sets.findIndex((set) => set.join() === text)
    this.store(sets.filter((_, index) => index !== gone))
  }

  private sets(): number[][] {
    const { cells, versions } = this
    return this.slots()
      .filter((slot) => cells[slot] !== 0)
      .map((slot) => [...cells.subarray(slot, slot + versions.size)])
  }

  private store(sets: number[][]): void {
    const { cells, versions } = this
    const { pending } = this.at
    cells.fill(0, pending, pending + this.pendingMax * versions.size)
    sets
      .sort((a, b) => (a.join() < b.join() ? -1 : 1))
      .forEach((set, slot) => cells.set(set, pending + slot * versions.size))
  }
}

export const registerLinearizable: Property = {
  name: 'register-linearizable',
  title: 'Reads fit some order of the writes',
  says: 'Some order of the writes of a key, in real time, explains every read (register-linearizable).',
  violatedSays: 'let reads of a key fit no order of its writes',
  isTooLong: (scenario) => beyondBounds(scenario) !== null,
  reserve(layout, scenario, keys) {
    const { count, size } = new Versions(scenario, keys)
    layout.reservePerKey(cellNames.ended, size)
    layout.reservePerKey(cellNames.after, count * size)
    layout.reservePerKey(cellNames.answered, size)
    layout.reservePerKey(cellNames.pending, pendingMax(scenario) * size)
    layout.reservePerClient(cellNames.began, size * keys.length)
  },
  bind({ memory, scenario, keys }) {
    const { cells } = memory
    const versions = new Versions(scenario, keys)
    const { size } = versions
    const began = offsetOf(memory, cellNames.began)
    const begunAt = (client: number, keyIndex: number) => began + (client * keys.length + keyIndex) * size
    const registers = registersOf(memory, versions, scenario, keys)
    const judge: Judge = {
      judged: 0,
      broken: false,
      watcher: {
        invoked(client, role, keyIndex) {
          registers[keyIndex]!.begin(begunAt(client, keyIndex), role === 'write')
        },
        responded(client, role, keyIndex, version) {
          const at = begunAt(client, keyIndex)
          if (role === 'read' && versions.of(cells, at).length > 1) judge.judged++
          const register = registers[keyIndex]!
          register.end(at, role === 'write', versions.indexOf(keyIndex, version))
          if (!register.isExplained) judge.broken = true
        },
        failed(client, _role, keyIndex) {
          const at = begunAt(client, keyIndex)
          cells.fill(0, at, at + size)
        },
      },
      violatedWhenQuiet: () => false,
    }
    return judge
  },
}

function registersOf(memory: Memory, versions: Versions, scenario: Scenario, keys: readonly string[]): Register[] {
  const { count, size } = versions
  const slots = pendingMax(scenario)
  const [ended, after, answered, pending] = (['ended', 'after', 'answered', 'pending'] as const).map((name) =>
    offsetOf(memory, cellNames[name]),
  ) as [number, number, number, number]
  return keys.map((key, k) => {
    const at = {
      ended: ended + k * size,
      after: after + k * count * size,
      answered: answered + k * size,
      pending: pending + k * slots * size,
    }
    return new Register(memory.cells, versions, at, slots, (index) => versions.isFromBefore(scenario, key, k, index))
  })
}
