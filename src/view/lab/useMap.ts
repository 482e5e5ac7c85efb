import { useEffect, useState } from 'react'
import type { NoMap } from '../../model/explore/mapOf'
import { isRun } from '../../model/explore/bounds'
import { noMapOfRun, type ScheduleMap } from '../../model/explore/scheduleMap'
import type { Scenario } from '../../model/scenario/scenario'
import { mapInWorker } from '../../workers/client'
import { samePlace, walk, type RunFates } from '../panels/map/mapPath'

interface Answer {
  readonly scenario: Scenario
  readonly property: string
  readonly path: string
  readonly map: ScheduleMap | NoMap
}

/** How schedules end that begin as the path did, out of a map that was drawn for it. */
function fatesAlong(map: ScheduleMap, path: readonly string[]): RunFates {
  const along = Array.from({ length: path.length + 1 }, (_, step) => {
    const { end } = walk(path.slice(0, step), map.clients)
    return map.points.find((point) => samePlace(point, end))?.fate ?? 'mixed'
  })
  return { along, points: map.points, edges: map.edges }
}

/** The schedule map for the run so far; the last one stands until the next is there. */
export function useMap(
  scenario: Scenario,
  property: string,
  path: readonly string[],
): { readonly map: ScheduleMap | NoMap | null; readonly run: RunFates | null } {
  const [answer, setAnswer] = useState<Answer | null>(null)
  const words = path.join(' ')
  useEffect(() => {
    // One run has no map, and its path may be thousands of words.
    if (isRun(scenario)) return undefined
    const control = new AbortController()
    const { signal } = control
    mapInWorker(scenario, property, { signal, prefix: words === '' ? [] : words.split(' ') })
      .catch((error: unknown): NoMap => ({ reason: error instanceof Error ? error.message : String(error) }))
      .then((map) => {
        if (!signal.aborted) setAnswer({ scenario, property, path: words, map })
      })
      .catch(() => undefined)
    return () => control.abort('something else is asked')
  }, [scenario, property, words])
  if (isRun(scenario)) return { map: noMapOfRun, run: null }
  const isOfThis = answer !== null && answer.scenario === scenario && answer.property === property
  const map = answer?.map ?? null
  const run = isOfThis && answer.path === words && 'points' in answer.map ? fatesAlong(answer.map, path) : null
  return { map, run }
}
