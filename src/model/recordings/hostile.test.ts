/** Files that are no recordings, or nearly: each is refused in one sentence that says where. */
import { describe, expect, it } from 'vitest'
import { fixtureJson } from './fixtures.fixture'
import { readRecording, readRecordingText } from './readRecording'
import { replayRecording } from './replayRecording'

interface Loose {
  [name: string]: unknown
}

/** A right recording, changed. */
function changed(change: (recording: Loose & { steps: Loose[]; reads_and_writes: Loose[] }) => void): unknown {
  const json = fixtureJson('lease-blocks-stale-fill.json') as Loose & { steps: Loose[]; reads_and_writes: Loose[] }
  change(json)
  return json
}

const problemOf = (json: unknown): string | null => {
  const read = readRecording(json, 'a.json')
  if ('problem' in read) return read.problem
  const replayed = replayRecording(read.recording)
  return 'problem' in replayed ? `a.json: ${replayed.problem}` : null
}

const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)])

const edited = 'The file may have been edited by hand; record the run again.'
const cut = 'The file may be cut short; record the run again.'

const cases: readonly (readonly [what: string, json: unknown, sentence: string])[] = [
  ['a number', 5, `The recording is a number where an object belongs. ${edited}`],
  ['null', null, `The recording is null where an object belongs. ${edited}`],
  ['a list', [], `The recording is a list where an object belongs. ${edited}`],
  [
    'an empty object',
    {},
    'The field "scenario" is missing. The file may be cut short or no recording at all; name a recorded run.',
  ],
  [
    'a misspelt field',
    changed((json) => {
      json['step'] = json.steps
      delete (json as Loose)['steps']
    }),
    'The field "steps" is missing, and there is "step". Rename it.',
  ],
  [
    'steps that are no list',
    changed((json) => ((json as Loose)['steps'] = 'T1')),
    `The field "steps" is a text where a list belongs. ${edited}`,
  ],
  [
    'more steps than are replayed',
    changed((json) => ((json as Loose)['steps'] = Array.from({ length: 5001 }, () => json.steps[0]))),
    'The field "steps" has 5001 items, and 5000 is the most that is replayed. Record a shorter run, or cut this one in two.',
  ],
  [
    'a step that is missing',
    changed((json) => json.steps.splice(3, 1)),
    'Step 4 is numbered "5". A step may be missing; number them 1, 2, 3 as they happened.',
  ],
  [
    'a step without an answer',
    changed((json) => delete json.steps[1]!['reply']),
    `Step 2, "reply", is missing where an answer belongs. ${cut}`,
  ],
  [
    'a request that is no text',
    changed((json) => (json.steps[2]!['req'] = { a: 1 })),
    `Step 3, "req", is an object where a text belongs. ${edited}`,
  ],
  [
    'an unknown server',
    changed((json) => (json.steps[2]!['req'] = 'mysql> SELECT 1')),
    'Step 3 asks "mysql> SELECT 1", which begins with no server. Begin it with "redis> ", "memcached> " or "postgres> ".',
  ],
  [
    'a command with a slip',
    changed((json) => (json.steps[2]!['req'] = 'redis> GTE x')),
    'Step 3 asks "redis> GTE x", and redis is asked no "GTE" here. Did you mean "GET"?',
  ],
  [
    'a command with words that mean nothing',
    changed((json) => (json.steps[3]!['req'] = 'memcached> md x Q')),
    'Step 4 asks "memcached> md x Q", which means nothing. It is written md key [C token] [I] [T seconds] [k] [O opaque].',
  ],
  [
    'a block of data of another size',
    changed((json) => (json.steps[4]!['req'] = 'memcached> ms x 7 C#1 T300 ⏎ 0')),
    'Step 5 asks "memcached> ms x 7 C#1 T300 ⏎ 0", which means nothing. It is written ms key bytes [C token] [F flags] [I] [M E|R|S] [T seconds] [c] [k] [O opaque] ⏎ value.',
  ],
  [
    'a version that the model cannot hold',
    changed((json) => (json.steps[2]!['req'] = 'postgres> writeVer(x, 1, 99999999999)')),
    'Step 3 asks "postgres> writeVer(x, 1, 99999999999)", which means nothing. It is written writeVer(key, value, version).',
  ],
  [
    'an event that never happens',
    changed((json) => (json.steps[2]!['do'] = 'CRSAH')),
    'Step 3 does "CRSAH", and nothing like that happens in a recording. Did you mean "CRASH"?',
  ],
  [
    'a process that is called as every object is',
    changed((json) => (json.steps[2]!['p'] = '__proto__')),
    'Step 3, its process, is called "__proto__", which is no name here. Use letters, digits and signs, at most 100 and without spaces.',
  ],
  [
    'a key that is called as every object is',
    changed((json) => (json['initial'] = JSON.parse('{"db": {"__proto__": ["0", 0]}}') as unknown)),
    'A key in "initial.db" is called "__proto__", which is no name here. Use letters, digits and signs, at most 100 and without spaces.',
  ],
  [
    'an answer of lists in lists',
    changed((json) => (json.steps[1]!['reply'] = nested(50))),
    'Step 2, "reply", holds lists in lists, more than 4 deep, which no server answers. Record the run again.',
  ],
  [
    'an answer that goes on and on',
    changed((json) => (json.steps[1]!['reply'] = 'x'.repeat(100_000))),
    'Step 2, "reply", has 100000 characters, and 2000 is the most. Record the run with shorter values.',
  ],
  [
    'a dead process that asks',
    changed((json) => (json.steps[2] = { n: 3, p: 'T1', do: 'CRASH' })),
    'Step 5 is by T1, which crashed at step 3. Give a process that takes over a name of its own.',
  ],
  [
    'an arrival of what was never asked',
    changed((json) => (json.steps[3]!['do'] = 'DELAYED REQUEST DELIVERED')),
    'Step 4 delivers "memcached> md x", and the first request of T2 that is still under way is none. Mark the request that was held up with "TIMEOUT (request still in the network)".',
  ],
  [
    'a stamp of a clock that nobody looked at',
    changed((json) => (json.steps[3]!['req'] = 'redis> EVAL $TS_CAS 1 x 0 0 250 <ts> 250')),
    'Step 4: T2 uses the stamp of a clock at which it has not looked. A step may be missing; record the run again.',
  ],
  [
    'a sleep of a century',
    changed((json) => (json.steps[2] = { n: 3, do: 'time passes 3155760000000 ms' })),
    `Step 3, the time that passes, is 3155760000000, and a whole number from 0 to 31622400000 belongs there. ${edited}`,
  ],
  [
    'a version below zero at the start',
    changed((json) => (json['initial'] = { db: { x: ['0', -1] } })),
    `The field "initial.db.x", its version, is -1, and a whole number from 0 to 1073741823 belongs there. ${edited}`,
  ],
  [
    'an operation that ends before it begins',
    changed((json) => (json.reads_and_writes[1]!['to_step'] = 1)),
    `Operation 2 of "reads_and_writes", "to_step", is 1, and a whole number from 3 to 8 belongs there. ${edited}`,
  ],
  [
    'an unknown verdict',
    changed((json) => (json['verdict'] = { linearisable: true })),
    'A verdict in "verdict" is "linearisable", which is unknown. Did you mean "linearizable"?',
  ],
  [
    'a verdict that is neither',
    changed((json) => (json['verdict'] = { sequential: 'yes' })),
    `The verdict "sequential" is a text where true or false belongs. ${edited}`,
  ],
  [
    'words that a terminal would obey',
    changed((json) => (json.steps[2]!['req'] = 'redis> \u001b[31mGET\u202e x')),
    'Step 3 asks "redis> \ufffd[31mGET\ufffd x", and redis is asked no "\ufffd[31MGET\ufffd" here. What may be asked stands in docs/recordings.md.',
  ],
]

describe('what is no recording is refused in one sentence', () => {
  it.each(cases)('%s', (_what, json, sentence) => {
    expect(problemOf(json)).toBe(`a.json: ${sentence}`)
  })

  it('text that is no JSON, at its line', () => {
    expect(readRecordingText('{\n"steps": [\n', 'a.json')).toEqual({
      problem: 'a.json: This is no JSON at line 3. The file may be cut short; record the run again.',
    })
  })
})
