/** Programs that no engine should have to run, each with the sentence that comes of it. */
import type { Role } from '../../model/own/own'

export interface Hostile {
  readonly is: string
  readonly role?: Role
  /** The whole text, or the lines inside a generator, of which the first is line 2. */
  readonly text?: string
  readonly lines?: readonly string[]
  readonly line: number | null
  readonly says: string | RegExp
}

const get = 'const hit = yield* cache.get(key)'

export const hostile: readonly Hostile[] = [
  {
    is: 'loops for ever',
    lines: [get, 'while (true) {}'],
    line: 3,
    says: 'goes on and on without asking for anything. End the loop.',
  },
  {
    is: 'loops for ever inside a helper',
    text: 'const spin = () => {\n  for (;;);\n}\nexport const f = function* ({ cache }, key) {\n  spin()\n  return yield* cache.get(key)\n}',
    line: 2,
    says: /^goes on and on/,
  },
  {
    is: 'loops for ever before it is a program',
    text: 'let n = 0\nwhile (true)\n  n++\nexport const f = function* () {}',
    line: 2,
    says: /^goes on and on/,
  },
  {
    is: 'catches its own interruption',
    lines: ['for (;;) { try { for (;;) {} } catch {} }'],
    line: 2,
    says: /^goes on and on/,
  },
  {
    is: 'asks for ever',
    lines: ['for (;;) {', '  yield* cache.get(key)', '}'],
    line: 3,
    says: 'asks for more than 40 things in one operation. End the loop, or start over with return again().',
  },
  {
    is: 'calls itself without an end',
    text: 'const f = () => 1 + f()\nexport const g = function* ({ cache }, key) {\n  return f()\n}',
    line: 1,
    says: 'calls itself without an end. Let it stop somewhere.',
  },
  {
    is: 'fills the memory',
    lines: ['const all = []', 'for (;;) all.push(new Array(1000).fill(0))'],
    line: 3,
    says: 'wants more than 32 MiB of memory. Keep only what it needs.',
  },
  {
    is: 'makes one enormous text',
    lines: [get, 'return "x".repeat(2 ** 29).length'],
    line: 3,
    says: /^wants more than 32 MiB/,
  },
  { is: 'throws', lines: [get, 'throw new Error("no more")'], line: 3, says: 'stops with an error: Error: no more.' },
  { is: 'throws no error', lines: [get, 'throw 7'], line: null, says: 'stops with an error: 7.' },
  {
    is: 'looks into nothing',
    lines: [get, 'return hit.row.version'],
    line: 3,
    says: /^stops with an error: TypeError: .*undefined/,
  },
  {
    is: 'is not closed',
    text: 'export const f = function* ({ cache }, key) {\n  return yield* cache.get(key\n}',
    line: 3,
    says: /^cannot be read at column 1: /,
  },
  { is: 'has no program', text: 'const f = () => 1', line: null, says: /^There is no program/ },
  {
    is: 'has two programs',
    text: 'export function* f() {}\nexport function* g() {}',
    line: 2,
    says: /^begins a second program/,
  },
  {
    is: 'is nested beyond measure',
    text: `export const f = function* () { return ${'('.repeat(7000)}`,
    line: 1,
    says: /^cannot be read at column \d+: /,
  },
  {
    is: 'is too long',
    text: `export const f = function* () {}${' '.repeat(8000)}`,
    line: null,
    says: 'The text has more than 8000 characters. Shorten it.',
  },
  {
    is: 'asks for what no resource has',
    lines: ['yield* cache.explode(key)'],
    line: 2,
    says: 'asks cache for explode, which it has not. It has get, set, setNext, delete.',
  },
  {
    is: 'swallows what it was told about that',
    lines: ['try { cache.explode(key) } catch {}', 'return null'],
    line: 2,
    says: /^asks cache for explode/,
  },
  {
    is: 'yields a request made by hand',
    lines: ["yield { kind: 'cache.flushAll', key }"],
    line: 2,
    says: /^yields by hand/,
  },
  {
    is: 'yields requests out of a list',
    lines: ["yield* [{ kind: 'cache.flushAll', key }]"],
    line: 2,
    says: 'asks for something that is no request. Ask cache, database, queue or fill.',
  },
  {
    is: 'forgets yield* and uses the answer',
    lines: ['const hit = cache.get(key)', 'if (hit.found) return hit.version', 'return null'],
    line: 3,
    says: 'calls cache.get without asking it. Write yield* in front of cache.get.',
  },
  {
    is: 'forgets yield* and goes on',
    lines: [
      get,
      'if (hit.found) return hit.version',
      'const row = yield* database.select(key)',
      'fill(key, row)',
      'return row.version',
    ],
    line: 5,
    says: 'calls fill without asking it. Write yield* in front of fill.',
  },
  {
    is: 'stores what it forgot to ask',
    lines: ['const row = database.select(key)', 'yield* fill(key, row)', 'return row.version'],
    line: 3,
    says: /^calls database.select without asking it/,
  },
  {
    is: 'asks the same call twice',
    lines: ['const look = cache.get(key)', 'yield* look', 'yield* look'],
    line: 4,
    says: /^asks the same call twice/,
  },
  {
    is: 'throws dice',
    lines: [get, 'return Math.random() < 0.5 ? null : 1'],
    line: 3,
    says: 'depends on chance, and a program depends on its key and its replies alone. Take that out.',
  },
  { is: 'looks at the clock', lines: ['const now = Date.now()', get], line: 2, says: /^depends on the time/ },
  {
    is: 'counts its runs',
    text: 'let runs = 0\nexport const f = function* ({ cache, database }, key) {\n  runs++\n  if (runs % 2) yield* cache.get(key)\n  return (yield* database.select(key)).version\n}',
    line: 4,
    says: 'does not always do the same: after the same replies it once asked cache.get and once asked database.select. Let it depend on its key and its replies alone.',
  },
  {
    is: 'leaves a note in the world',
    lines: ['globalThis.seen = true', get],
    line: 2,
    says: /^stops with an error: TypeError/,
  },
  {
    is: 'replaces what reads its answers',
    lines: ['JSON.stringify = () => "{}"', get],
    line: 2,
    says: /^stops with an error: TypeError/,
  },
  {
    is: 'reaches for the network',
    lines: ['fetch("https://example.org")', get],
    line: 2,
    says: 'uses fetch, which is not there. A program has its key, what it is given, and again().',
  },
  { is: 'reaches for the host', lines: ['process.exit()', get], line: 2, says: /^uses process, which is not there/ },
  {
    is: 'imports',
    text: "import fs from 'node:fs'\nexport const f = function* () {}",
    line: 1,
    says: /^imports something/,
  },
  { is: 'imports later', lines: ["const fs = import('node:fs')"], line: 2, says: /^imports something/ },
  {
    is: 'makes code out of text',
    lines: ['const f = new Function("return this")', 'f().seen = 1'],
    line: 3,
    says: /^stops with an error: TypeError/,
  },
  {
    is: 'awaits',
    text: 'export const f = async function* ({ cache }, key) {\n  await cache.get(key)\n}',
    line: 1,
    says: /^makes the program async/,
  },
  {
    is: 'returns nonsense',
    lines: [get, 'return "the newest one"'],
    line: 3,
    says: 'returns "the newest one", which is no version. Return row.version, or null for nothing.',
  },
  { is: 'returns nothing', lines: [get], line: 3, says: /^returns nothing, which is no version/ },
  {
    is: 'returns what cannot be written down',
    lines: [get, 'return 10n'],
    line: null,
    says: /^stops with an error: TypeError/,
  },
  {
    is: 'returns a version that nobody told it',
    lines: [get, 'return 7'],
    line: 3,
    says: /^returns 7, a version that nobody told it/,
  },
  {
    is: 'stores a version that nobody told it',
    lines: [
      'const row = yield* database.select(key)',
      'yield* cache.set(key, { version: row.version + 1 })',
      'return row.version',
    ],
    line: 3,
    says: /^stores the version 2, which nobody told it/,
  },
  {
    is: 'stores what is no version',
    lines: ['yield* cache.set(key, { version: "new" })', 'return null'],
    line: 2,
    says: /^gives cache.set "new" for a version/,
  },
  {
    is: 'asks about somebody else’s key',
    lines: ["yield* cache.get('__proto__')", 'return null'],
    line: 2,
    says: 'asks cache.get about "__proto__", and this operation is about x. Give it the key.',
  },
  {
    is: 'writes in a read',
    lines: ['const row = yield* database.update(key)', 'return row.version'],
    line: 2,
    says: /^makes a version with database.update, and a read only reads/,
  },
  { is: 'asks for nothing', lines: ['return null'], line: null, says: /^ends without asking for anything/ },
  {
    is: 'writes twice',
    role: 'write',
    lines: ['yield* database.update(key)', 'const row = yield* database.update(key)', 'return row.version'],
    line: 3,
    says: /^makes a second version/,
  },
  {
    is: 'acknowledges what it has not written',
    role: 'write',
    lines: ['const row = yield* database.select(key)', 'return row.version'],
    line: 3,
    says: /^acknowledges version 1, which this write has not made/,
  },
  {
    is: 'starts a write over',
    role: 'write',
    lines: ['yield* database.update(key)', 'return again()'],
    line: 3,
    says: /^starts over, and a write goes on/,
  },
  {
    is: 'lets two count',
    role: 'write',
    lines: ['yield* cache.setNext(key)', 'const row = yield* database.update(key)', 'return row.version'],
    line: 3,
    says: /^makes a second version|^lets the database make/,
  },
  {
    is: 'hides what it asks of the queue',
    role: 'write',
    lines: ["const row = yield* queue['set' + 'AndEnqueue'](key)", 'return row.version'],
    line: 2,
    says: /^asks the queue, which is not there/,
  },
  {
    is: 'defers nonsense',
    role: 'write',
    lines: ["const row = yield* database.update(key, 'everything')", 'return row.version'],
    line: 2,
    says: /^leaves "everything" for later/,
  },
  {
    is: 'declares an enum',
    text: 'enum A { b }\nexport const f = function* () {}',
    line: 1,
    says: /^declares an enum/,
  },
]
