/**
 * A long run on tape: its steps, and the world only now and then.
 *
 * A world of a thousand keys takes a thousand entries in each of its records, and a long run has ten thousand
 * steps, so their worlds in words would not fit. The tape keeps the cells of every `STRIDE`th world and takes the
 * steps in between anew when somebody looks; and it puts into words what is looked at, record by record.
 */
import type { Model } from './compile'
import { enabled, type Action } from './enabled'
import { viewers, viewFields, type WorldView } from './view'

/** Steps between two worlds that are kept. */
const STRIDE = 64

/** Entries of records that are kept, over all worlds in words. */
const ENTRIES_MAX = 2_000_000

/** Records that somebody looks at of one world, roughly. */
const RECORDS = 4

export class Tape {
  private readonly steps: Pick<Action, 'mover' | 'choice'>[] = []
  private readonly worlds: Int32Array[] = []
  private readonly views = new Map<number, WorldView>()
  private readonly viewsMax: number
  /** After how many steps the world in memory is. */
  private position = 0

  /** Begins with the world that is in the model's memory; nobody else may use the memory from then on. */
  constructor(private readonly model: Model) {
    this.worlds.push(model.memory.words.slice())
    this.viewsMax = Math.max(2 * STRIDE, ENTRIES_MAX / (RECORDS * (model.keys.length + model.clients.length)))
  }

  get length(): number {
    return this.steps.length
  }

  /** Notes a step that has just been taken. */
  add({ mover, choice }: Pick<Action, 'mover' | 'choice'>): void {
    this.steps.push({ mover, choice })
    this.position = this.length
    if (this.length % STRIDE === 0) this.worlds.push(this.model.memory.words.slice())
  }

  /** The world after `step` steps. */
  viewAt(step: number): WorldView {
    const known = this.views.get(step)
    if (known) return known
    const view = new TapedView(this, step) as unknown as WorldView
    this.views.set(step, view)
    const oldest = this.views.keys().next()
    if (this.views.size > this.viewsMax && oldest.done !== true) this.views.delete(oldest.value)
    return view
  }

  /** What may happen after `step` steps. */
  enabledAt(step: number): readonly Action[] {
    return this.at(step, enabled)
  }

  /** Reads something off the world after `step` steps, which is in the model's memory meanwhile. */
  at<Value>(step: number, read: (model: Model) => Value): Value {
    const first = step - (step % STRIDE)
    if (this.position > step || this.position < first) {
      this.model.memory.words.set(this.worlds[first / STRIDE]!)
      this.position = first
    }
    for (; this.position < step; this.position++) {
      const { mover, choice } = this.steps[this.position]!
      mover.move(choice)
    }
    return read(this.model)
  }
}

/** A world whose records come into words when somebody asks for them. */
class TapedView {
  private readonly known: Partial<Record<keyof WorldView, unknown>> = {}

  constructor(
    private readonly tape: Tape,
    private readonly step: number,
  ) {}

  read<Field extends keyof WorldView>(field: Field): WorldView[Field] {
    if (!(field in this.known)) this.known[field] = this.tape.at(this.step, viewers[field])
    return this.known[field] as WorldView[Field]
  }
}

for (const field of viewFields)
  Object.defineProperty(TapedView.prototype, field, {
    get(this: TapedView) {
      return this.read(field)
    },
  })
