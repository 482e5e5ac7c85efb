import { sources } from 'virtual:program-sources'
import { describe, expect, it } from 'vitest'
import { replay } from '../src/model/engine/replay'
import { guards } from '../src/model/guards'
import { protocols } from '../src/model/protocols'
import type { Scenario } from '../src/model/scenario/scenario'
import { programText, shownSource, stamped } from './programText'
import { noFaults } from '../src/model/engine/faults'

const scenario = (protocol: Scenario['protocol'], chosen: Scenario['guards'] = {}): Scenario => ({
  scenario: 'stamps',
  title: 'Stamps',
  about: '',
  start: { database: { x: 1 }, cache: {} },
  protocol,
  guards: chosen,
  clients: [
    { name: 'T1', operations: [{ kind: 'read', key: 'x' }] },
    { name: 'T2', operations: [{ kind: 'write', key: 'x' }] },
  ],
  faults: noFaults,
  check: [],
  expect: {},
  schedule: [],
  twin: '',
})

const textOf = (source: string) => (sources[source]?.lines ?? []).map((line) => line.map(({ text }) => text).join(''))

/** The lines that `word` runs to its end, each with the places of its request, as text. */
function linesRun(played: Scenario, word: string) {
  const { steps } = replay(played, [word, word, word])
  return steps.map(({ event }) =>
    (event.type === 'request' || event.type === 'load' ? (event.request.places ?? []) : []).map(
      ({ source, line }) => `${source}: ${String(textOf(source)[line - 1]?.trim())}`,
    ),
  )
}

const runs: Record<string, string[]> = {
  'read-through': [
    'const hit = yield* cache.get(key)',
    'const row = yield* database.select(key)',
    'yield* fill(key, row)',
  ],
  'cache-aside': [
    'const hit = yield* cache.get(key)',
    'const row = yield* database.select(key)',
    'yield* fill(key, row)',
  ],
  'refresh-ahead': [
    'const hit = yield* cache.get(key)',
    'const row = yield* database.select(key)',
    'yield* fill(key, row)',
  ],
  'cache-only': ['const hit = yield* cache.get(key)'],
  'database-only': ['const row = yield* database.select(key)'],
  'write-through': ['const row = yield* database.update(key)', 'yield* cache.set(key, row)'],
  'write-through-cache-first': ['const row = yield* cache.setNext(key)', 'yield* database.put(key, row)'],
  'write-around': ['const row = yield* database.update(key)'],
  'write-invalidate': ['const row = yield* database.update(key)', 'yield* cache.delete(key)'],
  'write-behind': ['const row = yield* queue.setAndEnqueue(key)'],
  'delete-then-write': ['yield* cache.delete(key)', 'const row = yield* database.update(key)'],
  'double-delete': ['yield* cache.delete(key)', 'const row = yield* database.update(key, timer.deleteLater)'],
  'deferred-invalidate': ['const row = yield* database.update(key, timer.deleteLater)'],
  'change-log': ['const row = yield* database.update(key)'],
}

describe('a request says which line asked it', () => {
  it.each(Object.keys(protocols.read))('in every line of %s, which is the line that is shown', (read) => {
    const lines = linesRun(scenario({ read, write: 'write-around' }), 'T1')
    expect(lines).toEqual(runs[read]?.map((line) => [`${read}: ${line}`]))
  })

  it.each(Object.keys(protocols.write))('in every line of %s, which is the line that is shown', (write) => {
    expect(linesRun(scenario({ read: 'cache-aside', write }), 'T2')).toEqual(
      runs[write]?.map((line) => [`${write}: ${line}`]),
    )
  })

  it('also in a program that no client runs', () => {
    const warmed = scenario({ read: 'cache-aside', write: 'write-around' }, { warm: 'x', fill: 'add-if-absent' })
    expect(linesRun(warmed, 'warm:x')).toEqual([
      ['warm-up: const row = yield* database.select(key)'],
      [
        "fill: return yield* ask<Stored>({ kind: 'cache.setIfAbsent', key, version: row.version })",
        'warm-up: yield* fill(key, row)',
      ],
    ])
  })

  it('and names the line of the lease first where the lease changed it', () => {
    expect(linesRun(scenario({ read: 'read-through', write: 'write-around' }, { lease: 'wait' }), 'T1')).toEqual([
      [
        "lease: const reply = yield* takeLease(key, value === 'wait')",
        'read-through: const hit = yield* cache.get(key)',
      ],
      ['read-through: const row = yield* database.select(key)'],
      ['lease: return yield* fillWithLease(key, row.version)', 'read-through: yield* fill(key, row)'],
    ])
  })

  it('and names last the line of a guard that goes around the program', () => {
    const around = scenario({ read: 'read-through', write: 'write-around' }, { 'write-lock': 'true' })
    expect(linesRun(around, 'T2')).toEqual([
      ['write-lock: yield* takeLock(key)'],
      ['write-around: const row = yield* database.update(key)', 'write-lock: return yield* run(resources)'],
      ['write-lock: yield* releaseLock(key)'],
    ])
  })

  it('and names the branch of compare-and-set that was taken', () => {
    const written = (value: string) =>
      linesRun(scenario({ read: 'cache-aside', write: 'write-through' }, { 'compare-and-set': value }), 'T2')[1]
    expect(written('newer')).toEqual([
      'compare-and-set: yield* setIfNewer(key, row.version)',
      'write-through: yield* cache.set(key, row)',
    ])
    expect(written('equal')).toEqual([
      'compare-and-set: yield* setIfEqual(key, row.version, row.version - 1)',
      'write-through: yield* cache.set(key, row)',
    ])
  })
})

describe('the shown text', () => {
  it('is there for every pattern, and for every guard that changes a request', () => {
    const patterns = [
      ...Object.keys(protocols.read),
      ...Object.keys(protocols.write),
      'increment',
      'increment-in-place',
      'reload',
      'warm-up',
    ]
    const changing = guards.filter(({ wrap, around }) => wrap ?? around).map(({ name }) => name)
    expect(Object.keys(sources).sort()).toEqual([...patterns, ...changing].sort())
  })

  it('of a protocol is its exported statement as written', () => {
    expect(textOf('write-invalidate')).toEqual([
      'export const writeInvalidate: WriteProtocol = function* ({ cache, database }, key) {',
      '  const row = yield* database.update(key)',
      '  yield* cache.delete(key)',
      '  return row.version',
      '}',
    ])
  })

  it('of a guard is its wrap, moved to the left margin', () => {
    const lines = textOf('fill')
    expect(lines[0]).toBe('wrap(resources, value) {')
    expect(lines[1]).toBe("  if (value === 'set') return resources")
    expect(lines.at(-1)).toBe('}')
  })

  it('has the titles that the registries have for guards, and the header names the protocol', () => {
    for (const { name, title, wrap, around } of guards) if (wrap ?? around) expect(sources[name]?.title).toBe(title)
    expect(sources['read-through']?.title).toBe('Read-through')
    expect(sources['write-through-cache-first']?.title).toBe('Write-through, cache first')
  })

  it('tells keywords, called names, strings and comments apart', () => {
    const code = "export const a: Read = function* (b) {\n  // why\n  yield* b.get('x') /* on */\n}\n"
    expect(shownSource(programText('protocols', 'src/model/protocols/a.ts', code))?.lines).toEqual([
      [
        { text: 'export', tone: 'keyword' },
        { text: ' ', tone: 'plain' },
        { text: 'const', tone: 'keyword' },
        { text: ' a: Read = ', tone: 'plain' },
        { text: 'function', tone: 'keyword' },
        { text: '* (b) {', tone: 'plain' },
      ],
      [
        { text: '  ', tone: 'plain' },
        { text: '// why', tone: 'comment' },
      ],
      [
        { text: '  ', tone: 'plain' },
        { text: 'yield', tone: 'keyword' },
        { text: '* b.', tone: 'plain' },
        { text: 'get', tone: 'name' },
        { text: '(', tone: 'plain' },
        { text: "'x'", tone: 'string' },
        { text: ') ', tone: 'plain' },
        { text: '/* on */', tone: 'comment' },
      ],
      [{ text: '}', tone: 'plain' }],
    ])
  })
})

describe('stamping', () => {
  it('moves no line and counts from the shown text, not from the file', () => {
    const code = '/** A: b. */\n\nexport const a = function* (b) {\n  yield* b.get(\n    1,\n  )\n}\n'
    expect(stamped(programText('protocols', 'src/model/protocols/a.ts', code))).toBe(
      "/** A: b. */\n\nexport const a = function* (b) {\n  yield* at({ source: 'a', line: 2 }, b.get(\n    1,\n  ))\n}\n\nimport { at } from '../engine/place'\n",
    )
  })

  it('refuses a protocol that exports no generator, naming the file and what to write', () => {
    expect(() => programText('protocols', 'src/model/protocols/oneShot.ts', 'export const oneShot = 1')).toThrow(
      'src/model/protocols/oneShot.ts exports no generator, so there is no program to show or to run: write "export const oneShot: ReadProtocol = function* (resources, key) { ... }" (or WriteProtocol) there, or move the file out of the protocols.',
    )
  })
})
