/** Versions at the start as words: in a file's line and in a link. */
import { apart, together } from '../engine/together'
import { VERSION_MAX } from './limits'
import { quoted } from './problem'
import type { Composed, Versions } from './scenario'

/** `3`, `absent` for a row that is not there, `[1, 2]` for a composed value. */
export function versionText(key: string, version: number, composed: Composed = {}): string {
  if (version === 0) return 'absent'
  return composed[key] === undefined ? String(version) : `[${apart(version).join(', ')}]`
}

/** `x:3`, `x:absent`; a composed value's two versions are joined by a dot: `card:1.2`. */
export const linkedVersions = (versions: Versions, composed: Composed = {}): string =>
  Object.entries(versions)
    .map(([key, version]) => {
      const linked = composed[key] === undefined ? version || 'absent' : apart(version).join('.')
      return `${key}:${linked}`
    })
    .join('+')

const isVersion = (text: string) => /^[1-9]\d{0,2}$/.test(text) && Number(text) <= VERSION_MAX

/** What a link's word says of a key's version, or the sentence about what is wrong with it. */
export function versionOfLink(
  key: string,
  word: string,
  composed: Composed = {},
): { readonly version: number } | { readonly problem: string } {
  if (composed[key] !== undefined) {
    const parts = word.split('.')
    if (parts.length === 2 && parts.every(isVersion)) return { version: together(Number(parts[0]), Number(parts[1])) }
    const range = `two whole numbers from 1 to ${VERSION_MAX}`
    return { problem: `The versions of ${quoted(key)} must be ${range}, e.g. ${key}:1.1.` }
  }
  if (word === 'absent') return { version: 0 }
  if (isVersion(word)) return { version: Number(word) }
  return { problem: `The version of ${quoted(key)} must be a whole number from 1 to ${VERSION_MAX}, e.g. ${key}:1.` }
}
