/** How strategies are told apart without colour: a letter and dashes. */
export const STRATEGIES_MAX = 4

const letters = ['A', 'B', 'C', 'D'] as const

export const letterOf = (index: number): string => letters[index] ?? '?'

/** Lengths of strokes and gaps in pixels; none for a whole line. */
const dashes: readonly (readonly number[])[] = [[], [7, 4], [2, 3], [10, 3, 2, 3]]

export const dashesOf = (index: number): readonly number[] => dashes[index] ?? []
