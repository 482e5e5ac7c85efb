/**
 * Names that a person typed, against the names there are: how far apart two are, which is the nearest,
 * and which may not be used at all.
 */

/** Longer names than any there is need no comparing. */
const COMPARED_MAX = 40

/** More names than a sentence can hold. */
const LISTED_MAX = 15

/** How many letters must be added, taken away, replaced or swapped with a neighbour to turn one name into the other. */
export function editDistance(from: string, to: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i++) {
    const row = [i]
    for (let j = 1; j <= to.length; j++) {
      const isSame = from[i - 1] === to[j - 1]
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (isSame ? 0 : 1))
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
        cost = Math.min(cost, beforeLast[j - 2]! + 1)
      row.push(cost)
    }
    beforeLast = last
    last = row
  }
  return last[to.length]!
}

const plain = (name: string) => name.toLowerCase().replaceAll(/[\s_-]/g, '')

/** The known name that was most likely meant, or null where none is near. */
export function nearest(name: string, known: readonly string[]): string | null {
  if (name.length > COMPARED_MAX) return null
  let best: string | null = null
  let bestDistance = Math.max(1, Math.floor(plain(name).length / 3)) + 1
  for (const candidate of known) {
    const distance = editDistance(plain(name), plain(candidate))
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance]
  }
  return best
}

/** `a`, `a or b`, `a, b or c`. */
export const either = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)!}`

/** The end of a sentence about an unknown name: what was meant, or what there is. */
export function suggestion(name: string, known: readonly string[]): string {
  const near = nearest(name, known)
  if (near !== null) return `Did you mean "${near}"?`
  return known.length > LISTED_MAX ? 'The documentation lists all that there are.' : `Use ${either(known)}.`
}

/** Whether a name already means something, to every object of the language or to YAML; such a name is never data. */
export const isReserved = (name: string): boolean => name in {} || /^(true|false|null)$/i.test(name)
