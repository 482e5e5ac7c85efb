import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { embedPolicy } from '../scripts/csp.mjs'

const page = readFileSync(new URL('../public/embed.html', import.meta.url), 'utf8')

it('the page for frames repeats its policy, for hosts that send no headers', () => {
  expect(/content="(default-src[^"]+)"/.exec(page)?.[1]).toBe(embedPolicy)
})

it('the page for frames loads one classic script and one style sheet, because a frame may have no origin', () => {
  expect(page.match(/<(script|link)[^>]*>/g)).toEqual([
    '<link rel="stylesheet" href="./embed.css" />',
    '<script src="./embed.js" defer>',
  ])
})
