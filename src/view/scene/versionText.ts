/** How versions are written in a picture: those of rows, of composed values, and that there is no row. */
import { apart } from '../../model/engine/together'
import type { Composed } from '../../model/scenario/scenario'

/** `v3`; `none` where there is no row; `x2 y1` for a value that is composed of x and y. */
export function versionText(key: string, version: number, composed: Composed = {}): string {
  const rows = composed[key]
  if (rows !== undefined)
    return apart(version)
      .map((each, index) => `${rows[index] ?? ''}${each}`)
      .join(' ')
  return version === 0 ? 'none' : `v${version}`
}

/** The same for a narrow place: `2·1` for a composed value. */
export const shortVersionText = (key: string, version: number, composed: Composed = {}): string =>
  composed[key] === undefined ? versionText(key, version) : apart(version).join('·')
