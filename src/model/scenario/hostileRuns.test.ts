/** Hostile scenario files, part of a table of a hundred: runs that are too long, and what draws them. */
import { describe, expect, it } from 'vitest'
import { file, sentences } from './hostile.fixture'
import { parseScenario } from './parse'

const refused: readonly (readonly [what: string, text: string, sentence: string])[] = [
  [
    'more repetitions than a check takes',
    file({ clients: '{ T1: [read x, write x] }', repeat: '5' }),
    '4:9 Repeated 5 times, T1 has 10 operations, and the exhaustive check takes at most 8. Use fewer, or add e.g. seed: 1 to play a single run.',
  ],
  [
    'no repetition at all',
    file({ repeat: '0' }),
    '4:9 The number of repetitions must be a whole number from 1 to 10000, and this is the number 0. Write e.g. 2.',
  ],
  [
    'a seed that is no number',
    file({ seed: 'lucky' }),
    '4:7 The seed must be a whole number from 0 to 999999, and this is the text "lucky". Write e.g. 1.',
  ],
  [
    'more operations than a run takes',
    file({ repeat: '5001', seed: '1' }),
    '4:9 The clients have 10,002 operations together, and a single run takes at most 10,000. Use fewer.',
  ],
  [
    'more clients than a run takes',
    file({ clients: `{ ${Array.from({ length: 201 }, (_, i) => `T${i}: [read x]`).join(', ')} }`, seed: '1' }),
    '3:3102 There are 201 clients, and a single run takes at most 200. Use fewer.',
  ],
  [
    'more keys than a run takes',
    file({ clients: `{ T1: [${Array.from({ length: 1001 }, (_, i) => `read k${i}`).join(', ')}] }`, seed: '1' }),
    '3:10 There are 1,001 keys, and a single run takes at most 1,000. Use fewer.',
  ],
]

describe('a hostile scenario file is refused with its place and one sentence', () => {
  it.each(refused)('%s', (_what, text, sentence) => {
    expect(sentences(text)).toEqual([sentence])
  })
})

describe('a single run', () => {
  const many = `{ ${Array.from({ length: 200 }, (_, i) => `T${i}: [read k${i}]`).join(', ')} }`

  it('may have as many clients, keys and operations as there is room for', () => {
    expect(sentences(file({ clients: many, repeat: '50', seed: '1' }))).toEqual(['nothing is wrong'])
  })

  it('is what a schedule gives where all runs would be too many', () => {
    expect(sentences(file({ clients: many, schedule: 'T1 T2 T3' }))).toEqual(['nothing is wrong'])
  })

  it('keeps its length and its seed', () => {
    const parsed = parseScenario(file({ repeat: '500', seed: '0' }), 'f.yaml')
    expect('scenario' in parsed && [parsed.scenario.repeat, parsed.scenario.seed]).toEqual([500, 0])
  })

  it('goes once through its operations where nothing is said', () => {
    const parsed = parseScenario(file({ repeat: '1', seed: '' }), 'f.yaml')
    expect('scenario' in parsed && [parsed.scenario.repeat, parsed.scenario.seed]).toEqual([undefined, undefined])
  })
})
