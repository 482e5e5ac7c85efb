/** Which part of a form a problem belongs to: the field in which it stands, and the entry of the field where there is one. */
import { isMap, isSeq, type Node } from 'yaml'
import type { Problem } from '../problem'
import { nameOf, rootOf } from './sketch'

/** `clients`, `clients.0` for the first client, `start.cache`; empty for what stands in no field. */
export type Place = string

/** Problems by place, each at the innermost one. */
export function problemsByPlace(text: string, problems: readonly Problem[]): ReadonlyMap<Place, readonly Problem[]> {
  const lineStarts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
  const root = rootOf(text)
  const found = new Map<Place, Problem[]>()
  for (const problem of problems) {
    const offset = (lineStarts[problem.line - 1] ?? 0) + problem.column - 1
    const place = root === null ? '' : placeAt(root, offset)
    found.set(place, [...(found.get(place) ?? []), problem])
  }
  return found
}

const endOf = (node: Node | null): number => node?.range?.[1] ?? -1
const startOf = (node: Node | null): number => node?.range?.[0] ?? Infinity

function placeAt(root: Node, offset: number): Place {
  if (!isMap(root)) return ''
  const field = root.items.find(
    ({ key, value }) =>
      startOf(key as Node) <= offset && offset <= Math.max(endOf(key as Node), endOf(value as Node | null)),
  )
  const name = field === undefined ? null : nameOf(field)
  if (name === null) return ''
  const part = partAt(field?.value as Node | null, offset, name === 'start' || name === 'protocol')
  return part === null ? name : `${name}.${part}`
}

/** The entry of a map or the item of a list in which an offset stands, by its number or by its name. */
function partAt(value: Node | null, offset: number, isByName: boolean): string | null {
  if (isMap(value)) {
    const at = value.items.findIndex(
      ({ key, value: inner }) =>
        startOf(key as Node) <= offset && offset <= Math.max(endOf(key as Node), endOf(inner as Node | null)),
    )
    return at === -1 ? null : isByName ? nameOf(value.items[at]!) : String(at)
  }
  if (!isSeq(value)) return null
  const at = value.items.findIndex((item) => startOf(item as Node) <= offset && offset <= endOf(item as Node))
  return at === -1 ? null : String(at)
}
