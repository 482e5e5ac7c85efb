import { describe, expect, test } from 'vitest'
import { workloadProblems } from '../../../model/load/workload/check'
import { parts } from '../../../model/load/workload/parts'
import { presets } from '../../../model/load/workload/presets'
import { draftOf, kindPlace, workloadOf } from './draft'
import { groups, labelledFields, labelOf } from './labels'

const [first] = presets
const workload = first!.workload
const written = (texts: Readonly<Record<string, string>>) => workloadOf({ ...draftOf(workload), ...texts }, workload)

describe('the form', () => {
  test.each(presets.map((preset) => [preset.workload.workload, preset.workload] as const))(
    'gives %s back as it is',
    (_name, each) => {
      expect(workloadOf(draftOf(each), each)).toEqual(each)
    },
  )

  test('asks for every part once, by a name of its own', () => {
    const asked = groups.flatMap((group) => group.parts)
    expect(asked.toSorted()).toEqual(parts.map(({ name }) => name).toSorted())
    expect(asked.filter((name) => labelOf(name).title === name)).toEqual([])
  })

  test('has a word for every field', () => {
    const words = parts.flatMap(({ shape }) => {
      const inner = shape.is === 'option' || shape.is === 'list' ? shape.of : shape
      return inner.is === 'choice' ? inner.variants.flatMap(({ fields }) => fields.map(({ word }) => word)) : []
    })
    expect([...new Set(words)].filter((word) => !labelledFields.includes(word))).toEqual([])
  })

  test('reads numbers as people write them', () => {
    expect(written({ operations: ' 1,000 000' }).operations).toBe(1_000_000)
  })

  test.each([
    ['', 'operations'],
    ['many', 'operations'],
    ['20000000', 'operations'],
  ])('refuses "%s" operations with one sentence at its place', (text, place) => {
    const problems = workloadProblems(written({ operations: text }))
    expect(problems.map((problem) => problem.place)).toEqual([place])
    expect(problems[0]!.message).toContain('Write a whole number from 1 to 10,000,000.')
  })

  test('keeps what stands under a form that another one hides', () => {
    const typed = { 'popularity.zipf': '1.3', [kindPlace('popularity')]: 'uniform' }
    expect(written(typed).popularity).toEqual({ kind: 'uniform' })
    expect(written({ ...typed, [kindPlace('popularity')]: 'zipf' }).popularity).toEqual({ kind: 'zipf', exponent: 1.3 })
  })
})
