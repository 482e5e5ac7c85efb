/**
 * Two versions in one number: of the two rows that one cached value is made of, or of the two commits of
 * one transaction. The number grows with each of the two, so that of two such values the one that is at
 * least as new in both parts has the greater number.
 *
 * Source: Szudzik, "An Elegant Pairing Function", 2006.
 */

/** One number for two versions; 0 for two that are 0. */
export const together = (first: number, second: number): number =>
  first < second ? second * second + first : first * first + first + second

/** The two versions that a number stands for. */
export function apart(number: number): readonly [number, number] {
  const root = Math.floor(Math.sqrt(number))
  const rest = number - root * root
  return rest < root ? [rest, root] : [root, rest - root]
}
