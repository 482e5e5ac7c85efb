/** Short histories of every kind for comparing checkers: true to a register, slightly wrong, or merely out of step. */
import fc from 'fast-check'
import type { History, HistoryOperation, Initial } from '.'

export const initial: Initial = { x: 'a', y: null }

const clients = ['T1', 'T2', 'T3'] as const

const rawOperation = fc.record({
  client: fc.constantFrom('T1', ...clients),
  isRead: fc.constantFrom(true, true, false),
  key: fc.constantFrom('x', 'y'),
  value: fc.constantFrom('a', 'b', null),
  gap: fc.integer({ min: 0, max: 3 }),
  length: fc.integer({ min: 0, max: 4 }),
  /** Where between its ends it takes effect. */
  point: fc.integer({ min: 0, max: 4 }),
  isPending: fc.integer({ min: 0, max: 9 }).map((die) => die === 0),
  /** How many writes of the key a read is behind. */
  behind: fc.constantFrom(0, 0, 1),
})

/** By what time each client's answers are late for everybody else: real time is broken, each client's order is not. */
const lateness = fc.record({ T1: fc.constant(0), T2: fc.constantFrom(0, 0, 0, 5), T3: fc.constantFrom(0, 0, 0, 9) })

/** Up to eight operations of up to three clients on two keys; each client's in the order in which it did them. */
export const anyHistory: fc.Arbitrary<History> = fc
  .tuple(fc.array(rawOperation, { minLength: 5, maxLength: 8, size: 'max' }), lateness, fc.boolean())
  .map(([raw, late, isDistinct]) => {
    const clocks: Record<string, number> = {}
    const drafts = raw.map((one, index) => {
      const from = (clocks[one.client] ?? 0) + one.gap
      const to = from + one.length
      clocks[one.client] = to
      return { ...one, from, to, at: Math.min(from + one.point, to), index }
    })
    const written: Record<string, (string | null)[]> = { x: [initial['x'] ?? null], y: [initial['y'] ?? null] }
    const values: (string | null)[] = []
    for (const { isRead, key, behind, value, index } of drafts.toSorted((a, b) => a.at - b.at)) {
      const all = written[key]!
      if (!isRead) all.push(isDistinct ? `v${String(index)}` : value)
      values[index] = all.at(isRead ? -1 - behind : -1) ?? null
    }
    return drafts.map(({ client, isRead, key, from, to, isPending, index }): HistoryOperation => ({
      client,
      kind: isRead ? 'read' : 'write',
      key,
      value: values[index] ?? null,
      from: from + late[client],
      to: isPending ? null : to + late[client],
    }))
  })
