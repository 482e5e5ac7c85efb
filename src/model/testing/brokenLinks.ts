/**
 * Links as they arrive when somebody cut, mixed, mistyped or made them up: saved ones with words swapped, doubled, cut and
 * given values that are far too large, and texts that never were links. The same seed makes the same links.
 */
import { savedLinksIn } from './savedLinks'
import corpus from './savedLinks/lab.txt?raw'

const links = savedLinksIn(corpus).map(({ link }) => link)
const words = [...new Set(links.flatMap((link) => (link.split('?')[1] ?? '').split('&').filter(Boolean)))]

const strange = [
  ...['__proto__', 'constructor', 'toString', '-1', '0', '1e999', '999999', 'NaN', 'off', 'true', 'null', 'any', ''],
  ...[
    '<script>',
    '%',
    '%00',
    '%E0%A4%A',
    '\u0000',
    '\ud800',
    '\u202e',
    '😀',
    '+',
    '&',
    '=',
    '?',
    '#',
    ':',
    '*',
    '!',
    '.',
    ',',
  ],
  ...['T1*4000', 'T1*999999', 'T1+'.repeat(300), 'x'.repeat(9000), 'T1:any', '8-any', '99999-any', 'x:absent', 'x:200'],
]

/** Draws without end; Park and Miller's generator, which whole numbers can do exactly. */
function draws(seed: number) {
  let state = (seed % 2147483646) + 1
  return (below: number) => {
    state = (state * 48271) % 2147483647
    return state % below
  }
}

export function* brokenLinks(seed: number): Generator<string, never> {
  const below = draws(seed)
  const one = <Item>(items: readonly Item[]): Item => items[below(items.length)]!
  const changes: readonly ((link: string) => string)[] = [
    (link) => `${link}${link.includes('?') ? '&' : '?'}${one(words)}`,
    (link) => `${link}${link.includes('?') ? '&' : '?'}${one(words).split('=')[0]!}=${one(strange)}`,
    (link) => link.slice(0, below(link.length + 1)),
    (link) => link.slice(below(link.length + 1)),
    (link) => {
      const at = below(link.length + 1)
      return link.slice(0, at) + one(strange) + link.slice(at)
    },
    (link) => {
      const at = below(link.length + 1)
      return link.slice(0, at) + String.fromCharCode(32 + below(95)) + link.slice(at + 1)
    },
    (link) => link.split('&').toReversed().join('&'),
    (link) => `${link.split('?')[0]!}?${one(words)}&${one(words)}`,
    (link) => link.replace(/\d+/, () => String(below(10 ** (1 + below(6))))),
    (link) => `${link}&repeat=${1 + below(60)}&seed=${below(1_000_000)}`,
    (link) => encodeURIComponent(link.replaceAll(/\p{Cs}/gu, '')),
    () => Array.from({ length: below(40) }, () => String.fromCharCode(below(0x10000))).join(''),
  ]
  for (;;) {
    let link = one(links)
    for (let times = below(4); times >= 0; times--) link = one(changes)(link)
    yield link
  }
}
