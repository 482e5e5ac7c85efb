/** YAML written by hand, on one line each: maps, lists, and texts that a parser cannot take for something else. */

/** Nothing where there are no pairs. */
export const map = (pairs: readonly (readonly [string, string])[]): string =>
  pairs.length === 0 ? '' : `{ ${pairs.map(([name, value]) => `${name}: ${value}`).join(', ')} }`

export const list = (items: readonly string[]): string => `[${items.join(', ')}]`

/** Words that YAML takes for something else than a text. */
const looksLikeAnother = /^(true|false|null)$/i

export function text(line: string): string {
  const isPlain = /^[A-Za-z]([\w ,.;'()?!-]*[\w.;'()?!-])?$/.test(line) && !looksLikeAnother.test(line)
  return isPlain || line === '' ? line : JSON.stringify(line)
}
