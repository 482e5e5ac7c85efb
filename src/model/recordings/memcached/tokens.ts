/**
 * The unique numbers of items, which are the tokens of leases, and how a recording writes them.
 *
 * Every store, mark and placeholder takes the next number. A recording may have renamed them in the order in which they
 * were first seen (`#1`, `#2`), or have kept the server's own; either way a name stands for one number throughout.
 */
import type { Word } from '../reply'

export class Tokens {
  private last = 0
  private readonly names = new Map<number, string>()
  private readonly numbers = new Map<string, number>()
  private renamed = 0

  next(): number {
    return ++this.last
  }

  /** The number that a request means; 0, which no item has, where no reply has shown it. */
  numberOf(name: string): number {
    return this.numbers.get(name) ?? 0
  }

  /** The name of a number inside a line; the first reply that shows it gives it its name. */
  word(number: number, prefix: string): Word {
    return {
      text: `${prefix}${this.names.get(number) ?? `#${this.renamed + 1}`}`,
      agrees: (recorded) => recorded.startsWith(prefix) && this.accepts(number, recorded.slice(prefix.length)),
    }
  }

  private accepts(number: number, name: string): boolean {
    const known = this.names.get(number)
    if (known !== undefined) return known === name
    const isRenamed = name === `#${this.renamed + 1}`
    if (this.numbers.has(name) || !(isRenamed || /^\d+$/.test(name))) return false
    if (isRenamed) this.renamed++
    this.names.set(number, name)
    this.numbers.set(name, number)
    return true
  }
}

/** How a request writes a token. */
export const isTokenName = (name: string): boolean => /^#?\d{1,20}$/.test(name)
