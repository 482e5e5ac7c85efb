/** How much of a run goes into a picture: all of it, or of a longer one the last steps up to the present one. */
import type { RowRange } from '../../../scene'

export function takenOf(count: number, playhead: number, most: number): RowRange {
  const last = Math.min(count, Math.max(most, playhead))
  return { first: Math.max(1, last - most + 1), last }
}

/** `all 5 steps`, `steps 81 to 200 of 200`. */
export const takenInWords = ({ first, last }: RowRange, count: number): string =>
  first === 1 && last === count
    ? count === 1
      ? 'its one step'
      : `all ${count} steps`
    : `steps ${first} to ${last} of ${count}`
