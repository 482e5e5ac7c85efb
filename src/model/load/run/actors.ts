/**
 * Whoever is in the middle of a program: an operation under way, or a round of a loader. Numbers in columns, so that
 * millions of operations leave nothing behind; an actor's number is free again when its operation is over.
 */
import type { PlanEdge, PlanNode } from '../plan/plan'
import { REGISTERS_MAX, type Meant } from '../plan/symbols'

/** What an actor is. */
export const READ = 0
export const WRITE = 1
/** A read of one's own write. */
export const READ_BACK = 2
export const RELOAD = 3
export const WARM_UP = 4

/** Values of `dead`. */
export const ALIVE = 0
export const UNHEARD = 1
export const UNSENT = 2

export const isLoader = (role: number): boolean => role >= RELOAD

type Column = Float64Array | Int32Array | Uint32Array | Uint8Array

const longer = <Any extends Column>(column: Any, made: Any): Any => {
  made.set(column)
  return made
}

export class Actors {
  /** Where it is; null where the number is free. */
  readonly nodes: (PlanNode | null)[] = []
  /** What follows once the database has answered. */
  readonly edges: (PlanEdge | null)[] = []
  role = new Uint8Array(0)
  key = new Int32Array(0)
  /** Its number among all that ever began: what names it in a token or a lock. */
  serial = new Float64Array(0)
  /** Whose draws it has, and how many of them it has used up. */
  draw = new Float64Array(0)
  draws = new Int32Array(0)
  /** The closed client whose operation it is, or -1. */
  client = new Int32Array(0)
  began = new Float64Array(0)
  /** When its present request was sent. */
  sent = new Float64Array(0)
  /** What the way back from the cache takes, which a call of the cache goes when it is over. */
  back = new Float64Array(0)
  /** When it came to the database's queue. */
  entered = new Float64Array(0)
  /** What is left of the database's work once its request has been performed. */
  rest = new Float64Array(0)
  /** How many things it has asked for. */
  asked = new Int32Array(0)
  messages = new Int32Array(0)
  /** The newest version that was known when it began. */
  newest = new Uint32Array(0)
  /** Since when what it has found in the cache had been superseded; -1 where it found nothing there. */
  superseded = new Float64Array(0)
  /** When it selected, for its stamp. */
  selected = new Float64Array(0)
  /** Whether its client lives, or has died after its present request was sent, or before. */
  dead = new Uint8Array(0)
  /** A link to the next one in a list of those who wait. */
  next = new Int32Array(0)
  /** The versions that it has been told of. */
  registers = new Uint32Array(0)
  /** How many numbers have been given out; the free ones among them are in `free`. */
  length = 0
  private readonly free: number[] = []

  /** Takes the number that was given back last. */
  take(): number {
    const freed = this.free.pop()
    if (freed !== undefined) return freed
    if (this.length === this.role.length) this.grow()
    return this.length++
  }

  release(actor: number): void {
    this.nodes[actor] = null
    this.edges[actor] = null
    this.free.push(actor)
  }

  /** The version that a program means. */
  valueOf(actor: number, { register, delta }: Meant): number {
    return register < 0 ? delta : this.registers[actor * REGISTERS_MAX + register]! + delta
  }

  note(actor: number, register: number, version: number): void {
    this.registers[actor * REGISTERS_MAX + register] = version
  }

  private grow(): void {
    const length = Math.max(256, 2 * this.role.length)
    this.role = longer(this.role, new Uint8Array(length))
    this.key = longer(this.key, new Int32Array(length))
    this.serial = longer(this.serial, new Float64Array(length))
    this.draw = longer(this.draw, new Float64Array(length))
    this.draws = longer(this.draws, new Int32Array(length))
    this.client = longer(this.client, new Int32Array(length))
    this.began = longer(this.began, new Float64Array(length))
    this.sent = longer(this.sent, new Float64Array(length))
    this.back = longer(this.back, new Float64Array(length))
    this.entered = longer(this.entered, new Float64Array(length))
    this.rest = longer(this.rest, new Float64Array(length))
    this.asked = longer(this.asked, new Int32Array(length))
    this.messages = longer(this.messages, new Int32Array(length))
    this.newest = longer(this.newest, new Uint32Array(length))
    this.superseded = longer(this.superseded, new Float64Array(length))
    this.selected = longer(this.selected, new Float64Array(length))
    this.dead = longer(this.dead, new Uint8Array(length))
    this.next = longer(this.next, new Int32Array(length))
    this.registers = longer(this.registers, new Uint32Array(length * REGISTERS_MAX))
  }
}
