import { describe, expect, test } from 'vitest'
import { adapted } from '../../model/engine/adapted'
import { obstacle } from './obstacle'
import { sketched } from './runs.fixture'
import { differenceInWords, differencesOf, lineInWords, sharedTranscript } from './sideBySide'

const race = 'T1 T1 T2 T2 T1'
const names = ['A', 'B', 'C']

const beside = (schedule: string, ...sketches: readonly Parameters<typeof sketched>[0][]) =>
  sketches.map((sketch) => adapted(sketched(sketch), schedule.split(' '), obstacle))

const three = beside(race, {}, { guards: { lease: 'wait' } }, { write: 'deferred-invalidate' })

describe('three protocols on one schedule', () => {
  test('part where one of them has no such step, and differ again at the fill', () => {
    expect(differencesOf(three)).toEqual([
      {
        step: 4,
        sides: [
          { runs: [0, 1], words: 'found nothing to delete' },
          { runs: [2], words: 'left out, because T2 has nothing left to do' },
        ],
      },
      {
        step: 5,
        sides: [
          { runs: [0, 2], words: 'stored version 1' },
          { runs: [1], words: 'refused, because step 4 voided the lease' },
        ],
      },
    ])
  })

  test('are told apart in sentences', () => {
    expect(differencesOf(three).map((difference) => differenceInWords(names, difference))).toEqual([
      'A and B: found nothing to delete. C: left out, because T2 has nothing left to do.',
      'A and C: stored version 1. B: refused, because step 4 voided the lease.',
    ])
  })

  test('share a transcript that says once what all of them do, and marks where they part', () => {
    const lines = sharedTranscript(names, three)
    expect(lines.map(({ step, word, mark }) => [step, word, mark])).toEqual([
      [1, 'T1', null],
      [2, 'T1', null],
      [3, 'T2', null],
      [4, 'T2', 'parts'],
      [5, 'T1', 'differs'],
    ])
    expect(lineInWords(lines[1]!)).toBe('Step 2, T1. T1 reads version 1 from the database.')
    expect(lineInWords(lines[3]!)).toBe(
      "Step 4, T2. Here they part. A: T2 deletes x from the cache. There is nothing to delete. The write is acknowledged. B: T2 deletes x from the cache. There is nothing to delete. T1's lease is void from now on. The write is acknowledged. C: T2 is left out, because T2 has nothing left to do.",
    )
  })
})

test('runs that come out alike do not part', () => {
  const alike = beside(race, {}, { guards: { 'compare-and-set': 'newer' } })
  expect(differencesOf(alike)).toEqual([])
  expect(sharedTranscript(names, alike).every(({ mark }) => mark === null)).toBe(true)
})

test('a reader that has to wait is left out until it need not', () => {
  const readers = { clients: { T1: ['read x'], T2: ['write x'], T3: ['read x'] } }
  const [, waiting] = beside('T1 T3 T1 T1 T3', readers, { ...readers, guards: { lease: 'wait' } })
  expect(waiting?.steps.map(({ event }) => (event.type === 'skip' ? event.why : event.type))).toEqual([
    'request',
    "T3 has to wait for T1's lease",
    'request',
    'request',
    'request',
  ])
})

test('nothing is compared where no step was taken', () => {
  expect(
    differencesOf(beside('', {}, { guards: { lease: 'wait' } }).map((trace) => ({ ...trace, steps: [] }))),
  ).toEqual([])
})
