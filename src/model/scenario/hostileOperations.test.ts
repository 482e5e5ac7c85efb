/** Hostile scenario files, part of a table of a hundred: operations, composed values and absent rows that mean nothing. */
import { describe, expect, it } from 'vitest'
import { file, sentences } from './hostile.fixture'

const card = '{ card: [x, y] }'

const refused: readonly (readonly [what: string, text: string, sentence: string])[] = [
  [
    'a write of a composed value',
    file({ composed: card, clients: '{ T1: [read card], T2: [write card] }' }),
    '3:29 "write card" writes card, which is made of x and y. Write one of them.',
  ],
  [
    'an increment of what is also written',
    file({ clients: '{ T1: [increment x], T2: [read x, write x] }' }),
    '3:31 "write x" writes x, and somebody increments it: nobody could say what it counts then. Let all increment it, or all write it.',
  ],
  [
    'an increment beside an open choice',
    file({ clients: '{ T1: [increment x], T2: [any] }' }),
    '3:31 "any" writes x, and somebody increments it: nobody could say what it counts then. Let all increment it, or all write it.',
  ],
  [
    'a transfer through a queue',
    file({ protocol: '{ read: cache-aside, write: write-behind }', clients: '{ T1: [transfer x y] }' }),
    '3:12 "transfer x y" is one transaction of the database, and write-behind commits row by row, later. Write with write-through, or write the rows one by one.',
  ],
  [
    'a composed value that is reloaded row by row',
    file({ composed: card, protocol: '{ read: refresh-ahead, write: write-through }', clients: '{ T1: [read card] }' }),
    '3:12 "read card" reads what is made of x and y, and refresh-ahead reloads one row at a time. Read with read-through.',
  ],
  [
    'a composed value of one row',
    file({ composed: '{ card: [x] }' }),
    '4:13 A composed value is made of two different rows. Write e.g. card: [x, y].',
  ],
  [
    'a composed value of the same row twice',
    file({ composed: '{ card: [x, x] }' }),
    '4:13 A composed value is made of two different rows. Write e.g. card: [x, y].',
  ],
  [
    'a composed value of a composed value',
    file({ composed: '{ card: [x, y], wall: [card, z] }' }),
    '4:27 "card" is composed itself. Name a row.',
  ],
  [
    'a composed value as a word',
    file({ composed: '{ card: x }' }),
    '4:19 This must be a list of two rows, and it is the text "x". Write e.g. card: [x, y].',
  ],
  [
    'composed values as a list',
    file({ composed: '[card]' }),
    '4:11 This must be a map of composed values to their rows, and it is a list. Write e.g. composed: { card: [x, y] }.',
  ],
  [
    'a composed value without a name',
    file({ composed: '{ 1: [x, y] }' }),
    '4:13 A name must be a word, and this is the number 1.',
  ],
  [
    'a row of a composed value',
    file({ composed: card, start: '{ database: { card: 1 } }' }),
    '5:22 card is made of x and y and has no row of its own. Name those.',
  ],
  [
    'one version of a composed value',
    file({ composed: card, start: '{ cache: { card: 1 } }' }),
    '5:25 This must be a list of the versions of its two rows, and it is the number 1. Write e.g. card: [1, 1].',
  ],
  [
    'three versions of a composed value',
    file({ composed: card, start: '{ cache: { card: [1, 1, 1] } }' }),
    '5:25 A composed value has two versions, one of each row. Write e.g. card: [1, 1].',
  ],
  [
    'a composed value of a row that is absent',
    file({ composed: card, start: '{ database: { x: absent } }' }),
    '5:8 card is made of x, which is absent. Let x begin with a version.',
  ],
  [
    'an absent row that is cached',
    file({ start: '{ database: { x: absent }, cache: { x: absent } }' }),
    '4:8 Only the guard cache-absent caches that x is absent. Add it, or leave x out of the cache.',
  ],
  [
    'increments where nobody increments',
    file({ guards: '{ increments: in-place }' }),
    '4:11 The guard "increments" is about increments, and no client makes any. Remove it, or let one do increment x.',
  ],
  [
    'a compared increment that the cache counts',
    file({
      guards: '{ increments: compare-and-set }',
      protocol: '{ read: cache-aside, write: write-behind }',
      clients: '{ T1: [increment x] }',
    }),
    '4:11 The guard "increments" is about a commit that is compared, and write-behind makes the version before it commits. Use increments: in-place, or write with write-through.',
  ],
  [
    'composed values that go, and there are none',
    file({ guards: '{ invalidate: composed }' }),
    '4:11 The guard "invalidate" is about composed values, and there are none. Remove it, or add composed: { card: [x, y] }.',
  ],
  [
    'composed values that go with a writer who touches nothing',
    file({
      ...{ composed: card, guards: '{ invalidate: composed }' },
      protocol: '{ read: cache-aside, write: write-around }',
    }),
    '5:11 The guard "invalidate" is about what a writer does to the cache, and write-around does nothing. Remove it, or write with write-invalidate.',
  ],
  [
    'a table that goes with a delete where nothing is deleted',
    file({ guards: '{ invalidate: table }', protocol: '{ read: cache-aside, write: write-through }' }),
    '4:11 The guard "invalidate" is about deletes, and write-through deletes nothing. Remove it, or write with write-invalidate.',
  ],
  [
    'a table that goes and tombstones',
    file({ guards: '{ invalidate: table, tombstone: }' }),
    '4:11 The guard "invalidate" is about entries of other keys, for which a tombstone has no version. Remove it, or the tombstone.',
  ],
  [
    'a lease where no read fills',
    file({ guards: '{ lease: wait }', protocol: '{ read: cache-only, write: write-through }' }),
    '4:11 The guard "lease" is about what a read stores after a miss, and cache-only stores nothing. Remove it, or read with cache-aside.',
  ],
  [
    'absence cached where no read loads',
    file({
      ...{ guards: '{ cache-absent }', start: '{ database: { x: absent } }' },
      protocol: '{ read: database-only, write: write-through }',
    }),
    '4:11 The guard "cache-absent" is about what a load finds, and database-only loads nothing. Remove it, or read with cache-aside.',
  ],
]

describe('a hostile scenario file is refused with its place and one sentence', () => {
  it.each(refused)('%s', (_what, text, sentence) => {
    expect(sentences(text)).toEqual([sentence])
  })
})
