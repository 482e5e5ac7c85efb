/** State as bands: for each key what the cache and the database hold, from one change to the next. */
import { standingOf, type Standing } from '../../course/narration'
import { isRefusal } from '../../model/engine/program'
import { worldAt, type RequestEvent, type Trace, type TraceStep } from '../../model/engine/trace'
import type { WorldView } from '../../model/engine/view'
import { keysOf } from '../../model/scenario/scenario'
import { wholeOf } from './excerpt'
import { lanesOf } from './lanes'
import { shortVersionText } from './versionText'
import type { HoldMark, RemoteMark, Ribbon } from './scene'

/** A band without its ghost flag, which depends on the playhead. */
export type Band = Omit<Ribbon, 'isGhost'>
export type HoldBand = Omit<HoldMark, 'isGhost'>
export type MarkerBand = Omit<RemoteMark, 'isGhost'>

const makers = [
  'database.update',
  'database.updateIfUnchanged',
  'database.nextval',
  'cache.setNext',
  'queue.setAndEnqueue',
]

/** Lanes on which state is drawn, where the scenario has them. */
const ribbonLanes = ({ scenario }: Trace) =>
  (['cache', 'queue', 'replica', 'database'] as const).filter((lane) => lanesOf(scenario).some(({ id }) => id === lane))

/** The version that a request has made; its answer may have been lost. */
const versionMade = ({ fault, reply, key }: RequestEvent, step: TraceStep): number =>
  fault === 'unheard' ? (step.after.database[key] ?? 0) : (reply as { readonly version: number }).version

const owning = new WeakMap<Trace, (key: string, version: number) => number | null>()

/** Who made a version of a key; null where it was there from the start. */
export function ownersOf(trace: Trace): (key: string, version: number) => number | null {
  const whole = wholeOf(trace)
  const known = owning.get(whole)
  if (known) return known
  const index = new Map(whole.scenario.clients.map(({ name }, place) => [name, place]))
  const owners = new Map<string, number>()
  for (const step of whole.steps) {
    const { event } = step
    if (event.type !== 'request' || event.fault === 'failed') continue
    const { kind, key, commits = [] } = event.request
    for (const commit of commits)
      owners.set(`${step.after.database[commit.key] ?? 0} ${commit.key}`, index.get(event.client) ?? 0)
    if (!makers.includes(kind) || isRefusal(event.reply)) continue
    const version = versionMade(event, step)
    owners.set(`${version} ${key}`, index.get(event.client) ?? 0)
  }
  const ownerOf = (key: string, version: number) => owners.get(`${version} ${key}`) ?? null
  owning.set(whole, ownerOf)
  return ownerOf
}

/** Runs of equal values over the steps 0 to n, each from its first step to the next run's; the last one to n + 1. */
function runsOf<Value>(
  count: number,
  at: (step: number) => Value,
  isSame: (one: Value, other: Value) => boolean,
): readonly { readonly from: number; readonly to: number; readonly value: Value }[] {
  const runs: { from: number; to: number; value: Value }[] = []
  for (let step = 0; step <= count; step++) {
    const value = at(step)
    const last = runs.at(-1)
    if (last && isSame(last.value, value)) continue
    if (last) last.to = step
    runs.push({ from: step, to: count + 1, value })
  }
  return runs
}

/** How what a lane holds compares with the database. */
function standingAt(world: WorldView, lane: Ribbon['lane'], key: string): Standing {
  if (lane === 'replica') return (world.replica[key] ?? 0) < (world.database[key] ?? 0) ? 'stale' : 'fresh'
  return lane === 'cache' ? standingOf(world, key) : 'fresh'
}

/** What a lane holds of a key; null while it is absent. A row that is not there is absent, an entry that says so is not. */
function versionAt(world: WorldView, lane: Ribbon['lane'], key: string): number | null {
  const version = world[lane][key] ?? null
  return lane === 'cache' ? version : version || null
}

/** How a version is written that is no plain one: composed, none, or with what it counts; null for a plain one. */
function textAt(
  { scenario }: Trace,
  world: WorldView,
  lane: Ribbon['lane'],
  key: string,
  version: number,
): string | null {
  const count = lane === 'replica' ? null : (world.counts[key]?.[lane] ?? null)
  if (count !== null) return `v${version}=${count}`
  return version === 0 || scenario.composed?.[key] !== undefined
    ? shortVersionText(key, version, scenario.composed)
    : null
}

/** What else there is to say of what a lane holds. */
function noteAt(world: WorldView, lane: Ribbon['lane'], key: string): string | null {
  const waiting = world.backlog?.updates[key] ?? 0
  if (lane === 'queue') return waiting > 1 ? `${waiting} wait` : null
  if (lane !== 'cache') return null
  if (world.marked[key] === true) return 'marked'
  return (world.soft?.[key] ?? null) === null ? null : 'soft'
}

/** The bands of the resources; for each key they tile its lane from 0 to the lower end. */
export function bandsOf(trace: Trace): readonly Band[] {
  const owner = ownersOf(trace)
  const lanes = ribbonLanes(trace)
  return lanes.flatMap((lane) =>
    keysOf(trace.scenario).flatMap((key, slot) => {
      // What is composed of rows has none of its own.
      if (lane !== 'cache' && trace.scenario.composed?.[key] !== undefined) return []
      return runsOf(
        trace.steps.length,
        (step) => {
          const world = worldAt(trace, step)
          const version = versionAt(world, lane, key)
          const tombstone = lane === 'cache' && version === null ? (world.tombstone[key] ?? null) : null
          const text = version === null ? null : textAt(trace, world, lane, key, version)
          return { version, text, tombstone, standing: standingAt(world, lane, key), note: noteAt(world, lane, key) }
        },
        (one, other) =>
          one.version === other.version &&
          one.text === other.text &&
          one.standing === other.standing &&
          one.tombstone === other.tombstone &&
          one.note === other.note,
      ).map(({ from, to, value: { version, text, tombstone, standing, note } }) => {
        return {
          lane,
          key,
          slot,
          from,
          to,
          version,
          ...(text !== null && { text }),
          tombstone,
          owner: version === null ? null : owner(key, version),
          standing,
          note,
        }
      })
    }),
  )
}

/** Where a lease is out or a lock is held, and by whom. */
export function holdBandsOf(trace: Trace): readonly HoldBand[] {
  const names = trace.scenario.clients.map(({ name }) => name)
  return (['lease', 'lock'] as const).flatMap((what) =>
    keysOf(trace.scenario).flatMap((key, slot) =>
      runsOf(
        trace.steps.length,
        (step) => worldAt(trace, step)[what][key] ?? null,
        (one, other) => one === other,
      ).flatMap(({ from, to, value }) => {
        if (value === null) return []
        const isBeside = what === 'lock' || (worldAt(trace, from).cache[key] ?? null) !== null
        return [{ what, key, slot, from, to, holder: Math.max(0, names.indexOf(value)), isBeside }]
      }),
    ),
  )
}

/** Where a remote marker is set. */
export const markerBandsOf = (trace: Trace): readonly MarkerBand[] =>
  keysOf(trace.scenario).flatMap((key, slot) =>
    runsOf(
      trace.steps.length,
      (step) => worldAt(trace, step).marker[key] === true,
      (one, other) => one === other,
    ).flatMap(({ from, to, value }) => (value ? [{ key, slot, from, to }] : [])),
  )
