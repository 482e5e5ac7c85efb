import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decidedBoard, sheetRows } from './claims'

const project = fileURLToPath(new URL('..', import.meta.url))
const catalogue = 'src/model/scenario/catalogue'
const presets = 'src/model/load/workload/presets'
const sheets = 'src/course/claims/sheets'

let root = ''

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'claims-'))
  for (const folder of [catalogue, presets]) cpSync(join(project, folder), join(root, folder), { recursive: true })
  mkdirSync(join(root, sheets), { recursive: true })
})
afterAll(() => rmSync(root, { recursive: true }))

const sheet = (verdict: string) => `document: article
section: Fills
claims:
  - id: A1
    statement: A late fill can stay.
    verdict: ${verdict}
    about: some run
    correction: It cannot.
    witnesses:
      - scenario: stale-fill
        ask: converges = violated
`

const written = (verdict: string) => {
  writeFileSync(join(root, sheets, 'a.claims.yaml'), sheet(verdict))
  return () => decidedBoard(root)
}

describe('the board that the page shows', () => {
  it('holds what the engine found', () => {
    expect(written('holds')()).toMatchObject([
      { id: 'A1', verdict: 'holds', witnesses: [{ isTrue: true, link: '#/lab/stale-fill?run=T1+T1+T2+T2+T1&at=5' }] },
    ])
  })

  it('is never made where a row says otherwise', () => {
    expect(written('fails')).toThrow(
      `${sheets}/a.claims.yaml:4:1 A1: It is stated that it fails, and the engine finds that it holds: "converges = violated" is true.`,
    )
  })

  it('is never made from a wrong sheet', () => {
    expect(written('maybe')).toThrow(`${sheets}/a.claims.yaml:6:14 There is no verdict "maybe".`)
  })
})

it('a sheet of the project becomes its rows', () => {
  const file = join(project, sheets, '09-article-lease.claims.yaml')
  const ids = [...readFileSync(file, 'utf8').matchAll(/^ {2}- id: (\w+)$/gm)].map(([, id]) => id)
  expect(sheetRows(project, file).map(({ id }) => id)).toEqual(ids)
})
