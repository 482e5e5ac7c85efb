/** Hostile scenario files, part of a table of a hundred: clients, operations, versions, claims and schedules. */
import { describe, expect, it } from 'vitest'
import { file, sentences } from './hostile.fixture'

const refused: readonly (readonly [what: string, text: string, sentence: string])[] = [
  [
    'a client in lower case',
    file({ clients: '{ t1: [read x] }' }),
    '3:12 "t1" is no client name. Begin with a capital, then at most 11 letters or digits, e.g. T1.',
  ],
  [
    'a script as a client',
    file({ clients: '{ "<script>alert(1)</script>": [read x] }' }),
    '3:12 "<script>alert(1)</script>" is no client name. Begin with a capital, then at most 11 letters or digits, e.g. T1.',
  ],
  [
    'no clients',
    file({ clients: '{}' }),
    '3:10 There is no client. Write e.g. clients: { T1: [read x], T2: [write x] }.',
  ],
  [
    'clients as a list',
    file({ clients: '[T1]' }),
    '3:10 This must be a map of clients to their operations, and it is a list. Write e.g. clients: { T1: [read x], T2: [write x] }.',
  ],
  [
    'a client without operations',
    file({ clients: '{ T1: [] }' }),
    '3:16 This client does nothing. Write e.g. T1: [read x, write x].',
  ],
  [
    'a misspelt operation',
    file({ clients: '{ T1: [red x] }' }),
    '3:17 There is no operation "red". Did you mean "read"?',
  ],
  [
    'a transfer from a key to itself',
    file({ clients: '{ T1: [transfer x x] }' }),
    '3:17 "transfer x x" must name two different keys, because it writes both in one transaction. Write "transfer x y".',
  ],
  [
    'a transfer of one key',
    file({ clients: '{ T1: [transfer x] }' }),
    '3:17 "transfer x" must name two different keys, because it writes both in one transaction. Write "transfer x y".',
  ],
  [
    'an increment of two keys',
    file({ clients: '{ T1: [increment x y] }' }),
    '3:17 "x y" is no key name. Begin with a letter, then at most 15 letters, digits or "_", e.g. x.',
  ],
  ['a read of nothing', file({ clients: '{ T1: [read] }' }), '3:17 "read" names no key. Write "read x".'],
  [
    'an operation as a map',
    file({ clients: '{ T1: [read: x] }' }),
    '3:17 This must be an operation, and it is a map. Write e.g. "read x", "write x" or "any".',
  ],
  [
    'a counted read',
    file({ clients: '{ T1: [3 read x] }' }),
    '3:17 Only "any" is counted. Write "read x" as often as it happens.',
  ],
  [
    'a hundred billion operations',
    file({ clients: '{ T1: [99999999999 any], T2: [read x] }' }),
    '3:17 This is more than 8 operations for one client, which the exhaustive check does not take. Use fewer, or add e.g. seed: 1 to play a single run.',
  ],
  [
    'no operation at all',
    file({ clients: '{ T1: [0 any], T2: [read x] }' }),
    '3:17 No operation is asked for. Write "any" or "3 any".',
  ],
  [
    'an open choice with a key',
    file({ clients: '{ T1: [any x] }' }),
    '3:17 "any x" names a key, and "any" chooses one itself. Write "any" or "3 any".',
  ],
  [
    'nine operations',
    file({ clients: '{ T1: [read x, read x, 7 any] }' }),
    '3:33 This is more than 8 operations for one client, which the exhaustive check does not take. Use fewer, or add e.g. seed: 1 to play a single run.',
  ],
  [
    'nine clients',
    file({ clients: `{ ${Array.from({ length: 9 }, (_, i) => `T${i}: [read x]`).join(', ')} }` }),
    '3:124 There are 9 clients, and the exhaustive check takes at most 8. Use fewer, or add e.g. seed: 1 to play a single run.',
  ],
  [
    'five keys',
    file({ clients: '{ T1: [read a, read b, read c, read d, read e] }' }),
    '3:10 There are 5 keys, and the exhaustive check takes at most 4. Use fewer, or add e.g. seed: 1 to play a single run.',
  ],
  [
    'an open choice without keys',
    file({ clients: '{ T1: [any] }' }),
    '3:10 "any" has no key to choose from. Name at least one under start, e.g. database: { x: 1 }.',
  ],
  [
    'a key that begins with a digit',
    file({ clients: '{ T1: [read 1x] }' }),
    '3:17 "1x" is no key name. Begin with a letter, then at most 15 letters, digits or "_", e.g. x.',
  ],
  [
    'a number as text',
    file({ start: '{ database: { x: "1" } }' }),
    '4:25 The version of "x" must be a whole number from 1 to 200, and this is the text "1". Take the quotes away.',
  ],
  [
    'NaN',
    file({ start: '{ database: { x: .nan } }' }),
    '4:25 The version of "x" must be a whole number from 1 to 200, and this is the number .nan. Write e.g. 2.',
  ],
  [
    'infinity',
    file({ start: '{ database: { x: .inf } }' }),
    '4:25 The version of "x" must be a whole number from 1 to 200, and this is the number .inf. Write e.g. 2.',
  ],
  [
    'a number beyond all numbers',
    file({ start: '{ database: { x: 1e400 } }' }),
    '4:25 The version of "x" must be a whole number from 1 to 200, and this is the number 1e400. Write e.g. 2.',
  ],
  [
    'version 0',
    file({ start: '{ database: { x: 0 } }' }),
    '4:25 The version of "x" must be a whole number from 1 to 200, and this is the number 0. Write e.g. 2.',
  ],
  [
    'half a version',
    file({ start: '{ database: { x: 1.5 } }' }),
    '4:25 The version of "x" must be a whole number from 1 to 200, and this is the number 1.5. Write e.g. 2.',
  ],
  [
    'a negative version',
    file({ start: '{ cache: { x: -1 } }' }),
    '4:22 The version of "x" must be a whole number from 1 to 200, and this is the number -1. Write e.g. 2.',
  ],
  [
    'a misspelt part of start',
    file({ start: '{ databse: { x: 1 } }' }),
    '4:10 There is no part of start "databse". Did you mean "database"?',
  ],
  [
    'start as a list',
    file({ start: '[1]' }),
    '4:8 This must be a map of the database and the cache, and it is a list. Write e.g. start: { database: { x: 1 }, cache: {} }.',
  ],
  [
    'a misspelt property',
    file({ check: '[convergence]' }),
    '4:9 There is no property "convergence". Did you mean "converges"?',
  ],
  [
    'something after what never ends',
    file({ clients: '{ T1: [forever read x, read x] }' }),
    '3:33 Nothing comes after "forever", because it never ends. Put it last, or give this to another client.',
  ],
  [
    'a write for ever',
    file({ clients: '{ T1: [forever write x] }' }),
    '3:17 "forever write x" is nothing to do for ever. Write "forever read x".',
  ],
  [
    'for ever, and not what',
    file({ clients: '{ T1: [forever] }' }),
    '3:17 "forever" is nothing to do for ever. Write "forever read x".',
  ],
  [
    'a key that no key can be called, for ever',
    file({ clients: '{ T1: [forever read 1x] }' }),
    '3:17 "1x" is no key name. Begin with a letter, then at most 15 letters, digits or "_", e.g. x.',
  ],
  [
    'a repetition of what never ends',
    file({ clients: '{ T1: [forever read x] }', repeat: '2' }),
    '4:9 A client that reads for ever never comes to a second repetition. Leave out "repeat" or "forever".',
  ],
  [
    'an answer of a property that has none',
    file({ check: '[converges]', expect: '{ converges: bounded }' }),
    '5:22 There is no verdict "bounded". Use holds, violated or unknown.',
  ],
  [
    'an answer that there is not',
    file({
      clients: '{ T1: [forever read x] }',
      check: '[sees-the-new-value]',
      expect: '{ sees-the-new-value: always }',
    }),
    '5:31 There is no verdict "always". Use holds, violated, unknown, never, bounded or for-ever.',
  ],
  [
    'a property of somebody who reads for ever, and nobody does',
    file({ check: '[sees-the-new-value]' }),
    '4:9 The property "sees-the-new-value" asks what is seen by somebody who reads for ever, and nobody does. Give a client "forever read x" to do.',
  ],
  ['nothing to check', file({ check: '[]' }), '4:8 Nothing is checked. Write e.g. check: [converges, linearizable].'],
  [
    'a check as text',
    file({ check: 'converges' }),
    '4:8 This must be a list of properties, and it is the text "converges". Write e.g. check: [converges, linearizable].',
  ],
  [
    'a verdict that is true',
    file({ expect: '{ converges: true }' }),
    '4:22 This must be a verdict, and it is true. Write e.g. converges: holds.',
  ],
  [
    'a misspelt verdict',
    file({ expect: '{ converges: violates }' }),
    '4:22 There is no verdict "violates". Did you mean "violated"?',
  ],
  [
    'an expectation of something unchecked',
    file({ check: '[durable]', expect: '{ converges: holds }' }),
    '5:11 A verdict of "converges" is expected, but it is not checked. Add it to check.',
  ],
  [
    'an unknown client in the schedule',
    file({ schedule: 'T1 T3' }),
    '4:14 The schedule\'s word "T3" names no step. Did you mean "T1"?',
  ],
  [
    'a crash of nobody in the schedule',
    file({ schedule: '[T1, crash:T9]' }),
    '4:16 The schedule\'s word "crash:T9" names no step: "T9" is unknown here. Did you mean "T1"?',
  ],
  [
    'a fault that is none',
    file({ schedule: 'T1!lots' }),
    '4:11 The schedule\'s word "T1!lots" names no step: "lots" is unknown here. Did you mean "lost"?',
  ],
  [
    'a fault at the step of nobody',
    file({ schedule: 'T9!lost' }),
    '4:11 The schedule\'s word "T9!lost" names no step: "T9" is unknown here. Did you mean "T1"?',
  ],
  [
    'a fault at an open choice that is none',
    file({ schedule: 'T1:read-x!lots' }),
    '4:11 The schedule\'s word "T1:read-x!lots" names no step: "lots" is unknown here. Did you mean "lost"?',
  ],
  [
    'a fault at a step that asks for nothing',
    file({ schedule: 'evict:x!lost' }),
    '4:11 The schedule\'s word "evict:x!lost" names no step: nothing is asked there that a fault could strike. Leave "!" and what follows it out.',
  ],
  [
    'a fault that cannot strike a timer',
    file({ schedule: 'timer:T1!late' }),
    '4:11 The schedule\'s word "timer:T1!late" names no step: "late" is unknown here. Use lost.',
  ],
  [
    'a late request of nobody',
    file({ schedule: 'late:T1-1' }),
    '4:11 The schedule\'s word "late:T1-1" names no step: "T1-1" is unknown here. Did you mean "T1"?',
  ],
  [
    'a schedule as a map',
    file({ schedule: '{ a: 1 }' }),
    '4:11 This must be a list of words, and it is a map. Write e.g. schedule: T1 T1 T2.',
  ],
  [
    'a schedule of 10,001 words',
    file({ schedule: 'T1 '.repeat(10_001) }),
    '4:11 The schedule has 10001 words, and 10000 are the most. Shorten it.',
  ],
  [
    'a choice that chooses nothing',
    file({ schedule: 'T1:reed-x' }),
    '4:11 The schedule\'s word "T1:reed-x" chooses nothing. Write e.g. T1:read-x.',
  ],
  [
    'an eviction of an unknown key',
    file({ schedule: 'evict:y' }),
    '4:11 The schedule\'s word "evict:y" names no step: "y" is unknown here. Did you mean "x"?',
  ],
  [
    'five hundred unknown words',
    file({ schedule: 'X '.repeat(500) }),
    '4:11 The schedule\'s word "X" names no step. Use T1 or T2.',
  ],
]

describe('a hostile scenario file is refused with its place and one sentence', () => {
  it.each(refused)('%s', (_what, text, sentence) => {
    expect(sentences(text)).toEqual([sentence])
  })
})
