/** What can be so in the world in which a run ends, by name. An entry that says that there is no row is version 0. */
import type { Model } from '../../engine/compile'
import { offsetOf } from '../../engine/layout'
import { absenceOf } from '../../engine/resources/belongings'
import { presentVersion } from '../../engine/resources/composed'
import type { Ending } from './query'

/** What is cached of a key; null where nothing is. */
function cachedOf({ memory }: Model, key: number): number | null {
  const version = memory.cells[offsetOf(memory, 'cache') + key]!
  const absence = absenceOf(memory, key)
  return version > 0 ? version : absence >= 0 && memory.cells[absence]! > 0 ? 0 : null
}

type OfKey = (cached: number | null, present: number, wanted: number | null) => boolean

const ofKeys: Readonly<Record<string, OfKey>> = {
  'cache empty': (cached) => cached === null,
  'cache stale': (cached, present) => cached !== null && cached < present,
  'cache ahead': (cached, present) => cached !== null && cached > present,
  'cache fresh': (cached, present) => cached === present,
  'cache version': (cached, _present, wanted) => cached === wanted,
  'database version': (_cached, present, wanted) => present === wanted,
}

export type EndKind =
  | 'cache empty'
  | 'cache stale'
  | 'cache ahead'
  | 'cache fresh'
  | 'cache version'
  | 'database version'
  | 'client waits'
  | 'client crashed'

/** Of which everything has to be so; of the others one thing is enough. */
const ofAll: readonly EndKind[] = ['cache empty']

/** Whether it is so in the world in memory. */
export function isEnding(model: Model, { kind, client, key, version }: Ending): boolean {
  const test = ofKeys[kind]
  if (test === undefined) {
    const clients = model.clients.filter(({ name }) => client === null || name === client)
    if (kind === 'client crashed') return clients.some((each) => each.isCrashed())
    return clients.some((each) => !each.isCrashed() && !each.isFinished && !each.canGoOn)
  }
  const present = presentVersion(model.memory, model.scenario, model.keys)
  const isSo = (name: string) => {
    const index = model.keys.indexOf(name)
    return test(cachedOf(model, index), present(index), version)
  }
  const keys = key === null ? model.keys : [key]
  return ofAll.includes(kind) ? keys.every(isSo) : keys.some(isSo)
}
