/** Famous histories, each beside one that differs in one point, and long ones that only a fast checker can judge. */
import { describe, expect, it } from 'vitest'
import {
  explainReadsInOrder,
  explainReadsYourWrites,
  explainRegisterLinearizable,
  explainSequential,
  isLinearizable,
  isRegisterLinearizable,
  isSequential,
  isSequentialPerKey,
  readBehind,
  readsInOrder,
  readsYourWrites,
  type History,
  type HistoryOperation,
  type VersionedOperation,
} from '.'
import { longHistory } from '../testing/longHistory'

/** `T1 write x 1 @1-2`; a pending operation ends with `@1-`. */
const history = (...lines: readonly string[]): History =>
  lines.map((line) => {
    const [, client, kind, key, value, from, to] = /^(\w+) (\w+) (\w+) (\w+) @(\d+)-(\d*)$/.exec(line)!
    return {
      client: client!,
      kind: kind as 'read' | 'write',
      key: key!,
      value: value!,
      from: Number(from),
      to: to === '' ? null : Number(to),
    }
  })

const line = ({ client, kind, key, value, from, to }: HistoryOperation) =>
  `${client} ${kind} ${key} ${String(value)} @${String(from)}-${to === null ? '' : String(to)}`
const initial = { x: '0', y: '0' }

/** Register-linearizable, sequential, sequential per key, reads your writes, reads in order. */
const judged = (seen: History) =>
  [isRegisterLinearizable, isSequential, isSequentialPerKey, readsYourWrites, readsInOrder].map((checker) =>
    checker(seen, initial),
  )

describe('a history', () => {
  it.each([
    [
      'a write whose writer died may still show, and need not have happened',
      ['T1 write x 1 @1-', 'T2 read x 0 @3-3', 'T2 read x 1 @6-8'],
      [true, true, true, true, true],
    ],
    [
      'it may not show and be gone again',
      ['T1 write x 1 @1-', 'T2 read x 1 @3-3', 'T2 read x 0 @6-8'],
      [false, false, false, true, false],
    ],
    [
      'everybody may see an old value in the same order, only not at the right time',
      ['T1 write x 1 @1-2', 'T2 read x 0 @3-3', 'T2 read x 1 @4-4'],
      [false, true, true, true, true],
    ],
    [
      'the writer itself may not',
      ['T1 write x 1 @1-2', 'T1 read x 0 @3-3', 'T1 read x 1 @4-4'],
      [false, false, false, false, true],
    ],
    [
      'two keys, each in an order of its own, that no single order contains',
      ['T1 write x 1 @1-2', 'T1 write y 1 @3-4', 'T2 read y 1 @5-5', 'T2 read x 0 @6-6'],
      [false, false, true, true, true],
    ],
    [
      'two writes that overlap may have come in either order, unless the order of the commits is asked for',
      ['T1 write x 1 @1-5', 'T2 write x 2 @2-3', 'T3 read x 2 @4-4', 'T3 read x 1 @6-6'],
      [true, true, true, true, false],
    ],
    [
      'two readers may not disagree about it',
      [
        'T1 write x 1 @1-2',
        'T2 write x 2 @1-2',
        'T3 read x 2 @3-3',
        'T3 read x 1 @4-4',
        'T4 read x 1 @3-3',
        'T4 read x 2 @4-4',
      ],
      [false, false, false, true, false],
    ],
    ['a value that nobody wrote', ['T1 read x 7 @1-1'], [false, false, false, true, true]],
    ['a pending read says nothing', ['T1 read x 7 @1-'], [true, true, true, true, true]],
  ] as const)('%s', (_title, lines, verdicts) => {
    expect(judged(history(...lines))).toEqual(verdicts)
  })

  it('is judged in order of commits where that is known', () => {
    const [first, second, ...reads] = history(
      'T1 write x 1 @1-5',
      'T2 write x 2 @2-3',
      'T3 read x 2 @4-4',
      'T3 read x 1 @6-6',
    )
    const seen = [first!, second!, ...reads]
    expect(readsInOrder(seen, initial, [second!, first!])).toBe(true)
    expect(readsInOrder(seen, initial, [first!, second!])).toBe(false)
    expect(readsYourWrites([...seen, ...history('T1 read x 2 @7-7')], initial, [second!, first!])).toBe(false)
  })
})

describe('what is to blame', () => {
  const among = history('T9 write x 8 @0-1', 'T9 read x 8 @2-3', 'T8 write y 5 @1-9', 'T9 read y 5 @4-5')

  it.each([
    [
      'a read behind a write',
      explainRegisterLinearizable,
      ['T9 write x 8 @0-1', 'T1 write x 1 @12-13', 'T2 read x 8 @14-14'],
    ],
    ['an old value after a new one', explainReadsInOrder, ['T3 read x 8 @14-15', 'T3 read x 0 @16-17']],
    ['a writer that does not see its write', explainReadsYourWrites, ['T1 write x 1 @12-13', 'T1 read x 8 @14-14']],
    [
      'effect seen, cause not',
      explainSequential,
      ['T1 write x 1 @12-13', 'T1 write y 1 @14-15', 'T2 read y 1 @16-17', 'T2 read x 0 @18-19'],
    ],
    ['a value from nowhere', explainRegisterLinearizable, ['T1 read x 7 @30-31']],
    ['a read before its write', explainRegisterLinearizable, ['T2 read x 3 @12-13', 'T1 write x 3 @14-15']],
  ] as const)('%s, and nothing beside it', (_title, explain, lines) => {
    const rest = history(...lines).filter((operation) => !among.some((other) => line(other) === line(operation)))
    const why = explain([...among, ...rest, ...history('T7 read y 5 @40-41')], initial)
    expect(why.holds ? why.order.map(line) : why.conflict.map(line)).toEqual(lines)
  })

  it('is nothing where some order explains it: the order is named instead', () => {
    const seen = history('T1 write x 1 @1-9', 'T2 read x 1 @2-3', 'T2 write x 2 @4-5', 'T3 read x 1 @4-8')
    const why = explainRegisterLinearizable(seen, initial)
    expect(why.holds && why.order.map(line)).toEqual([
      'T1 write x 1 @1-9',
      'T2 read x 1 @2-3',
      'T3 read x 1 @4-8',
      'T2 write x 2 @4-5',
    ])
  })
})

describe('versions that are known', () => {
  const versioned = (seen: History): readonly VersionedOperation[] =>
    seen.map(({ value, ...operation }) => ({ ...operation, version: Number(value) }))

  it('leave two overlapping writes one order only', () => {
    const seen = history('T1 write x 2 @1-5', 'T2 write x 3 @2-3', 'T3 read x 3 @4-4', 'T3 read x 2 @6-6')
    expect(isRegisterLinearizable(seen, initial)).toBe(true)
    expect(isLinearizable(versioned(seen))).toBe(false)
    const behind = readBehind(versioned(seen))!
    expect([behind.known, behind.read]).toEqual(versioned([seen[1]!, seen[3]!]))
  })

  it('are behind only what ended before they began', () => {
    const seen = history('T1 write x 2 @1-5', 'T2 read x 1 @5-7', 'T2 read x 2 @8-8', 'T2 read y 1 @9-9')
    expect(isLinearizable(versioned(seen))).toBe(true)
  })
})

describe('a long history', () => {
  it.each([
    ['of different values', Infinity, 3],
    ['of sixteen values', 16, 15],
  ])('%s is explained, and its one wrong read is found', (_title, values, blamed) => {
    const long = longHistory({ operations: 10_000, keys: 10, clients: 10, values, wrongAt: null })
    const bad = longHistory({ operations: 500, keys: 1, clients: 5, values, wrongAt: 499 })
    const wrong = line(bad.at(-1)!)
    expect([long.length, isRegisterLinearizable(long, {})]).toEqual([10_000, true])
    const why = explainRegisterLinearizable(bad, {})
    // Whoever reads a value too late is at odds with every write of it, and with one operation since.
    expect(why.holds ? 0 : why.conflict.length).toBe(blamed)
    expect(why.holds ? [] : why.conflict.map(line)).toContain(wrong)
  })
})
