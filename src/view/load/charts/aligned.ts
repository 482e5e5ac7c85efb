/**
 * Lines of different runs on one axis of time. Runs differ in how long they are and how finely they are kept, so the axis
 * has every time of each. Where a run has no value of its own at a time of another's, its line goes on as if nobody had
 * asked (undefined); where it has nothing to say in an interval of its own, it stops (null).
 */
export interface Line {
  /** Ends of the intervals, in milliseconds. */
  readonly times: Float64Array
  /** One value for each interval; not a number where there is none. */
  readonly values: Float64Array
}

export type Aligned = readonly [times: number[], ...lines: (number | null | undefined)[][]]

export function aligned(lines: readonly Line[]): Aligned {
  const times = [...new Set(lines.flatMap((line) => [...line.times]))].sort((a, b) => a - b)
  return [times, ...lines.map((line) => onto(times, line))]
}

function onto(times: readonly number[], { times: own, values }: Line): (number | null | undefined)[] {
  let at = 0
  let isBroken = false
  return times.map((time) => {
    if (own[at] !== time) return isBroken ? null : undefined
    const value = values[at++] ?? NaN
    isBroken = Number.isNaN(value)
    return isBroken ? null : value
  })
}

/** The value of the interval that a moment lies in; null before the first, after the last, and where there is none. */
export function valueAt({ times, values }: Line, ms: number): number | null {
  let [low, high] = [0, times.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle] ?? 0) < ms) low = middle + 1
    else high = middle
  }
  const value = values[low] ?? NaN
  return Number.isNaN(value) ? null : value
}
