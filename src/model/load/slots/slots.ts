/**
 * The cells of all keys, where every key has the same few: the engine's requests work on a memory that is laid out for
 * one key, and a key's cells are copied there when something is about it and back when another one's turn comes.
 *
 * Cells of the world as a whole (how many updates a batch has) stay where they are. Left out are the cells in which the
 * engine keeps what the agenda keeps here: rounds of loaders, timers, stamps.
 */
import { Layout, offsetOf, type Memory } from '../../engine/layout'
import type { Ground, Keeper } from '../../engine/kind'
import { allResources } from '../../engine/resources'
import { log } from '../../engine/resources/log'
import { stampResource } from '../../engine/resources/stamp'
import { timeout } from '../../engine/resources/timeout'
import { timer } from '../../engine/resources/timer'
import type { Scenario } from '../../scenario/scenario'
import { KEY } from '../plan/onePlace'

/** What they would keep is the agenda's here. */
const elsewhere = [log, stampResource, timeout, timer]

/** Where loaders keep their rounds. */
const rounds = ['refresh', 'settled', 'warm', 'warmed']

export class Slots {
  readonly memory: Memory
  readonly ground: Ground
  /** The key whose cells are in the memory. */
  key = 0
  private readonly offsets: Int32Array
  private readonly kept: Uint32Array

  constructor(
    readonly scenario: Scenario,
    readonly keys: number,
    keeper: Keeper,
  ) {
    const layout = new Layout(1, scenario.clients.length)
    const resources = allResources.filter((resource) => !elsewhere.includes(resource))
    for (const resource of resources) resource.reserve(layout, [KEY], scenario)
    this.memory = layout.seal(4)
    this.ground = { memory: this.memory, scenario, keyIndex: (key) => (key === KEY ? 0 : (undefined as never)), keeper }
    for (const resource of resources) resource.start?.(this.memory, [KEY], scenario)
    const left = new Set(rounds.flatMap((name) => cellsOf(this.memory, name)))
    this.offsets = Int32Array.from((this.memory.parts[0] ?? []).filter((at) => !left.has(at)))
    this.kept = new Uint32Array(keys * this.offsets.length)
    const first = this.offsets.map((at) => this.memory.cells[at]!)
    for (let key = 0; key < keys; key++) this.kept.set(first, key * first.length)
  }

  /** Brings a key's cells into the memory. */
  use(key: number): void {
    if (key === this.key) return
    const { offsets, kept } = this
    const { cells } = this.memory
    const { length } = offsets
    let from = this.key * length
    let to = key * length
    for (let index = 0; index < length; index++) {
      const at = offsets[index]!
      kept[from++] = cells[at]!
      cells[at] = kept[to++]!
    }
    this.key = key
  }

  /** Where the cell of this name is in the memory; -1 where the strategy has none. */
  offset(name: string): number {
    return offsetOf(this.memory, name)
  }
}

/** The cells of the one key under a name; `settled` has two. */
const cellsOf = (memory: Memory, name: string): readonly number[] => {
  const at = offsetOf(memory, name)
  if (at < 0) return []
  return name === 'settled' ? [at, at + 1] : [at]
}
