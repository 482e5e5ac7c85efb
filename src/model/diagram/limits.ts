/** How much a diagram may hold. Past a bound there is a clear refusal, never a slow answer. */

/** Characters. */
export const DIAGRAM_MAX = 64 * 1024

export const LINES_MAX = 2000

export const PARTICIPANTS_MAX = 40
