import { describe, expect, test } from 'vitest'
import { plain, strategy } from '../../../model/load/load.fixture'
import { simulate } from '../../../model/load'
import { summaryOf } from '../summary'
import { rowsOf } from './rows'

const workload = { ...plain, cache: { ...plain.cache, isWarm: true }, readBack: { share: 0.5, after: plain.lag } }
const crashed = { ...workload, crashes: [{ atMs: 3000, what: 'cache' }] as const }
const [through, behind, around] = ['write-through', 'write-behind', 'write-around'].map((write) =>
  simulate(workload, strategy('cache-aside', write)),
)

const cellsOf = (id: string, runs = [through!, behind!, around!]) =>
  rowsOf(runs, () => 12).find((row) => row.id === id)!.cells

describe('the measured table', () => {
  test('has the document’s eight rows, with a cell for each run', () => {
    const rows = rowsOf([through!, null], () => null)
    expect(rows.map(({ title }) => title)).toEqual([
      ...['Write latency', 'Read after a write', 'Consistency', 'Durability'],
      ...['Risk of loss', 'Cache pollution', 'Database load', 'Complexity'],
    ])
    expect(rows.every(({ cells }) => cells.length === 2 && cells[1] === null)).toBe(true)
  })

  test('agrees that write-behind waits least and write-through most', () => {
    expect(cellsOf('write-latency').map((cell) => [cell!.said!.words, cell!.agrees])).toEqual([
      ['the longest wait', true],
      ['the shortest wait', true],
      ['in between', true],
    ])
  })

  test('cannot tell an order from one run alone', () => {
    expect(cellsOf('write-latency', [through!]).map((cell) => cell!.agrees)).toEqual([null])
  })

  test('disagrees that write-around is strong: what was cached stays old, and for ever', () => {
    const [, , cell] = cellsOf('consistency')
    expect(around!.metrics['staleReads']).toBeGreaterThan(1000)
    expect([cell!.said, cell!.agrees]).toEqual([{ words: 'strong', claim: 'C16' }, false])
    expect(cell!.sentence).toContain('100 entries stay old for ever.')
  })

  test('disagrees that a read after write-around is slow: the copy is there, and it is the old one', () => {
    const [, , cell] = cellsOf('read-back')
    expect(cell!.agrees).toBe(false)
    expect(cell!.sentence).toContain('do not see their own write')
  })

  test('counts what a crash took, against every acknowledged write', () => {
    const lossy = simulate(crashed, strategy('cache-aside', 'write-behind'))
    const lost = lossy.metrics['lostWrites']!
    expect(lost).toBeGreaterThan(0)
    const [cell] = cellsOf('durability', [lossy])
    expect(cell!.value).toBe(`${lost} lost`)
    expect(cellsOf('durability', [through!])[0]!.value).toBe('100 % kept')
  })

  test('agrees that write-behind merges updates and write-through writes each', () => {
    expect(cellsOf('database').map((cell) => cell!.agrees)).toEqual([true, true, true])
    expect(cellsOf('database')[0]!.sentence).toContain('One database write for each update.')
  })
})

describe('the summary', () => {
  test('says who is soonest, who is stale, what is lost and how often the document is wrong', () => {
    const said = summaryOf([through!, behind!, around!])
    expect(said).toMatch(/^B answers writes soonest, half of them within [\d.]+\sms; A last, within [\d.]+\sms\. /)
    expect(said).toContain('C leaves 100 entries old for ever.')
    expect(said).toContain('No acknowledged write is lost.')
    expect(said).toMatch(/In (one cell|\d cells) the run disagrees with the document’s table\.$/)
  })

  test('says so where nothing could be run', () => {
    expect(summaryOf([null, null])).toBe('None of these strategies could be run.')
  })
})
