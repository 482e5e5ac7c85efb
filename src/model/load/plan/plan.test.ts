import { describe, expect, it } from 'vitest'
import type { Program } from '../../engine/automaton'
import { programmer } from '../../engine/operations'
import { ask, type Asking, type Ending, type Row } from '../../engine/program'
import { strategy } from '../load.fixture'
import { Slots } from '../slots/slots'
import type { Strategy } from '../strategy'
import { KEY, onePlace } from './onePlace'
import { Plans, type PlanNode } from './plan'
import type { Meant } from './symbols'

const slotsOf = (chosen: Strategy) =>
  new Slots(onePlace(chosen), 1, { committed: () => undefined, promised: () => undefined })

/** The first node of an operation's plan, and what grows it. */
function planOf(chosen: Strategy, kind: 'read' | 'write') {
  const { scenario, ground } = slotsOf(chosen)
  const plans = new Plans(ground)
  return { plans, first: plans.begin(programmer(scenario)({ kind, key: KEY })) }
}

const said = (meant: Meant | null): string => {
  if (meant === null) return '-'
  const { register, delta } = meant
  if (register < 0) return String(delta)
  return `r${register}${delta === 0 ? '' : delta > 0 ? `+${delta}` : delta}`
}

const line = ({ kind, version, expected, register, base }: PlanNode): string =>
  [kind.kind, `stores ${said(version)}`, `expects ${said(expected)}`, base === Infinity ? '' : `to r${register}`]
    .join(' ')
    .trim()

/** The nodes that replies with these codes lead through, and what the operation ends with. */
function walk(chosen: Strategy, kind: 'read' | 'write', codes: readonly number[]): readonly string[] {
  const { plans, first } = planOf(chosen, kind)
  const lines: string[] = []
  let node: PlanNode | null = first
  for (const code of codes) {
    if (node === null) break
    lines.push(line(node))
    const edge = plans.grow(node, code)
    node = edge.next
    if (node === null) lines.push(`ends with ${said(edge.result)}`)
  }
  return lines
}

describe('a plan', () => {
  it('names versions by the replies that they came with', () => {
    const reader = strategy('cache-aside', 'write-through')
    expect(walk(reader, 'read', [0, 7, 1])).toEqual([
      'cache.get stores - expects - to r0',
      'database.select stores - expects - to r0',
      'cache.set stores r0 expects -',
      'ends with r0',
    ])
    expect(walk(reader, 'read', [7])).toEqual(['cache.get stores - expects - to r0', 'ends with r0'])
  })

  it('names what is a little more or less than a version, and what is none', () => {
    const equal = strategy('cache-aside', 'write-through', { 'compare-and-set': 'equal' })
    expect(walk(equal, 'write', [5, 0])).toEqual([
      'database.update stores - expects - to r0',
      'cache.compareAndSetEqual stores r0 expects r0-1',
      'ends with r0',
    ])
    expect(walk(equal, 'read', [0, 9, 0]).at(2)).toBe('cache.compareAndSetEqual stores r0 expects 0')
  })

  it('has one node for all versions, and one edge', () => {
    const { plans, first } = planOf(strategy('cache-aside', 'write-through'), 'write')
    const edge = plans.grow(first, 3)
    expect([plans.grow(first, 1_000_000).next, plans.grow(first, 42).next]).toEqual([edge.next, edge.next])
    expect(first.edges.filter((each) => each !== undefined)).toHaveLength(1)
  })

  it('goes back to its first node where the program starts over', () => {
    const guards = { 'compare-and-set': 'newer', 'retry-refused-fill': 'true' }
    const { plans, first } = planOf(strategy('cache-aside', 'write-through', guards), 'read')
    const fill = plans.grow(plans.grow(first, 0).next!, 5).next!
    expect([plans.grow(fill, 0).next, plans.grow(fill, 1).next]).toEqual([first, null])
  })
})

describe('a program that looks at a version itself', () => {
  const asking = (body: () => Asking<Ending>): Program => ({
    ...{ role: 'read', deed: { kind: 'read', key: KEY }, key: KEY, rows: [KEY], cacheLoads: false },
    ...{ name: 'odd', start: body },
  })
  const select = () => ask<Row>({ kind: 'database.select', key: KEY })
  const grown = (body: () => Asking<Ending>, codes: readonly number[]) => {
    const plans = new Plans(slotsOf(strategy('cache-aside', 'write-through')).ground)
    let node: PlanNode | null = plans.begin(asking(body))
    for (const code of codes) node = node === null ? null : plans.grow(node, code).next
  }

  it.each<[string, () => Asking<Ending>]>([
    [
      'asks for something else',
      function* () {
        const first = yield* select()
        const second = yield* select()
        if (first.version < second.version) yield* ask({ kind: 'cache.delete', key: KEY })
        return second.version
      },
    ],
    [
      'ends with another one',
      function* () {
        const first = yield* select()
        const second = yield* select()
        return Math.max(first.version, second.version)
      },
    ],
    [
      'stores twice as much',
      function* () {
        const { version } = yield* select()
        yield* ask({ kind: 'cache.set', key: KEY, version: 2 * version })
        return version
      },
    ],
  ])('is refused: %s', (_what, body) => {
    expect(() => grown(body, [3, 4])).toThrow(
      'The program "odd" goes another way for another version of the same kind of reply, and cannot be run under load.',
    )
  })
})
