/** Runs in words: a sentence for each step, and a transcript. Where two runs part is in `compareRuns.ts`, which only the Lab needs. */
export { countsVersions, isWaiting, waitsFor } from './causes'
export { narrate, spoken, transcript } from './narrate'
export type { Narration, Tone } from './narration'
export { standingOf, type Standing } from './staleness'
