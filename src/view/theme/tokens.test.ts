import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync('src/view/theme/tokens.css', 'utf8')

type Scheme = 'light' | 'dark' | 'projector'

/** Colour tokens of a scheme, as written in the file. */
function tokensOf(scheme: Scheme): Map<string, string> {
  const tokens = new Map<string, string>()
  for (const [, name, light, dark] of css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g))
    tokens.set(name!, scheme === 'dark' ? dark! : light!)
  if (scheme !== 'projector') return tokens
  const block = css.slice(css.indexOf("[data-theme='projector']"))
  for (const [, name, value] of block.matchAll(/--([\w-]+): (#\w{6})/g)) tokens.set(name!, value!)
  return tokens
}

const luminance = (colour: string): number => {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = parseInt(colour.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

const contrast = (a: string, b: string): number => {
  const [light, dark] = [luminance(a), luminance(b)].sort((one, other) => other - one)
  return (light! + 0.05) / (dark! + 0.05)
}

const clients = Array.from({ length: 8 }, (_, index) => `client-${index + 1}`)
const inks = ['ink', 'dim', 'accent', 'safe', 'risk', 'violated', ...clients]

describe.each(['light', 'dark', 'projector'] as const)('the %s theme', (scheme) => {
  const tokens = tokensOf(scheme)
  const value = (name: string) => tokens.get(name)!

  test('sets every text in at least 4.5 to 1, on each of its grounds', () => {
    const weak = inks.flatMap((ink) =>
      ['background', 'panel', 'raised'].flatMap((ground) => {
        const ratio = contrast(value(ink), value(ground))
        return ratio < 4.5 ? [`${ink} on ${ground}: ${ratio.toFixed(2)}`] : []
      }),
    )
    expect(weak).toEqual([])
  })

  test('sets a version on its band, and a word on a filled button, in at least 4.5 to 1', () => {
    const bands = ['version-initial', ...clients].map((band) => contrast(value('on-version'), value(band)))
    expect(Math.min(...bands, contrast(value('on-accent'), value('accent')))).toBeGreaterThanOrEqual(4.5)
  })

  test('draws lines and large marks in at least 2.2 to 1', () => {
    expect(contrast(value('faint'), value('background'))).toBeGreaterThanOrEqual(2.2)
  })
})
