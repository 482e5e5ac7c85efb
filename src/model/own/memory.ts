/**
 * What learners' programs did, as plain data: after each list of replies, what came next.
 *
 * Whoever may run such a program fills the memory; whoever may not is sent what is in it, and walks the same ways. A
 * reply is kept as its JSON text, which is also all that ever crosses to the program.
 */
import type { Call } from './calls'
import type { Ending } from '../engine/program'
import type { OwnProgram, Role } from './own'

/** What a program does next: it asks, it ends, or it lets an error of the database pass. */
export type Move =
  | { readonly call: Call; readonly line: number | null }
  | { readonly ends: Ending; readonly line: number | null }
  | { readonly fails: true }

/** The reply that stands for an error of the database. */
export const FAILED = 'failed'

/** One way as far as it goes: which program, on which key, the replies that it met, and what it did then. */
export interface Way {
  readonly program: string
  readonly replies: readonly string[]
  readonly move: Move
}

/** A point of a program. */
export class Point {
  move: Move | null = null
  private readonly next = new Map<string, Point>()

  constructor(
    readonly program: string,
    readonly replies: readonly string[],
    private readonly before: Point | null = null,
  ) {}

  after(reply: string): Point {
    const point = this.next.get(reply) ?? new Point(this.program, [...this.replies, reply], this)
    this.next.set(reply, point)
    return point
  }

  /** What the program did on the way here, in order. */
  get movesBefore(): readonly Move[] {
    const moves: Move[] = []
    for (let point = this.before; point !== null; point = point.before) if (point.move !== null) moves.push(point.move)
    return moves.reverse()
  }
}

/** Programs that are remembered; each edit makes another. The one not used for the longest is forgotten first. */
const PROGRAMS_MAX = 40

export class Memory {
  private readonly roots = new Map<string, Point>()
  private readonly ways = new Map<string, number>()
  private fresh: Way[] = []

  /** Where a program begins with a key. */
  begin(role: Role, { text }: Pick<OwnProgram, 'text'>, key: string): Point {
    return this.root(JSON.stringify([role, key, text]))
  }

  /** Keeps what a program did, for this memory and, until `taken`, for others. */
  learn(point: Point, move: Move): void {
    point.move = move
    this.ways.set(point.program, this.count(point) + 1)
    this.fresh.push({ program: point.program, replies: point.replies, move })
  }

  /** How many ways of a program are known. */
  count({ program }: Point): number {
    return this.ways.get(program) ?? 0
  }

  /** All that was learned since this was last asked. */
  taken(): readonly Way[] {
    const { fresh } = this
    this.fresh = []
    return fresh
  }

  /** Takes over what another memory has learned. */
  add(ways: readonly Way[]): void {
    for (const { program, replies, move } of ways) {
      let point = this.root(program)
      for (const reply of replies) point = point.after(reply)
      point.move = move
    }
  }

  private root(program: string): Point {
    const root = this.roots.get(program) ?? new Point(program, [])
    this.roots.delete(program)
    this.roots.set(program, root)
    if (this.roots.size > PROGRAMS_MAX) this.forget(this.roots.keys().next().value ?? '')
    return root
  }

  private forget(program: string): void {
    this.roots.delete(program)
    this.ways.delete(program)
  }
}

/** The one memory of this page, worker or process. */
export const memory = new Memory()
