/**
 * What happened over virtual time, in fixed memory: columns of at most 240 intervals. A run that outgrows them joins
 * neighbouring intervals two by two, so that nothing has to be known about its length beforehand.
 *
 * A `sum` column adds up amounts that happen; a `level` column keeps how high something stood, averaged over each
 * interval. An interval holds what happens after its beginning up to and including its end.
 */

const INTERVALS_MAX = 240

export type ColumnKind = 'sum' | 'level'

export interface Columns {
  readonly intervalTicks: number
  /** The ends of the intervals; the last one is the end of the run. */
  readonly ends: Float64Array
  /** In the order of their kinds: sums, and average levels. */
  readonly columns: readonly Float64Array[]
}

export class Intervals {
  private readonly cells: readonly Float64Array[]
  /** Of level columns: how high it stands, and since when that is not in the cells. */
  private readonly levels: Float64Array
  private readonly since: Float64Array

  /** `intervalTicks` is the first width; a run that outgrows it doubles it. */
  constructor(
    private readonly kinds: readonly ColumnKind[],
    private intervalTicks: number,
  ) {
    this.cells = kinds.map(() => new Float64Array(INTERVALS_MAX))
    this.levels = new Float64Array(kinds.length)
    this.since = new Float64Array(kinds.length)
  }

  /** Something happened, in a sum column. */
  add(column: number, tick: number, amount: number): void {
    this.cells[column]![this.intervalAt(tick)]! += amount
  }

  /** From this tick on a level column stands so high; ticks of one column never go back. */
  stand(column: number, tick: number, level: number): void {
    this.fill(column, tick)
    this.levels[column] = level
  }

  /** By so much higher than before. */
  rise(column: number, tick: number, by: number): void {
    this.stand(column, tick, this.levels[column]! + by)
  }

  /** Everything up to the end of the run, which no tick was after. More may follow. */
  columns(end: number): Columns {
    this.kinds.forEach((kind, column) => {
      if (kind === 'level') this.fill(column, end)
    })
    const count = end === 0 ? 0 : this.intervalAt(end) + 1
    const ends = Float64Array.from({ length: count }, (_, index) => Math.min(end, (index + 1) * this.intervalTicks))
    const columns = this.kinds.map((kind, column) =>
      this.cells[column]!.slice(0, count).map((sum, index) =>
        kind === 'sum' ? sum : sum / (ends[index]! - (ends[index - 1] ?? 0)),
      ),
    )
    return { intervalTicks: this.intervalTicks, ends, columns }
  }

  private intervalAt(tick: number): number {
    while (tick > this.intervalTicks * INTERVALS_MAX) this.join()
    return Math.max(0, Math.ceil(tick / this.intervalTicks) - 1)
  }

  /** Spreads a level over the intervals up to a tick. */
  private fill(column: number, tick: number): void {
    const last = this.intervalAt(tick)
    const level = this.levels[column]!
    let from = this.since[column]!
    this.since[column] = tick
    if (level === 0) return
    const cells = this.cells[column]!
    for (let index = Math.floor(from / this.intervalTicks); index <= last; index++) {
      const to = Math.min(tick, (index + 1) * this.intervalTicks)
      cells[index]! += level * (to - from)
      from = to
    }
  }

  private join(): void {
    for (const cells of this.cells) {
      for (let index = 0; index < INTERVALS_MAX; index++) {
        const at = 2 * index
        cells[index] = at < INTERVALS_MAX ? cells[at]! + cells[at + 1]! : 0
      }
    }
    this.intervalTicks *= 2
  }
}
