/** Runs in words: a sentence for each step, a transcript, and where two runs part. */
export { countsVersions, isWaiting, waitsFor } from './causes'
export { compareRuns, type RunComparison } from './compareRuns'
export { narrate, spoken, transcript } from './narrate'
export type { Narration, Tone } from './narration'
export { standingOf, type Standing } from './staleness'
