/** The text of a pattern, for whoever begins with it. */
import { sources } from 'virtual:program-sources'

export const textOf = (pattern: string): string =>
  (sources[pattern]?.lines ?? []).map((tokens) => tokens.map(({ text }) => text).join('')).join('\n')
