/** A schedule as a path on the map: which words move it, along which axis, and how the steps on it end. */
import type { Fate, MapEdge, MapPoint } from '../../../model/explore/scheduleMap'

export interface Place {
  readonly x: number
  readonly y: number
}

/** One step of one of the two clients. */
export interface Segment extends Place {
  readonly axis: 'x' | 'y'
}

/** The axis along which a word moves, or null for a timer, a fault or a crash. */
export function axisOf(word: string, clients: readonly [string, string]): 'x' | 'y' | null {
  const actor = word.split(/[:!]/, 1)[0]
  if (actor === clients[0]) return 'x'
  return actor === clients[1] ? 'y' : null
}

/** Where a segment leads. */
export const endOf = ({ x, y, axis }: Segment): Place => (axis === 'x' ? { x: x + 1, y } : { x, y: y + 1 })

/** The segments that `words` draw from `start`, and where they lead. */
export function walk(words: readonly string[], clients: readonly [string, string], start: Place = { x: 0, y: 0 }) {
  const segments: Segment[] = []
  let end: Place = { x: start.x, y: start.y }
  for (const word of words) {
    const axis = axisOf(word, clients)
    if (axis === null) continue
    const segment = { ...end, axis }
    segments.push(segment)
    end = endOf(segment)
  }
  return { segments, end }
}

export const samePlace = (a: Place, b: Place): boolean => a.x === b.x && a.y === b.y

/**
 * How schedules end that begin as the run did. On the grid, runs meet whose worlds differ, so the fate of a point is over
 * all of them; for the run on the screen the question is narrower.
 */
export interface RunFates {
  /** For each number of steps taken, from 0 to the whole path: how the schedules end that begin with those steps. */
  readonly along: readonly Fate[]
  /** What can be reached from the end of the path. */
  readonly points: readonly MapPoint[]
  readonly edges: readonly MapEdge[]
}

const keyOf = ({ x, y }: Place, axis = '') => `${String(x)} ${String(y)} ${axis}`

/** The fate to draw at each point and edge; what says nothing about the run at hand is not in it. */
export function fatesOf(
  map: { readonly points: readonly MapPoint[]; readonly edges: readonly MapEdge[] },
  run: RunFates | null,
  path: readonly string[],
  clients: readonly [string, string],
) {
  const fates = new Map<string, Fate>()
  for (const point of run?.points ?? map.points) fates.set(keyOf(point), point.fate)
  for (const edge of run?.edges ?? map.edges) fates.set(keyOf(edge, edge.axis), edge.fate)
  let at: Place = { x: 0, y: 0 }
  run?.along.forEach((fate, step) => {
    const axis = axisOf(path[step - 1] ?? '', clients)
    if (axis !== null) {
      fates.set(keyOf(at, axis), fate)
      at = endOf({ ...at, axis })
    }
    fates.set(keyOf(at), fate)
  })
  const { segments, end } = walk(path, clients)
  const passed = [{ x: 0, y: 0 }, ...segments.map(endOf)]
  return {
    of: (place: Place, axis?: 'x' | 'y'): Fate | null => fates.get(keyOf(place, axis)) ?? null,
    /** The run neither went there nor can go there any more. */
    isMissed: (place: Place): boolean =>
      (place.x < end.x || place.y < end.y) && !passed.some((point) => samePlace(point, place)),
  }
}

/** The shape that joins places: the lines between neighbours, and the cells all of whose corners are in it. */
export function regionOf(places: readonly Place[]) {
  const inside = (x: number, y: number) => places.some((place) => place.x === x && place.y === y)
  const links = places.flatMap(({ x, y }): Segment[] => [
    ...(inside(x + 1, y) ? [{ x, y, axis: 'x' } as const] : []),
    ...(inside(x, y + 1) ? [{ x, y, axis: 'y' } as const] : []),
  ])
  const cells = places.filter(({ x, y }) => inside(x + 1, y) && inside(x, y + 1) && inside(x + 1, y + 1))
  return { places, links, cells }
}
