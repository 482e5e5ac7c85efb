/**
 * A long run on tape: its steps, and the world only now and then.
 *
 * A world of a thousand keys takes a thousand entries in each of its records, and a long run has ten thousand
 * steps, so their worlds in words would not fit. The tape keeps the cells of every `STRIDE`th world and takes the
 * steps in between anew when somebody looks. What was looked at last is kept.
 */
import type { Model } from './compile'
import { enabled, type Action } from './enabled'
import { viewOf, type WorldView } from './view'

/** Steps between two worlds that are kept. */
const STRIDE = 64

/** Entries of records that are kept, over all worlds in words. */
const ENTRIES_MAX = 2_000_000

/** Records with an entry for each key or client, roughly. */
const RECORDS = 10

export class Tape {
  private readonly steps: Pick<Action, 'mover' | 'choice'>[] = []
  private readonly worlds: Int32Array[] = []
  private readonly views = new Map<number, WorldView>()
  private readonly viewsMax: number

  /** Begins with the world that is in the model's memory; nobody else may use the memory from then on. */
  constructor(readonly model: Model) {
    this.worlds.push(model.memory.words.slice())
    this.viewsMax = Math.max(2 * STRIDE, ENTRIES_MAX / (RECORDS * (model.keys.length + model.clients.length)))
  }

  get length(): number {
    return this.steps.length
  }

  /** Notes a step that has just been taken. */
  add({ mover, choice }: Pick<Action, 'mover' | 'choice'>): void {
    this.steps.push({ mover, choice })
    if (this.length % STRIDE === 0) this.worlds.push(this.model.memory.words.slice())
  }

  /** The world after `step` steps. */
  viewAt(step: number): WorldView {
    const known = this.views.get(step)
    if (known) return known
    const first = step - (step % STRIDE)
    this.wind(first)
    for (let at = first; ; at++) {
      const view = viewOf(this.model)
      this.keep(at, view)
      if (at === step) return view
      this.take(at)
    }
  }

  /** What may happen after `step` steps. */
  enabledAt(step: number): readonly Action[] {
    this.wind(step)
    return enabled(this.model)
  }

  private keep(step: number, view: WorldView): void {
    this.views.set(step, view)
    if (this.views.size <= this.viewsMax) return
    const oldest = this.views.keys().next()
    if (oldest.done !== true) this.views.delete(oldest.value)
  }

  /** Puts the world after `step` steps into the memory. */
  private wind(step: number): void {
    this.model.memory.words.set(this.worlds[Math.floor(step / STRIDE)]!)
    for (let at = step - (step % STRIDE); at < step; at++) this.take(at)
  }

  private take(at: number): void {
    const { mover, choice } = this.steps[at]!
    mover.move(choice)
  }
}
