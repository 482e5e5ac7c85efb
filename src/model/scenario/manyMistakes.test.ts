/** What a file with several mistakes is told, and what a strange file leaves behind. */
import { describe, expect, it } from 'vitest'
import { file, sentences } from './hostile.fixture'
import { parseScenario } from './parse'
import { noFaults } from '../engine/faults'
import { properties } from '../properties'

describe('a file with several mistakes', () => {
  it('is told everything that is missing', () => {
    expect(sentences('title: x')).toEqual([
      '1:1 There is no "scenario". Write e.g. scenario: stale-fill.',
      '1:1 There is no "protocol". Write e.g. protocol: { read: cache-aside, write: write-invalidate }.',
      '1:1 There is no "clients". Write e.g. clients: { T1: [read x], T2: [write x] }.',
    ])
  })

  it('is told every mistake at once, in the order of the text', () => {
    const text = file({ guards: '{ leese: wait, lease: weight }', faults: '{ crush: [T1] }', check: '[durabel]' })
    expect(sentences(text)).toEqual([
      '4:11 There is no guard "leese". Did you mean "lease"?',
      '4:31 The guard "lease" has no value "weight". Use wait or bypass.',
      '5:11 There is no fault "crush". Did you mean "crash"?',
      '6:9 There is no property "durabel". Did you mean "durable"?',
    ])
  })

  it('is told of fifty mistakes and of how many more there are', () => {
    const told = sentences(file({ schedule: Array.from({ length: 60 }, (_, index) => `X${index}`).join(' ') }))
    expect(told).toHaveLength(51)
    expect(told.at(-1)).toBe('4:201 There are 10 more problems. Mend the ones above first.')
  })

  it('has its lines counted from where its block begins in a lesson', () => {
    const parsed = parseScenario('title: x\nscenario: stale fill\n', 'lesson.md', 41)
    const problems = 'problems' in parsed ? parsed.problems : []
    expect(problems.map(({ file: name, line }) => `${name}:${line}`)).toEqual([
      'lesson.md:41',
      'lesson.md:41',
      'lesson.md:42',
    ])
  })
})

describe('a strange but good file', () => {
  it('keeps a script in its title as the text that it is', () => {
    const parsed = parseScenario(file({ title: '<img src=x onerror=alert(1)>' }), 'f.yaml')
    expect('scenario' in parsed && parsed.scenario.title).toBe('<img src=x onerror=alert(1)>')
  })

  it('may leave out what it does not need, and say nothing under a name', () => {
    const parsed = parseScenario(file({ guards: '', faults: '{ crash: [] }', start: '', expect: '{}' }), 'f.yaml')
    expect(parsed).toEqual({
      scenario: {
        scenario: 'stale-fill',
        title: 'Stale fill',
        about: '',
        twin: '',
        start: { database: { x: 1 }, cache: {} },
        protocol: { read: 'cache-aside', write: 'write-invalidate' },
        guards: {},
        clients: [
          { name: 'T1', operations: [{ kind: 'read', key: 'x' }] },
          { name: 'T2', operations: [{ kind: 'write', key: 'x' }] },
        ],
        faults: noFaults,
        check: properties.filter(({ lacks }) => lacks === undefined).map(({ name }) => name),
        expect: {},
        schedule: [],
      },
    })
  })

  it('is frozen all the way down', () => {
    const parsed = parseScenario(file({ faults: '{ crash: [T1] }' }), 'f.yaml')
    const scenario = 'scenario' in parsed ? parsed.scenario : null
    expect([scenario, scenario?.clients[0]?.operations[0], scenario?.faults.crash].every(Object.isFrozen)).toBe(true)
  })

  it('leaves nothing of a reserved name on any object', () => {
    parseScenario(file({ start: '{ database: { __proto__: { polluted: 1 } } }' }), 'f.yaml')
    expect('polluted' in {}).toBe(false)
  })
})

describe('somebody who reads for ever', () => {
  it('does so last, is asked what is seen in the end, and may be expected to see nothing stale but for a while', () => {
    const parsed = parseScenario(
      file({ clients: '{ T1: [write x, forever read x] }', expect: '{ sees-the-new-value: bounded }' }),
      'f.yaml',
    )
    expect('scenario' in parsed && parsed.scenario).toMatchObject({
      clients: [
        {
          name: 'T1',
          operations: [
            { kind: 'write', key: 'x' },
            { kind: 'forever', key: 'x' },
          ],
        },
      ],
      check: properties
        .filter(({ name, lacks }) => lacks === undefined || name === 'sees-the-new-value')
        .map(({ name }) => name),
      expect: { 'sees-the-new-value': 'bounded' },
    })
  })
})
