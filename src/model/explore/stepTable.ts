/**
 * What each step does, remembered.
 *
 * A client's step depends on its own part of the world, on the part of the key that it asks for and on
 * the world as a whole, and changes nothing else. So it is worked out once for each combination, by the
 * same movers that replay a run, and looked up ever after. A step that changes a part it has not promised
 * is an error of the model and stops the search.
 */
import type { Mover } from '../engine/mover'
import type { Judge } from '../properties/property'
import type { Parts } from './parts'

/** Not worked out yet. */
const UNKNOWN = 0
/** Cannot be taken. */
export const DISABLED = 1

/** Bits of `flags`. */
export const BROKE = 1
export const JUDGED = 2

/** One step that may be enabled, with what it does by the world's id and the id of the part that it asks. */
export interface Option {
  readonly mover: Mover
  readonly choice: number
  /** Whether a world in which it is enabled is still under way because of it. */
  readonly isAwaited: boolean
  /** It promises nothing, because it is about more than one key; the table knows nothing of it. */
  readonly isWide: boolean
  /** The part that it asks: a key, or the client of a crash. */
  readonly asks: number
  /** The part of the client that steps; the same as `asks` where no client does. */
  readonly stepper: number
  readonly rows: (Int32Array | undefined)[]
}

/** What the last worked out step has told the property. */
export interface Ear {
  /** Forgets what was heard, before a step. */
  clear(): void
  /** Flags of what was heard since. */
  heard(): number
}

export class StepTable {
  /** What a result does: new ids of the asked part, the stepper and the world, and what was heard. */
  readonly asked: number[] = [0, 0]
  readonly stepped: number[] = [0, 0]
  readonly world: number[] = [0, 0]
  readonly flags: number[] = [0, 0]
  private readonly worldPart: number

  constructor(
    private readonly parts: Parts,
    private readonly ear: Ear,
  ) {
    this.worldPart = parts.count - 1
  }

  /** The result of an option in the world at hand: DISABLED, or an index into the arrays above. */
  resultOf(option: Option): number {
    const { ids } = this.parts
    const row = option.rows[ids[this.worldPart]!]
    const asked = ids[option.asks]!
    const known = row !== undefined && asked < row.length ? row[asked]! : UNKNOWN
    return known === UNKNOWN ? this.workOut(option) : known
  }

  private workOut(option: Option): number {
    const { parts } = this
    const { ids } = parts
    const world = ids[this.worldPart]!
    const asked = ids[option.asks]!
    let result = DISABLED
    parts.unpack()
    this.ear.clear()
    if (option.mover.move(option.choice)) {
      result = this.asked.length
      this.flags.push(this.ear.heard())
      const before = ids.slice()
      parts.pack(option.asks)
      parts.pack(option.stepper)
      parts.pack(this.worldPart)
      this.asked.push(ids[option.asks]!)
      this.stepped.push(ids[option.stepper]!)
      this.world.push(ids[this.worldPart]!)
      for (let part = 0; part < parts.count; part++) if (!parts.isUnchanged(part)) this.refuse(option, part)
      ids.set(before)
    }
    const row = grown(option.rows[world], asked)
    row[asked] = result
    option.rows[world] = row
    return result
  }

  private refuse(option: Option, part: number): never {
    throw new Error(`A step of ${option.mover.word(0)} changes part ${part} of the world, which it has not promised.`)
  }
}

/** A row with room for `index`. */
function grown(row: Int32Array | undefined, index: number): Int32Array {
  if (row && index < row.length) return row
  const wider = new Int32Array(Math.max(16, 2 ** Math.ceil(Math.log2(index + 1))))
  if (row) wider.set(row)
  return wider
}

/** Listens to a property of histories; to nothing where there is none. */
export const earOf = (judge: Judge | null): Ear => {
  let before = 0
  return {
    clear(): void {
      before = judge?.judged ?? 0
      if (judge) judge.broken = false
    },
    heard(): number {
      if (!judge) return 0
      const flags = (judge.broken ? BROKE : 0) | (judge.judged > before ? JUDGED : 0)
      judge.judged = before
      judge.broken = false
      return flags
    },
  }
}
