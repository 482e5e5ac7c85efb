/**
 * Numbers from a seed: the same ones in the page, in a worker and in Node, because all arithmetic is on 32-bit
 * integers. The only chance that the model knows, and it comes with the scenario.
 * Source: mulberry32 (Tommy Ettinger), a generator of one word of state.
 */
export class Random {
  private state: number

  constructor(seed: number) {
    this.state = seed >>> 0
  }

  /** A whole number from 0 to `count` - 1. */
  below(count: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * count)
  }
}
