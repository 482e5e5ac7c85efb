import { describe, expect, test } from 'vitest'
import { catalogue } from '../../model/scenario/catalogue'
import { checkLesson, checkCourse } from './checkLessons'
import { compileLesson } from './compile'
import { readSvg } from './svgTree'

const file = 'lessons/01-part/01-hostile/lesson.md'
const nothingBeside = { scenarios: catalogue, readBeside: () => null }

const head = `---
title: A hostile lesson
part: Races
minutes: 5
summary: It means no good.
objectives:
  - see a gate fail
prerequisites: []
---
`

const rulesOf = (text: string) => [...new Set(checkLesson(text, file, nothingBeside).map(({ rule }) => rule))]

const inScene = (text: string) =>
  `${head}\n::::scene{title="The run" scenario=stale-fill}\n\n1. T1 misses.\n\n${text}\n\n::::\n`

/** What an attacker or a broken editor may hand in, and the rules that refuse it. */
const hostile: readonly (readonly [name: string, text: string, rules: readonly string[]])[] = [
  ['a script', `${head}\n<script>alert(1)</script>\n`, ['html']],
  ['an inline event handler', `${head}\nSee <img src=x onerror=alert(1)> here.\n`, ['html']],
  ['a comment that hides text', `${head}\n<!-- hidden -->\n`, ['html']],
  ['a remote image', `${head}\n![x](https://example.org/x.png)\n`, ['resource']],
  ['an image by reference', `${head}\n![x][y]\n\n[y]: https://example.org/x.png\n`, ['resource', 'markdown']],
  ['a javascript link', `${head}\n[x](javascript:alert(1))\n`, ['link']],
  ['a javascript link in disguise', `${head}\n[x](&#106;avascript:alert(1))\n`, ['link']],
  ['a data link', `${head}\n[x](data:text/html,hi)\n`, ['link']],
  ['a link that takes the protocol of the page', `${head}\n[x](//example.org)\n`, ['link']],
  ['a bare address without encryption', `${head}\nSee www.example.org for more.\n`, ['link']],
  ['a million characters', head + 'a\n'.repeat(500_000), ['size']],
  ['a line of brackets', `${head}\n${'['.repeat(5_000)}\n`, ['size']],
  ['quotes inside quotes', `${head}\n${'> '.repeat(1_900)}x\n`, ['nesting']],
  [
    'lists inside lists, a line each',
    head + Array.from({ length: 40 }, (_, i) => `${'  '.repeat(i)}- x`).join('\n'),
    ['nesting'],
  ],
  ['marks inside marks', `${head}\n${'*a _b '.repeat(30)}${'_ *'.repeat(30)}\n`, ['nesting']],
  ['__proto__ in the front matter', head.replace('title:', '__proto__: { a: 1 }\ntitle:'), ['front-matter']],
  ['a field twice', head.replace('part:', 'title: again\npart:'), ['front-matter']],
  ['a bomb of aliases', head.replace('title: A hostile lesson', 'title: &a [x]\nsummary2: [*a, *a]'), ['front-matter']],
  ['a tag of a program', head.replace('minutes: 5', 'minutes: !!js/function 5'), ['front-matter']],
  ['__proto__ as an attribute', inScene(':::note{__proto__=x}\nHi.\n:::'), ['attribute']],
  ['a class and an identifier', inScene(':::note{.red #main}\nHi.\n:::'), ['attribute']],
  ['a directive named like a property of every object', `${head}\n:::constructor\nHi.\n:::\n`, ['directive']],
  ['a directive that is never closed', `${head}\n:::note\nHi.\n`, ['directive']],
  ['a fence inside a sentence', `${head}\nThis is :note[hidden]{a=b} text.\n`, ['directive']],
  [
    'an expression that calls',
    inScene(':::predict{at=1}\nQ?\n\n- `alert(1)` A.\n\n  F.\n\n- `cache.x = 1` B.\n\n  F.\n:::'),
    ['expression'],
  ],
  [
    'an expression about __proto__',
    inScene(':::predict{at=1}\nQ?\n\n- `cache.__proto__ = 1` A.\n\n  F.\n\n- `cache.x = 1` B.\n\n  F.\n:::'),
    ['expression'],
  ],
  ['a scenario named __proto__', `${head}\n::::scene{title=a scenario=__proto__}\n\n1. T1.\n\n::::\n`, ['scenario']],
  ['a diagram that climbs out of its folder', inScene('```mermaid ../../secret\nsequenceDiagram\n```'), ['diagram']],
  ['a lone surrogate', `${head}\nA \ud800 b.\n`, ['character']],
  ['text that is turned around', `${head}\nA \u202eb\u202c c.\n`, ['character']],
  ['a null character', `${head}\nA \u0000 b.\n`, ['character']],
  ['nothing at all', '', ['front-matter']],
]

describe('a hostile lesson is refused', () => {
  test.each(hostile)('%s', (_name, text, rules) => {
    expect(rulesOf(text)).toEqual(expect.arrayContaining([...rules]))
  })

  test('without touching any prototype', () => {
    for (const [, text] of hostile) rulesOf(text)
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(({} as Record<string, unknown>)['a']).toBeUndefined()
  })
})

test('a colon in a sentence is no directive: the text stays as it was written', () => {
  const result = compileLesson(`${head}\nThen evict:x happens.\n`, file, nothingBeside)
  expect(result).toMatchObject({
    lesson: { blocks: [{ type: 'paragraph', inlines: [{ type: 'text', text: 'Then evict:x happens.' }] }] },
  })
})

test('two lessons with one number are refused', () => {
  const compiled = compileLesson(`${head}\nText.\n`, file, nothingBeside)
  if (!('lesson' in compiled)) throw new Error('the lesson does not compile')
  const lessons = [
    { file: 'a', lesson: compiled.lesson },
    { file: 'b', lesson: compiled.lesson },
  ]
  expect(checkCourse(lessons).map(({ file: where, rule }) => [where, rule])).toEqual([['b', 'folder']])
})

describe('a hostile drawing is refused', () => {
  const drawings: readonly (readonly [name: string, text: string, message: string])[] = [
    ['a script', '<svg><script>alert(1)</script></svg>', '<script> has no place in a drawing.'],
    ['foreign markup', '<svg><foreignObject/></svg>', '<foreignObject> has no place in a drawing.'],
    ['an event handler', '<svg onload="alert(1)"/>', 'The attribute "onload" has no place in a drawing.'],
    ['an address', '<svg><g href="https://example.org"/></svg>', 'The attribute "href" has no place in a drawing.'],
    ['a style', '<svg style="background:url(x)"/>', 'The attribute "style" has no place in a drawing.'],
    ['__proto__', '<svg __proto__="x"/>', 'The attribute "__proto__" has no place in a drawing.'],
    ['a path that is none', '<svg><path d="M0,0 url(x)"/></svg>', 'The attribute "d" may not be "M0,0 url(x)".'],
    ['a declaration', '<!DOCTYPE svg><svg/>', 'An element is expected, and "<!DOCTYPE svg><svg/>" stands there.'],
    ['an entity', '<svg><text>&bomb;</text></svg>', '"&bomb;" is no character reference of a drawing.'],
    ['an end that does not fit', '<svg><g></svg>', '<g> is closed by </svg>.'],
    ['no end', '<svg>', 'An element is expected, and "" stands there.'],
    ['depth', '<g>'.repeat(50), 'The drawing is too large.'],
    ['something behind it', '<svg/><svg/>', 'Something follows the end of the drawing.'],
  ]
  test.each(drawings)('%s', (_name, text, message) => {
    expect(readSvg(text)).toEqual({ problem: { line: 1, message } })
  })

  test('and an honest one is read as it is, character references resolved', () => {
    expect(readSvg('<svg viewBox="0 0 4 4">\n  <text x="1" y="-2">a &lt; b</text>\n</svg>\n')).toEqual({
      svg: {
        tag: 'svg',
        attributes: { viewBox: '0 0 4 4' },
        children: [{ tag: 'text', attributes: { x: '1', y: '-2' }, children: ['a < b'] }],
      },
    })
  })
})
