/**
 * The clock of one run, in milliseconds: it stands still while requests are answered, and goes on where the recording
 * says that time passed. The explorer has no such thing; for it, an entry may expire at any step.
 *
 * Redis hands out an entry until its deadline has passed, so one that ends now is still there. memcached counts whole
 * seconds, and what ends in this second is still there: an entry for one second may live for almost two.
 * Source: redis.io EXPIRE; observed on redis 7.0 (readable at PTTL 0) and memcached 1.6.
 */

/** Milliseconds since the run began. */
export type Moment = number

const SECOND = 1000

export class RunClock {
  private time: Moment = 0

  get now(): Moment {
    return this.time
  }

  /** The whole second that it is now. */
  get second(): number {
    return Math.floor(this.time / SECOND)
  }

  pass(milliseconds: number): void {
    this.time += milliseconds
  }
}

/** Which entries end when, by place. */
export class Deadlines {
  private readonly ends = new Map<string, number>()

  /** `now` is in the unit in which this server counts. */
  constructor(private readonly now: () => number) {}

  /** null where the entry ends at no time. */
  endOf(place: string): number | null {
    return this.ends.get(place) ?? null
  }

  set(place: string, end: number | null): void {
    if (end === null) this.ends.delete(place)
    else this.ends.set(place, end)
  }

  isOver(place: string): boolean {
    const end = this.endOf(place)
    return end !== null && this.now() > end
  }
}
