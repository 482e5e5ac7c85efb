/** Says when a check has used up what it may use. */
import type { Budget } from './report'

export class Meter {
  private readonly start: number

  constructor(
    private readonly budget: Budget,
    private readonly now: (() => number) | undefined,
  ) {
    this.start = now?.() ?? 0
  }

  /** One sentence, or null while there is budget left for more worlds and bytes than these. */
  exceeded(seenWorlds: number, seenBytes: number): string | null {
    const { worlds, milliseconds, bytes } = this.budget
    // Words only when they are needed: the first number in words costs more than a small search.
    const seen = () => `after ${seenWorlds.toLocaleString('en')} worlds`
    if (seenWorlds >= worlds) return `The budget of ${worlds.toLocaleString('en')} worlds was used up.`
    if (seenBytes >= bytes) return `The budget of ${Math.round(bytes / 2 ** 20)} MiB was used up ${seen()}.`
    if (this.now && this.now() - this.start >= milliseconds)
      return `The budget of ${milliseconds / 1000} seconds was used up ${seen()}.`
    return null
  }
}
