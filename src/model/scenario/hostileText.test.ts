/** Hostile scenario files, part of a table of a hundred: YAML itself: size, depth, characters, tags and aliases. */
import { describe, expect, it } from 'vitest'
import { file, sentences } from './hostile.fixture'
import { either } from './names'
import { protocols } from '../protocols'

const QUARTER_MILLION = 262_144

const refused: readonly (readonly [what: string, text: string, sentence: string])[] = [
  ['an empty file', '', '1:1 The file is empty. Begin with "scenario: a-name".'],
  ['only a comment', '# nothing', '1:1 The file is empty. Begin with "scenario: a-name".'],
  [
    'null',
    'null',
    '1:1 This must be a map that begins with the name of the scenario, and it is nothing. Write e.g. scenario: stale-fill.',
  ],
  [
    'a number alone',
    '42',
    '1:1 This must be a map that begins with the name of the scenario, and it is the number 42. Write e.g. scenario: stale-fill.',
  ],
  [
    'a list',
    '- a\n- b',
    '1:1 This must be a map that begins with the name of the scenario, and it is a list. Write e.g. scenario: stale-fill.',
  ],
  [
    'prose',
    'hello world',
    '1:1 This must be a map that begins with the name of the scenario, and it is the text "hello world". Write e.g. scenario: stale-fill.',
  ],
  [
    'ten megabytes',
    'x'.repeat(10 * 2 ** 20),
    '1:1 The file is larger than 256 KiB, and a scenario needs two. Is it the right file?',
  ],
  [
    'a quarter of a million open brackets',
    '['.repeat(QUARTER_MILLION),
    '1:17 The file is nested too deeply; a scenario needs three levels. Is a bracket left open?',
  ],
  [
    'deeply nested brackets',
    '['.repeat(QUARTER_MILLION / 2) + ']'.repeat(QUARTER_MILLION / 2),
    '1:17 The file is nested too deeply; a scenario needs three levels. Is a bracket left open?',
  ],
  [
    'lists in lists on one line',
    '- '.repeat(QUARTER_MILLION / 2),
    '1:33 The file is nested too deeply; a scenario needs three levels. Is a bracket left open?',
  ],
  [
    'keys in keys on one line',
    '? '.repeat(QUARTER_MILLION / 2),
    '1:33 The file is nested too deeply; a scenario needs three levels. Is a bracket left open?',
  ],
  [
    'five hundred levels of indentation',
    Array.from({ length: 500 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
    '65:1 The file is nested too deeply; a scenario needs three levels. Is a bracket left open?',
  ],
  [
    'sixty thousand commas',
    `[${'a,'.repeat(60_000)}]`,
    '1:20001 The file has more parts than any scenario needs. Is it the right file?',
  ],
  [
    'aliases that multiply',
    'a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n',
    '1:7 Anchors are not read here. Remove the word after "&".',
  ],
  [
    'a tag that names code',
    file({ title: '!!js/function "x"' }),
    '4:8 Tags are not read here. Remove the word after "!".',
  ],
  ['a harmless tag', file({ title: '!!str x' }), '4:14 Tags are not read here. Remove the word after "!".'],
  ['an unknown tag', file({ title: '!foo x' }), '4:8 Tags are not read here. Remove the word after "!".'],
  [
    'a NUL',
    file({ title: 'a\0b' }),
    '4:9 The character U+0000 is not text. Remove it, or save the file again as UTF-8.',
  ],
  [
    'a lone surrogate',
    file({ title: 'a\ud800b' }),
    '4:9 The character U+D800 is not text. Remove it, or save the file again as UTF-8.',
  ],
  [
    'an escaped lone surrogate',
    file({ title: '"a\\ud800b"' }),
    '4:8 This text holds a character that is no text. Remove the escape that makes it.',
  ],
  [
    'an escaped NUL',
    file({ title: '"a\\0b"' }),
    '4:8 This text holds a character that is no text. Remove the escape that makes it.',
  ],
  [
    'a tab as indentation',
    'scenario: a\nstart:\n\tdatabase: { x: 1 }\n',
    '3:1 A tab stands where YAML wants spaces. Indent with spaces.',
  ],
  ['two documents', `${file({})}---\n${file({})}`, '4:1 A second document begins here. Keep one scenario in a file.'],
  ['an open quote', file({ title: '"open' }), '5:1 A quote that was opened above is never closed. Close it.'],
  [
    'an open bracket',
    file({ clients: '{ T1: [read x' }),
    '4:1 A bracket that was opened above is still open here. Close it.',
  ],
  [
    'two colons on a line',
    file({ title: 'a: b' }),
    '4:8 There are two colons on this line. Put the text in quotes, or the second part on its own line.',
  ],
  [
    'a field that stands there twice',
    file({ title: 'A\ntitle: B' }),
    '5:1 "title" stands here for the second time. Keep one of the two.',
  ],
  [
    '__proto__ as a key',
    file({ start: '{ database: { __proto__: 1 } }' }),
    '4:22 The name "__proto__" is taken by the language itself. Choose another one.',
  ],
  [
    '__proto__ as a field',
    file({ ['__proto__']: '1' }),
    '4:1 The name "__proto__" is taken by the language itself. Choose another one.',
  ],
  [
    'constructor as a guard',
    file({ guards: '{ constructor: true }' }),
    '4:11 The name "constructor" is taken by the language itself. Choose another one.',
  ],
  [
    'constructor as a key of an operation',
    file({ clients: '{ T1: [read x, read constructor] }' }),
    '3:25 The name "constructor" is taken by the language itself. Choose another one.',
  ],
  [
    'toString as a pattern',
    file({ protocol: '{ read: toString, write: write-through }' }),
    `2:19 There is no read pattern "toString". Use ${either(Object.keys(protocols.read))}.`,
  ],
  [
    'a merge key',
    file({ '<<': '{ a: 1 }' }),
    '4:1 There is no field "<<". Use scenario, title, about, twin, start, composed, protocol, guards, clients, repeat, seed, faults, check, expect or schedule.',
  ],
  [
    'a directive of YAML',
    '%FOO\n---\na: 1\n',
    '1:1 This line begins like a directive of YAML. Remove it, or put the text in quotes.',
  ],
  [
    'a list as title',
    file({ title: '[[[[]]]]' }),
    '4:8 This must be a text, and it is a list. Write e.g. title: The stale fill.',
  ],
  [
    'line breaks of old',
    'scenario: a\rtitle: b\r',
    '1:12 The character U+000D is not text. Remove it, or save the file again as UTF-8.',
  ],
]

describe('a hostile scenario file is refused with its place and one sentence', () => {
  it.each(refused)('%s', (_what, text, sentence) => {
    expect(sentences(text)[0]).toBe(sentence)
  })
})
