/**
 * Whoever waits at a key until a request can be answered: for a lease, for a lock, or for a batch to be written, which
 * is a place of its own. They wait in the order in which they came, and look again when something about the place
 * has changed.
 */
import type { Agenda } from '../agenda/agenda'
import type { Actors } from './actors'

export class Waiting {
  /** How many wait. */
  count = 0
  /** What an actor does when it is woken; set by whoever runs the operations. */
  resume: (actor: number) => void = () => undefined
  private first: Int32Array | null = null
  private last: Int32Array | null = null
  /** 1 where the place will be looked at in this tick. */
  private called: Uint8Array | null = null

  constructor(
    private readonly agenda: Agenda,
    private readonly actors: Actors,
    private readonly keys: number,
    /** The number under which the agenda calls `look`. */
    private readonly kind: number,
  ) {}

  /** The place of those who wait for a batch. */
  get batch(): number {
    return this.keys
  }

  park(actor: number, place: number): void {
    this.first ??= new Int32Array(this.keys + 1).fill(-1)
    this.last ??= new Int32Array(this.keys + 1)
    this.called ??= new Uint8Array(this.keys + 1)
    this.actors.next[actor] = -1
    if (this.first[place] === -1) this.first[place] = actor
    else this.actors.next[this.last[place]!] = actor
    this.last[place] = actor
    this.count++
  }

  /** Something about the place has changed. */
  wake(place: number): void {
    if (this.count === 0 || this.first![place] === -1 || this.called![place] === 1) return
    this.called![place] = 1
    this.agenda.push(this.agenda.tick, this.kind, place, 0)
  }

  /** Lets everybody at the place look again. */
  look(place: number): void {
    this.called![place] = 0
    let actor = this.first![place]!
    this.first![place] = -1
    while (actor !== -1) {
      const next = this.actors.next[actor]!
      this.count--
      this.resume(actor)
      actor = next
    }
  }
}
