/** The recordings that tests replay: real ones, and derived ones in a folder of their own. */
import { readdirSync, readFileSync } from 'node:fs'
import { readRecording } from './readRecording'
import type { Recording } from './recording'

const folder = new URL('./fixtures/', import.meta.url)

const namesIn = (where: string): readonly string[] =>
  readdirSync(new URL(where, folder))
    .filter((name) => /^[^_].*\.json$/.test(name))
    .map((name) => `${where}${name}`)

export const recorded = namesIn('./')

export const derived = namesIn('./derived/')

/** A recording as it stands in its file. */
export const fixtureText = (name: string): string => readFileSync(new URL(name, folder), 'utf8')

/** The same as JSON, to be changed at will. */
export const fixtureJson = (name: string): unknown => JSON.parse(fixtureText(name))

/** A recording that is right. */
export function fixture(name: string): Recording {
  const read = readRecording(fixtureJson(name), name)
  if ('problem' in read) throw new Error(read.problem)
  return read.recording
}
