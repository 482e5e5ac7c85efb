import { describe, expect, it } from 'vitest'
import { claimsCommand } from './claimsCommand'
import { withFiles } from './host.fixture'
import type { Claim } from '../course/claims/claim'
import { claims } from '../course/claims/sheets'

const some = claims.filter(({ id }) => ['A35', 'C21', 'P3'].includes(id))

function run(args: readonly string[], asked: readonly Claim[] = some) {
  const said: string[] = []
  const noted: string[] = []
  let time = 0
  const host = { say: (line: string) => void said.push(line), note: (line: string) => void noted.push(line) }
  const code = claimsCommand(args, { ...host, now: () => (time += 500) }, asked)
  return { code, said, noted }
}

describe('claims --json', () => {
  it('prints one array and nothing else, its fields in the order of the contract', () => {
    const { code, said } = run(['--json'])
    const rows = JSON.parse(said.join('\n')) as Readonly<Record<string, unknown>>[]
    expect([code, rows.map(({ id, verdict }) => [id, verdict])]).toEqual([
      0,
      [
        ['C21', 'not-run'],
        ['A35', 'holds'],
        ['P3', 'holds'],
      ],
    ])
    for (const row of rows) expect(Object.keys(row)).toEqual(['id', 'statement', 'verdict', 'assumption', 'witness'])
  })

  it('gives each witness with what was counted and the run, as the engine finds them now', () => {
    const rows = JSON.parse(run(['--json']).said.join('\n')) as { witness: string[] }[]
    expect(rows.map(({ witness }) => witness)).toEqual([
      [],
      [
        'two-writers: "cache.x = 2 and database.x = 3" is true of one run. Run: T1 T2 T2 T1.',
        'cache-aside, write-through · T1: write x; T2: write x · x cached with version 1: "converges = violated" is true of all 13 worlds. Cache converges to database: violated, broken by 2 of 6 interleavings. Run: T1 T2 T2 T1.',
      ],
      [
        'redis> SET x a PX 100 · 100 ms pass · redis> GET x · 1 ms pass · redis> GET x: "answer.3 = "a" and answer.5 = nothing" is true of 5 requests.',
      ],
    ])
  })
})

describe('claims', () => {
  it('prints verdicts for people, and how many were run', () => {
    const { code, said, noted } = run([])
    expect([code, said[0], said.at(-1)]).toEqual([
      0,
      '– C21 not-run The text and the flow chart give the same decision tree.',
      '3 claims, 2 of them run by the engine.',
    ])
    expect(noted).toEqual(['Asking the engine about A35 ...'])
  })

  it('fails where a row says otherwise, and names file, line, id, what was stated and what was found', () => {
    const stated = some.map((claim) => (claim.id === 'A35' ? { ...claim, verdict: 'fails' as const } : claim))
    const { code, noted } = run(['--json'], stated)
    expect(code).toBe(1)
    expect(noted.at(-1)).toMatch(
      /^src\/course\/claims\/sheets\/08-article-writers\.claims\.yaml:\d+:1 A35: It is stated that it fails, and the engine finds that it holds: /,
    )
  })

  it('answers an option that it does not have with one sentence', () => {
    withFiles({}, (typed) => {
      expect(typed('claims', '--jsn')).toEqual({
        code: 2,
        said: [],
        noted: ['"claims" takes no "--jsn". Write: claims [--json].'],
      })
    })
  })
})
