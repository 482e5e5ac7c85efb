import { describe, expect, test } from 'vitest'
import type { ClaimRow } from '../../course/claims/board'
import { chosen, everything, sectionsOf } from './choose'

const row = (id: string, more: Partial<ClaimRow> = {}): ClaimRow => ({
  id,
  document: 'article',
  section: 'The lease',
  statement: 'A statement.',
  verdict: 'holds',
  assumption: '',
  correction: '',
  note: '',
  reason: '',
  witnesses: [],
  ...more,
})

const rows = [
  row('C1', { document: 'course document', section: 'Patterns', statement: 'Write-through answers late.' }),
  row('A2', { verdict: 'fails', correction: 'A lease is no lock.' }),
  row('A28', { section: 'Fills' }),
  row('A3', { section: 'Fills', verdict: 'opinion', reason: 'Advice.' }),
]

const ids = (choice: Partial<typeof everything>) => chosen(rows, { ...everything, ...choice }).map(({ id }) => id)

describe('rows are found', () => {
  test('by all of their words, wherever these stand', () => {
    expect([ids({ query: 'LEASE' }), ids({ query: 'lease lock' }), ids({ query: 'lease late' })]).toEqual([
      ['A2'],
      ['A2'],
      [],
    ])
  })

  test('by a number, which names one row even where others begin with it', () => {
    expect([ids({ query: 'a2' }), ids({ query: 'a28' })]).toEqual([['A2'], ['A28']])
  })

  test('by document, by verdict and by whether they were run, together', () => {
    expect(ids({ document: 'article', verdict: 'holds' })).toEqual(['A28'])
    expect([ids({ run: 'run' }), ids({ run: 'not-run' }).length]).toEqual([[], 4])
  })
})

test('rows stand under the sections of their documents, in order', () => {
  expect(sectionsOf(rows).map(({ document, title, rows: inside }) => [document, title, inside.length])).toEqual([
    ['course document', 'Patterns', 1],
    ['article', 'The lease', 1],
    ['article', 'Fills', 2],
  ])
})
