import { describe, expect, test } from 'vitest'
import { catalogue } from '../../model/scenario/catalogue'
import { compileLesson } from './compile'

const file = 'lessons/01-part/01-claims/lesson.md'

const compiled = (attributes: string, statement = 'All is well.') =>
  compileLesson(
    `---
title: A lesson that claims
part: Races
minutes: 5
summary: It claims.
objectives:
  - see a claim decided
prerequisites: []
---

:::claim{${attributes}}
${statement}
:::
`,
    file,
    { scenarios: catalogue, readBeside: () => null },
  )

const messages = (attributes: string) => {
  const result = compiled(attributes)
  return 'problems' in result ? result.problems.map(({ column, message }) => `${column} ${message}`) : []
}

describe('a claim is decided by the exhaustive check', () => {
  test('of its scenario with the guards that it switches on', () => {
    expect(compiled('property=converges verdict=holds scenario=stale-fill guards="lease: wait"')).toMatchObject({
      lesson: {
        blocks: [
          {
            type: 'claim',
            verdict: 'holds',
            link: '#/lab/stale-fill?lease=wait&check=converges',
            scenario: { guards: { lease: 'wait' } },
          },
        ],
      },
    })
  })

  test('or off: without its lease the repaired scenario breaks again', () => {
    expect(compiled('property=converges verdict=violated scenario=stale-fill-lease guards="lease: off"')).toMatchObject(
      {
        lesson: { blocks: [{ verdict: 'violated', finding: { witness: ['T1', 'T1', 'T2', 'T2', 'T1'] } }] },
      },
    )
  })

  test('and a false one is told what was found', () => {
    expect(messages('property=converges verdict=violated scenario=stale-fill-lease')).toEqual([
      expect.stringMatching(
        /^1 The lesson says that converges is violated, and the check of \d+ worlds finds that it holds/,
      ),
    ])
  })
})

describe('a claim that says nothing the check could decide is refused', () => {
  test.each([
    [
      'property=converge verdict=holds scenario=stale-fill',
      '10 There is no property "converge". Did you mean "converges"?',
    ],
    ['property=converges verdict=good scenario=stale-fill', '29 A claim says "holds" or "violated", not "good".'],
    ['property=converges verdict=holds', '1 A claim outside a scene must say what it is about: write scenario=NAME.'],
    [
      'property=converges verdict=holds scenario=stale-fill guards="leese: wait"',
      '63 There is no guard "leese". Did you mean "lease"?',
    ],
    [
      'property=converges verdict=holds scenario=stale-fill guards="lease: sometimes"',
      '63 There is no value "sometimes".',
    ],
    ['verdict=holds scenario=stale-fill', '1 "claim" needs the attribute "property": write property=converges.'],
  ])('%s', (attributes, message) => {
    expect(messages(attributes)).toContainEqual(expect.stringContaining(message))
  })
})
