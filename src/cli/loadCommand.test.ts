import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { withFiles } from './host.fixture'
import { isLoadProblem, readLoadLink } from '../model/load/workload/link'
import { presetNamed } from '../model/load/workload/presets'

const counter = `workload: counter
title: A counter
operations: 100
keys: 1
popularity: uniform
arrivals: { closed: 1 }
reads: 0
cache: { latency: 1 }
database: { update: 2 }
compare: [cache-aside+write-behind+flush-every:10, cache-aside+write-through]
`

/** Runs the command on one file. */
function run(args: readonly string[], text = counter, now?: () => number) {
  const printed: { code: number; said: readonly string[]; noted: readonly string[] }[] = []
  withFiles({ 'a.workload.yaml': text }, (command) => printed.push(command('load', ...args)), now)
  return printed[0]!
}

const file = './a.workload.yaml'

describe('load', () => {
  it('prints each strategy beside the others, metric by metric', () => {
    const { code, said, noted } = run([file])
    expect([code, noted]).toEqual([0, []])
    expect(said.slice(0, 4)).toEqual([
      'A counter (counter): 100 operations, 1 key, seed 1',
      '  a  cache-aside+write-behind+flush-every:10',
      '  b  cache-aside+write-through',
      '',
    ])
    const table = said.slice(4)
    expect(new Set(table.map(({ length }) => length)).size).toBe(1)
    const cellsOf = (title: string) =>
      table
        .find((line) => line.startsWith(`${title} `))
        ?.slice(title.length)
        .trim()
        .split(/ +/)
    expect(cellsOf('')).toEqual(['a', 'b'])
    expect(cellsOf('Throughput (per second)')).toEqual(['999.00', '333.22'])
    expect(cellsOf('Write latency, mean (ms)')).toEqual(['1.000', '3.000'])
    expect(cellsOf('Database writes')).toEqual(['10', '100'])
    expect(cellsOf('Hit ratio (%)')).toBe(undefined)
  })

  it('--json prints the workload and one strategy a line, and the same bytes every time', () => {
    const { code, said } = run([file, '--json'])
    const { workload, results } = JSON.parse(said.join('\n')) as {
      workload: object
      results: { strategy: string; metrics: Record<string, number>; series: { times: number[]; columns: object } }[]
    }
    expect([code, said.join('\n').split('\n').length]).toEqual([0, 4])
    expect(workload).toMatchObject({ workload: 'counter', keys: 1, seed: 1 })
    expect(results.map(({ strategy, metrics }) => [strategy, metrics['databaseWrites']])).toEqual([
      ['cache-aside+write-behind+flush-every:10', 10],
      ['cache-aside+write-through', 100],
    ])
    for (const { series } of results)
      for (const column of Object.values(series.columns)) expect(column).toHaveLength(series.times.length)
    expect(run([file, '--json']).said).toEqual(said)
  })

  it('runs other strategies than the file names', () => {
    const { code, said } = run([
      file,
      '--strategy',
      'cache-aside+write-around',
      '--strategy=cache-aside + write-invalidate',
    ])
    expect([code, said.slice(1, 4)]).toEqual([
      0,
      ['  a  cache-aside+write-around', '  b  cache-aside+write-invalidate', ''],
    ])
  })

  it('knows presets by their names', () => {
    const { code, said } = run(['coalescing'])
    const { workload } = presetNamed('coalescing')!
    expect([code, said[0]]).toEqual([0, `${workload.title} (coalescing): 1,000 operations, 1 key, seed 1`])
    expect(said.find((line) => line.startsWith('Database writes '))).toMatch(/ 1,000 +100 +10 +1$/)
  })

  it('runs the workload and reads the link that the documentation shows', () => {
    const text = readFileSync('docs/load.md', 'utf8')
    const { code, said } = run([file], /```yaml\n(workload: [^`]*)```/.exec(text)![1])
    expect([code, said[0]]).toEqual([0, 'My counter (my-counter): 100,000 operations, 1,000 keys, seed 1'])
    const experiment = readLoadLink(/`(#\/load\?on=[^`]*)`/.exec(text)![1]!)
    expect(isLoadProblem(experiment) ? experiment.message : experiment.workload.seed).toBe(7)
  })

  it('says how far it is in long runs', () => {
    let time = 0
    const { noted } = run([file], counter.replace('operations: 100\n', 'operations: 20000\n'), () => (time += 1000))
    expect(noted[0]).toMatch(/^cache-aside\+write-behind\+flush-every:10: \d+ % of the operations so far$/)
  })

  it('ends with 1 where a run stops before its last operation, and says why', () => {
    const flood = counter
      .replace('arrivals: { closed: 1 }', 'arrivals: { open: 1000000 }')
      .replace('operations: 100\n', 'operations: 100000\n')
    const { code, said } = run([file, '--strategy', 'cache-aside+write-through'], flood)
    expect([code, said.at(-1)]).toEqual([1, expect.stringMatching(/^a stopped: Operations arrive faster than/)])
  })

  it.each([
    [
      [],
      'There is nothing to run. Write: load FILE|PRESET [--strategy cache-aside+write-behind]... [--json]. Presets are',
    ],
    [
      ['like-conter'],
      '"like-conter" is neither a preset nor a short text file that can be read. Did you mean "like-counter"?',
    ],
    [['./b.workload.yaml'], 'is neither a preset nor a short text file that can be read. Presets are'],
    [[file, 'coalescing'], 'One workload is run at a time, and 2 are named. Write: load'],
    [[file, '--jsn'], 'There is no option "--jsn". Write: load'],
    [[file, '--strategy'], 'There is no option "--strategy". Write: load'],
    [[file, '--strategy', 'cache-aside'], '--strategy "cache-aside": There is no write pattern behind "cache-aside".'],
    [[file, '--strategy', 'cache-aside+write-behind+expiry:after-write'], 'The guard "expiry" is about lifetimes'],
    [[file, ...Array.from({ length: 5 }, () => '--strategy=cache-aside+write-behind')], 'At most 4 strategies'],
  ])('%j is refused in words', (args, sentence) => {
    const { code, said, noted } = run(args)
    expect([code, said, noted.length]).toEqual([2, [], 1])
    expect(noted[0]).toContain(sentence)
  })

  it('says what is wrong with a file by line and column', () => {
    expect(run([file], counter.replace('keys: 1', 'kesy: 1').replace('reads: 0', 'reads: "0"'))).toEqual({
      code: 2,
      said: [],
      noted: [
        './a.workload.yaml:4:1 There is no field "kesy". Did you mean "keys"?',
        './a.workload.yaml:7:8 This must be a number, and it is the text "0". Write e.g. reads: 1.',
      ],
    })
  })

  it('asks for a strategy where a file names none', () => {
    const { code, noted } = run([file], counter.replace(/compare.*\n/, ''))
    expect([code, noted]).toEqual([
      2,
      ['./a.workload.yaml compares nothing. Add "compare" to it, or a --strategy, e.g. cache-aside+write-behind.'],
    ])
  })
})
