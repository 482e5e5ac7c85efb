/** Each checker against its definition by brute force, on ten thousand short histories, and what it says of each. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  explainReadsInOrder,
  explainReadsYourWrites,
  explainRegisterLinearizable,
  explainSequential,
  explainSequentialPerKey,
  isLinearizable,
  isRegisterLinearizable,
  isSequential,
  isSequentialPerKey,
  readBehind,
  readsInOrder,
  readsYourWrites,
  type Behind,
  type Explanation,
  type History,
  type Initial,
  type VersionedOperation,
} from '.'
import {
  freeOutside,
  inProgramOrder,
  inRealTime,
  isExplanation,
  sightings,
  someOrderExplains,
} from '../testing/everyOrder'
import { anyHistory, initial } from './anyHistory.fixture'

const histories = fc.sample(anyHistory, { numRuns: 10_000, seed: 7 })

const ofKey = (history: History, key: string) => history.filter((operation) => operation.key === key)
const keys = ['x', 'y']

/** One client's answered reads of one key, for each client and key. */
const sessions = (history: History) =>
  ['T1', 'T2', 'T3'].flatMap((client) =>
    keys.map((key) => {
      const own = ofKey(history, key).filter((operation) => operation.client === client && operation.to !== null)
      const writes = ofKey(history, key).filter(({ kind }) => kind === 'write')
      return { own, writes: writes.toSorted((a, b) => a.from - b.from), first: initial[key] ?? null }
    }),
  )

/** Reads of a value that somebody can have written; the others are neither old nor new. */
const sensible = ({ own, writes, first }: ReturnType<typeof sessions>[number]) =>
  own.filter((read) => read.kind === 'read' && [...sightings([read], writes, first)].length > 0)

const readsInOrderByForce = (history: History) =>
  sessions(history).every((session) =>
    [...sightings(sensible(session), session.writes, session.first)].some((places) =>
      places.every((place, index) => index === 0 || places[index - 1]! <= place),
    ),
  )

const readsYourWritesByForce = (history: History) =>
  sessions(history).every((session) =>
    sensible(session).every((read) => {
      const before = session.own.slice(0, session.own.indexOf(read)).filter(({ kind }) => kind === 'write')
      const floor = Math.max(0, ...before.map((write) => session.writes.indexOf(write) + 1))
      return [...sightings([read], session.writes, session.first)].some(([place]) => place! >= floor)
    }),
  )

type Checker = (history: History, initial: Initial) => boolean
type Explainer = (history: History, initial: Initial) => Explanation

/** What it is called, the checker, its explaining form, the brute force, and for how many histories it holds. */
const checkers: readonly (readonly [string, Checker, Explainer, (history: History) => boolean, number])[] = [
  [
    'register-linearizable',
    isRegisterLinearizable,
    explainRegisterLinearizable,
    (history) => someOrderExplains(history, initial, inRealTime),
    4918,
  ],
  [
    'sequential',
    isSequential,
    explainSequential,
    (history) => someOrderExplains(history, initial, inProgramOrder(history)),
    5953,
  ],
  [
    'sequential per key',
    isSequentialPerKey,
    explainSequentialPerKey,
    (history) => keys.every((key) => someOrderExplains(ofKey(history, key), initial, inProgramOrder(history))),
    5971,
  ],
  ['reads in order', readsInOrder, explainReadsInOrder, readsInOrderByForce, 9646],
  ['reads your writes', readsYourWrites, explainReadsYourWrites, readsYourWritesByForce, 8810],
]

describe.each(checkers)('%s', (_name, holds, explain, byForce, count) => {
  const found = histories.map((history) => holds(history, initial))

  it('is what every order tried one by one says of ten thousand histories', () => {
    expect(histories.filter((history, index) => byForce(history) !== found[index])).toEqual([])
    expect(found.filter(Boolean).length).toBe(count)
  })

  it('is explained to the same end', () => {
    expect(histories.map((history) => explain(history, initial).holds)).toEqual(found)
  })
})

describe.each([
  ['register-linearizable', explainRegisterLinearizable, () => inRealTime],
  ['sequential', explainSequential, inProgramOrder],
] as const)('why a history is %s, or not', (_name, explain, beforeIn) => {
  const explained = histories.map((history) => ({ history, why: explain(history, initial) }))

  it('the order found explains every answer', () => {
    const wrong = explained.filter(
      ({ history, why }) => why.holds && !isExplanation(why.order, history, initial, beforeIn(history)),
    )
    expect(wrong).toEqual([])
  })

  it('the operations to blame cannot be explained, and any fewer can', () => {
    const isExplained = (kept: History, history: History) =>
      someOrderExplains(kept, initial, beforeIn(history), freeOutside(history, kept))
    const wrong = explained.filter(({ history, why }) => {
      if (why.holds) return false
      const { conflict } = why
      const fewer = conflict.map((one) => conflict.filter((other) => other !== one))
      return isExplained(conflict, history) || !fewer.every((kept) => isExplained(kept, history))
    })
    expect(wrong).toEqual([])
  })
})

describe('linearizable with versions', () => {
  const versions = ['a', 'b', null]
  const versionOf = (value: string | null) => versions.indexOf(value) + 1 || Number(value?.slice(1)) + 1
  const versioned = histories.map((history) =>
    history.map(({ value, ...operation }): VersionedOperation => ({ ...operation, version: versionOf(value) })),
  )
  const pairs = (history: readonly VersionedOperation[]) =>
    history.flatMap((read) =>
      history.flatMap((known) =>
        known.key === read.key && known.to !== null && known.to < read.from && known.version! > read.version!
          ? [{ known, read }]
          : [],
      ),
    )
  const byForce = versioned.map((history) =>
    pairs(history).filter(({ read }) => read.kind === 'read' && read.to !== null),
  )

  it('is what comparing every pair says of ten thousand histories', () => {
    const found = versioned.map(isLinearizable)
    expect(found).toEqual(byForce.map((behind) => behind.length === 0))
    expect(found.filter(Boolean).length).toBe(6416)
  })

  it('names a read and what was known before it', () => {
    const named = versioned.map(readBehind)
    const isRight = (behind: Behind, index: number) =>
      byForce[index]!.some(({ known, read }) => known === behind.known && read === behind.read)
    expect(named.filter((behind, index) => behind !== null && !isRight(behind, index))).toEqual([])
  })
})
