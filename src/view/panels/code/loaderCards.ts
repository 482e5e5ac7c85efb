/** The cards of programs that no client runs: the warm-up and the reload behind refresh-ahead. */
import type { LoaderName } from '../../../model/engine/loader'
import type { StepEvent } from '../../../model/engine/trace'
import type { WorldView } from '../../../model/engine/view'
import { protocols } from '../../../model/protocols'
import type { Scenario } from '../../../model/scenario/scenario'
import { guardedLines } from './guardedLines'
import type { ProgramCard } from './programCards'
import type { ProgramSource } from './programSource'

const titles: Readonly<Record<LoaderName, readonly [actor: string, source: string]>> = {
  refresh: ['The cache', 'reload'],
  warm: ['The warm-up', 'warm-up'],
}

const loadersOf = ({ protocol, guards }: Scenario): readonly LoaderName[] => [
  ...(guards['warm'] === undefined ? [] : (['warm'] as const)),
  ...(protocols.read[protocol.read]?.refreshes === true ? (['refresh'] as const) : []),
]

/** One card for each; of several rounds under way it shows the one that has stepped last, or the first. */
export function loaderCards(
  scenario: Scenario,
  world: WorldView,
  event: StepEvent | null,
  sources: Readonly<Record<string, ProgramSource>>,
): readonly ProgramCard[] {
  return loadersOf(scenario).flatMap((loader): ProgramCard[] => {
    const [actor, source] = titles[loader]
    const program = sources[source]
    if (!program) return []
    const isLast = event?.type === 'load' && event.loader === loader
    const loads = world.loads.filter((load) => load.loader === loader)
    const load = loads.find(({ key }) => isLast && key === event.key) ?? loads[0]
    const next = load?.next.places ?? []
    const here = next.find((place) => place.source === source)
    const inner = next[0]
    const last = isLast ? (event.request.places ?? []).find((place) => place.source === source) : undefined
    return [
      {
        client: actor,
        index: null,
        role: 'read',
        program,
        state: load === undefined ? 'between rounds' : `loads ${load.key}`,
        isWaiting: false,
        next: here?.line ?? null,
        last: last?.line ?? null,
        changed: guardedLines(program, scenario.guards, 'read'),
        inGuard: here && inner && inner.source !== source ? inner : null,
        around: [],
      },
    ]
  })
}
