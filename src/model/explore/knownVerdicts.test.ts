/**
 * Verdicts, counts and witness lengths of a native model checker, run independently on the same
 * scenarios under the rules of docs/model.md. Rows that need a pattern or guard which is not in the
 * registry yet are named, so that they cannot be forgotten.
 */
import { describe, expect, it } from 'vitest'
import rows from './fixtures/knownVerdicts.json'
import { check } from './check'
import { faultsWith } from '../engine/faults'
import { guardNamed } from '../guards'
import { protocols } from '../protocols'
import { properties } from '../properties'
import type { Operation, Scenario, VerdictWord } from '../scenario/scenario'
import { replay } from '../engine/replay'

type Row = (typeof rows)[number]

function scenarioOf(row: Row): Scenario {
  const operation = (text: string): Operation => {
    const [kind, key] = text.split(' ')
    return { kind: kind as 'read' | 'write', key: key! }
  }
  const clients: Readonly<Record<string, readonly string[] | undefined>> = row.clients
  return {
    scenario: `row-${row.id}`,
    title: row.title,
    about: '',
    start: { database: { x: 1 }, cache: row.cache },
    protocol: { read: row.read, write: row.write },
    guards: row.guards,
    clients: Object.entries(clients).map(([name, operations]) => ({ name, operations: operations!.map(operation) })),
    faults: faultsWith(row.faults),
    check: row.check,
    expect: row.expect as Record<string, VerdictWord>,
    schedule: [],
    twin: '',
  }
}

const isKnown = (row: Row) =>
  row.write in protocols.write &&
  row.read in protocols.read &&
  Object.keys(row.guards).every((name) => guardNamed(name)) &&
  row.check.every((name) => properties.some((property) => property.name === name))

describe('the verdicts of a native model checker come out equal', () => {
  it.each(rows.filter(isKnown).map((row) => [row.id, row.title, row] as const))('%s: %s', (_id, _title, row) => {
    const scenario = scenarioOf(row)
    const report = check(scenario)
    expect(Object.fromEntries(report.results.map((result) => [result.property, result.verdict]))).toEqual(row.expect)
    if (row.states !== undefined) expect([report.states, report.transitions]).toEqual([row.states, row.transitions])
    for (const result of report.results) {
      const steps = (row.steps as Record<string, number>)[result.property]
      if (result.verdict !== 'violated') continue
      if (steps !== undefined) expect([result.property, result.steps]).toEqual([result.property, steps])
      expect(replay(scenario, result.schedule).refused).toBeNull()
    }
  })

  it('leaves out only the rows whose pattern is not built yet', () => {
    expect(rows.filter((row) => !isKnown(row)).map((row) => row.id)).toEqual([])
  })
})
