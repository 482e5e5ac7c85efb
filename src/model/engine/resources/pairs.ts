/**
 * Which versions of two rows the database has had at the same time, for whoever asks: a property of values that
 * are composed of both.
 *
 * Cells of the world, for each composed value: the present versions of its rows, counted from the start, and one
 * cell for each pair of versions, 1 once both were there together. A commit of both rows at once passes over the
 * pair in between.
 */
import type { Ground } from '../kind'
import { offsetOf, type Layout, type Memory } from '../layout'
import type { Scenario } from '../../scenario/scenario'
import { committedCells } from './database'

const ROWS = 2

const cellsOf = (key: string) => `pairs:${key}`

/** Versions that a row may have: the first one, and each that is committed. */
const versionsOf = (scenario: Scenario): number => committedCells(scenario) + 1

export function reservePairs(layout: Layout, scenario: Scenario): void {
  const count = versionsOf(scenario)
  for (const key of Object.keys(scenario.composed ?? {})) layout.reserveForWorld(cellsOf(key), ROWS + count * count)
}

const startOf = ({ start }: Scenario, row: string): number => start.database[row] ?? 1

/** Whether two rows had these versions at one moment of the run; null where nothing is known, because they are older than the start. */
export function wereTogether(
  memory: Memory,
  scenario: Scenario,
  key: string,
  versions: readonly number[],
): boolean | null {
  const [first, second] = (scenario.composed?.[key] ?? []).map((row, at) => versions[at]! - startOf(scenario, row))
  if (first === 0 && second === 0) return true
  if (first! <= 0 && second! <= 0) return null
  if (first! < 0 || second! < 0) return false
  return memory.cells[offsetOf(memory, cellsOf(key)) + ROWS + first! * versionsOf(scenario) + second!] === 1
}

/** Notes the versions that the rows of a composed value have now. */
function noter({ memory, scenario }: Ground, key: string): () => void {
  const { cells } = memory
  const at = offsetOf(memory, cellsOf(key))
  const count = versionsOf(scenario)
  return () => {
    cells[at + ROWS + cells[at]! * count + cells[at + 1]!] = 1
  }
}

const isAsked = ({ memory, scenario }: Ground): readonly string[] =>
  Object.keys(scenario.composed ?? {}).filter((key) => memory.offsets.has(cellsOf(key)))

/** Returns what notes a commit of one row; nothing where nobody asks. Together with others it is noted by `pairNoter`. */
export function rowNoter(ground: Ground, row: string): (version: number) => void {
  const { memory, scenario } = ground
  const parts = isAsked(ground).flatMap((key) => {
    const part = scenario.composed![key]!.indexOf(row)
    return part < 0 ? [] : [{ at: offsetOf(memory, cellsOf(key)) + part, note: noter(ground, key) }]
  })
  if (parts.length === 0) return () => undefined
  const start = startOf(scenario, row)
  return (version) => {
    for (const { at, note } of parts) {
      memory.cells[at] = version - start
      if (ground.isJoint !== true) note()
    }
  }
}

/** Returns what notes the rows after a commit of several. */
export function pairNoter(ground: Ground): () => void {
  const notes = isAsked(ground).map((key) => noter(ground, key))
  return () => {
    for (const note of notes) note()
  }
}
