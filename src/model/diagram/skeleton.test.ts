import { expect, test } from 'vitest'
import { parseDiagram } from './parseDiagram'
import { skeletonOf } from './skeleton'

function skeleton(...lines: readonly string[]) {
  const parsed = parseDiagram(['sequenceDiagram', ...lines].join('\n'))
  return 'problem' in parsed ? parsed : skeletonOf(parsed.diagram)
}

const staleFill = [
  'participant T1',
  'participant Cache',
  'participant Database',
  'T1->>Cache: GET x',
  'Cache-->>T1: miss',
  'T1->>Database: SELECT x',
  'T2->>Database: UPDATE x',
  'T2->>Cache: DEL x',
  'T1->>Cache: SET x v1',
]

test('the stale fill as a diagram is the stale fill as a scenario, with its run', () => {
  expect(skeleton(...staleFill)).toMatchObject({
    warnings: [],
    scenario: {
      scenario: 'imported-diagram',
      protocol: { read: 'cache-aside', write: 'write-invalidate' },
      start: { database: { x: 1 }, cache: {} },
      clients: [
        { name: 'T1', operations: [{ kind: 'read', key: 'x' }] },
        { name: 'T2', operations: [{ kind: 'write', key: 'x' }] },
      ],
      schedule: ['T1', 'T1', 'T2', 'T2', 'T1'],
    },
  })
})

test('other words for the same, and keys that are written as in Redis, are understood', () => {
  expect(
    skeleton(
      'actor a as Reader',
      'participant r as Redis',
      'participant p as PostgreSQL',
      'a->>r: read user:42',
      'r-->>a: v1',
      'w->>p: update user:42',
      'w->>r: store user:42',
    ),
  ).toMatchObject({
    warnings: [],
    scenario: {
      protocol: { write: 'write-through' },
      start: { cache: { user_42: 1 } },
      clients: [{ name: 'Reader' }, { name: 'W' }],
      schedule: ['Reader', 'W', 'W'],
    },
  })
})

test('a cache that asks the database itself reads through', () => {
  expect(skeleton('T1->>Cache: GET x', 'Cache->>Database: SELECT x', 'Cache->>Cache: SET x')).toMatchObject({
    warnings: [],
    scenario: { protocol: { read: 'read-through' }, schedule: ['T1', 'T1', 'T1'] },
  })
})

test('a note that says crash is one, and allows it', () => {
  expect(
    skeleton('T2->>Database: UPDATE x', 'Note over T2: crash', 'T1->>Cache: GET x', 'Cache-->>T1: miss'),
  ).toMatchObject({ scenario: { faults: { crash: ['T2'] }, schedule: ['T2', 'crash:T2', 'T1'] } })
})

test('what cannot run is named with its line, and the rest stands', () => {
  const drawn = skeleton(
    ...staleFill,
    'alt found',
    'T3->>Cache: GET y',
    'else not found',
    'T3->>Database: SELECT y',
    'end',
    'Queue->>Database: flush',
    'T1->>T2: hello',
    'T1->>Cache: PING',
    'T3->>Database: UPDATE y',
    'T3->>Cache: SET y',
    'T1->>Cache: DEL x',
  )
  expect('warnings' in drawn && drawn.warnings.map(({ line, message }) => `${line} ${message}`)).toEqual([
    '11 A run takes one branch. The first of this "alt" is taken, and the others are left out.',
    '16 What neither a client, the cache nor the database does is not read. Choose the pattern or the guard for it in the Lab.',
    '17 Clients do not speak with each other here. The message is left out.',
    '18 "PING" is no request of the cache. Begin with GET, SET or DEL.',
    '19 This write follows write-through, and another one write-invalidate. A scenario has one write pattern, so it runs as write-invalidate.',
    '20 Here T3 stores in the cache, and under this scenario T3 deletes from the cache. The run ends after step 7.',
    '21 No update goes with this delete, so it belongs to no write. It is left out; evict the entry in the Lab instead.',
  ])
})

test.each([
  [['T1->>Database: SELECT x'], 'No participant is the cache. Call one of them Cache or Redis.'],
  [['T1->>Cache: GET x'], 'No participant is the database. Call one of them Database or Postgres.'],
  [
    ['participant Cache', 'participant Database', 'T1->>Cache: PING'],
    'No client reads or writes anything. Write e.g. T1->>Cache: GET x and T2->>Database: UPDATE x.',
  ],
])('%j is refused in one sentence', (lines, message) => {
  expect(skeleton(...lines)).toEqual({ problem: { line: 1, message } })
})
