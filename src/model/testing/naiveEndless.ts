/**
 * A second explorer for runs without end: worlds as text, staleness read off traces, and what can go on for ever found
 * by throwing out what cannot, until nothing changes. No components, no cells, no movers.
 */
import { replay } from '../engine/replay'
import type { Trace } from '../engine/trace'
import type { Answer } from '../properties/property'
import type { Scenario } from '../scenario/scenario'
import { isQuiet, violates, worldOf } from './naive'

export interface NaiveEndless {
  readonly states: number
  readonly transitions: number
  /** Of properties of worlds: null when it holds, otherwise the length of a shortest witness. */
  readonly found: Readonly<Record<string, number | null>>
  readonly answer: Answer
}

/** What reads have to see: of each key by now, and of each read that is under way since it began. */
interface Owed {
  readonly acknowledged: Readonly<Record<string, number>>
  readonly reads: Readonly<Record<string, number>>
  /** Whether the last step answered a read that saw less than it had to. */
  readonly isStale: boolean
}

const none: Owed = { acknowledged: {}, reads: {}, isStale: false }

/** What is owed after the last step of a trace. */
function owedAfter(trace: Trace, before: Owed): Owed {
  const step = trace.steps.at(-1)!
  const { event, after } = step
  if (event.type !== 'request') return { ...before, isStale: false }
  const { client, deed, result, begins, ends, fails } = event
  const { key } = deed
  if (deed.kind !== 'read') {
    const newest = Math.max(before.acknowledged[key] ?? 0, result ?? 0)
    return { ...before, acknowledged: { ...before.acknowledged, [key]: newest }, isStale: false }
  }
  const isWritten = openWrites(trace).includes(key) ? 0 : after.database[key]!
  const owed = begins ? Math.max(before.acknowledged[key] ?? 0, isWritten) : (before.reads[client] ?? 0)
  const reads = { ...before.reads, [client]: owed }
  if (!ends && !fails) return { ...before, reads, isStale: false }
  const { [client]: _over, ...others } = reads
  return { ...before, reads: others, isStale: result !== null && result < owed }
}

/** Keys that somebody who is still there is writing. */
function openWrites(trace: Trace): readonly string[] {
  const open = new Map<string, string>()
  for (const { event } of trace.steps) {
    if (event.type === 'crash') open.delete(event.client)
    if (event.type !== 'request' || event.deed.kind === 'read') continue
    open.set(event.client, event.deed.key)
    if (event.ends) open.delete(event.client)
  }
  return [...open.values()]
}

interface World {
  readonly trace: Trace
  readonly edges: { readonly word: string; readonly to: number; readonly isStale: boolean }[]
  /** What must come at last if it stays possible: clients by name, everything else by its word. */
  readonly due: ReadonlySet<string>
}

/** Who takes a step; nobody where a fault strikes it. */
const processOf = (word: string, { clients }: Scenario): string | null =>
  word.includes('!') ? null : (clients.find(({ name }) => word.split(':')[0] === name)?.name ?? word)

function dueIn(trace: Trace): ReadonlySet<string> {
  const { scenario, enabled } = trace
  const isDue = (word: string): boolean => {
    if (scenario.clients.some(({ name }) => word.split(':')[0] === name)) return true
    return !isQuiet({ ...trace, enabled: [word] })
  }
  return new Set(enabled.filter((word) => !word.includes('!') && isDue(word)).map((word) => processOf(word, scenario)!))
}

/** All worlds and the steps between them, with what is owed to reads as part of a world. */
function worldsOf(scenario: Scenario): readonly World[] {
  const start = replay(scenario, [])
  const found: { trace: Trace; owed: Owed }[] = [{ trace: start, owed: none }]
  const nameOf = (trace: Trace, { acknowledged, reads }: Owed) => worldOf(trace) + JSON.stringify([acknowledged, reads])
  const known = new Map([[nameOf(start, none), 0]])
  const grow = function* (): Generator<World, void> {
    for (const { trace, owed } of found) {
      const edges = trace.enabled.map((word) => {
        const child = replay(scenario, [...trace.steps.map((step) => step.word), word])
        const then = owedAfter(child, owed)
        const name = nameOf(child, then)
        const to = known.get(name) ?? found.push({ trace: child, owed: then }) - 1
        known.set(name, to)
        return { word, to, isStale: then.isStale }
      })
      yield { trace, edges, due: dueIn(trace) }
    }
  }
  return [...grow()]
}

/** Whether some fair run sees something stale again and again: worlds from which it cannot go on are thrown out. */
function isForEver(worlds: readonly World[], scenario: Scenario): boolean {
  const processes = new Set(worlds.flatMap(({ due }) => [...due]))
  type Wanted = (world: World, edge: World['edges'][number]) => boolean
  const wanted: Wanted[] = [
    (_, edge) => edge.isStale,
    ...[...processes].map(
      (one): Wanted =>
        (world, edge) =>
          !world.due.has(one) || processOf(edge.word, scenario) === one,
    ),
  ]
  let left = new Set(worlds.keys())
  for (let before = Infinity; left.size < before;) {
    before = left.size
    for (const isWanted of wanted) left = reaching(worlds, left, isWanted)
  }
  return left.size > 0
}

/** Of the worlds that are left, those from which a wanted step can be reached without leaving them. */
function reaching(
  worlds: readonly World[],
  left: ReadonlySet<number>,
  isWanted: (world: World, edge: World['edges'][number]) => boolean,
): Set<number> {
  const good = new Set<number>()
  for (let before = -1; good.size > before;) {
    before = good.size
    for (const index of left)
      if (
        worlds[index]!.edges.some((edge) => left.has(edge.to) && (good.has(edge.to) || isWanted(worlds[index]!, edge)))
      )
        good.add(index)
  }
  return good
}

export function exploreEndlessNaively(scenario: Scenario): NaiveEndless {
  const worlds = worldsOf(scenario)
  const steps = new Map(worlds.map(({ trace }) => [worldOf(trace), trace.enabled.length]))
  const depthOf = (property: string) => {
    const bad = worlds.filter(({ trace }) => violates(property, trace)).map(({ trace }) => trace.steps.length)
    return bad.length === 0 ? null : Math.min(...bad)
  }
  const isEverStale = worlds.some(({ edges }) => edges.some(({ isStale }) => isStale))
  return {
    states: steps.size,
    transitions: [...steps.values()].reduce((sum, count) => sum + count, 0),
    found: { converges: depthOf('converges'), 'not-stuck': depthOf('not-stuck') },
    answer: !isEverStale ? 'never' : isForEver(worlds, scenario) ? 'for-ever' : 'bounded',
  }
}
