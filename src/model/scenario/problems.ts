/** Collects what is wrong with one text, by offset, and hands it out by line and column. */
import { LineCounter, type Node } from 'yaml'
import type { Problem } from './problem'

/** More problems than anybody mends in one go. */
const PROBLEMS_MAX = 50

export class Problems {
  readonly lines = new LineCounter()
  private readonly found: { readonly offset: number; readonly message: string }[] = []

  /** `firstLine` is where the text begins in its file, for a block inside a lesson. */
  constructor(
    private readonly file: string,
    private readonly firstLine: number,
  ) {
    this.lines.addNewLine(0)
  }

  get any(): boolean {
    return this.found.length > 0
  }

  get count(): number {
    return this.found.length
  }

  /** Notes a problem at an offset or at a node. */
  at(place: number | Node, message: string): void {
    this.found.push({ offset: typeof place === 'number' ? place : (place.range?.[0] ?? 0), message })
  }

  /** All problems in the order of the text; a flood is cut. */
  list(): readonly Problem[] {
    const sorted = this.found.toSorted((a, b) => a.offset - b.offset)
    const shown = sorted.slice(0, PROBLEMS_MAX).map(({ offset, message }) => this.placed(offset, message))
    if (sorted.length <= PROBLEMS_MAX) return shown
    const { offset } = sorted[PROBLEMS_MAX]!
    return [
      ...shown,
      this.placed(offset, `There are ${sorted.length - PROBLEMS_MAX} more problems. Mend the ones above first.`),
    ]
  }

  private placed(offset: number, message: string): Problem {
    const { line, col } = this.lines.linePos(offset)
    return { file: this.file, line: line + this.firstLine - 1, column: col, message }
  }
}
