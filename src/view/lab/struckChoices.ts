/**
 * Faults at requests as choices: each step of a client, a timer or a flush that a fault of the scenario may
 * strike, once more with what becomes of it.
 */
import { faults } from '../../model/engine/faults'
import type { Strike } from '../../model/engine/requestFault'
import { requestKinds } from '../../model/engine/resources'
import type { WorldView } from '../../model/engine/view'
import { isSameValue } from '../../model/scenario/faultValues'
import { mayWrite, type Scenario } from '../../model/scenario/scenario'
import type { Choice } from './choices'

/** What stands for a fault at requests among the kinds of choices: `!lost`. */
export const isStruck = (kind: string): boolean => kind.startsWith('!')

/** The ways in which requests of a scenario can be struck, one for each mark. */
export function strikesOf(scenario: Scenario): readonly Strike[] {
  const strikes = new Map<string, Strike>()
  for (const { name, absent, strike } of faults) {
    if (strike === undefined || isSameValue(scenario.faults[name], absent)) continue
    const known = strikes.get(strike.mark)
    strikes.set(strike.mark, known === undefined ? strike : both(known, strike))
  }
  return [...strikes.values()]
}

/** Two faults that read the same in a schedule, as one. */
const both = (one: Strike, other: Strike): Strike => ({
  ...one,
  roles: [...one.roles, ...other.roles],
  short: one.short.replace(/(delete|store)$/, 'request'),
  says: one.says.replace(/(delete|store)/, 'request'),
})

/** The same step, struck. */
export const struck = ({ word, subject, title }: Choice, { mark, says }: Strike): Choice => ({
  word: `${word}!${mark}`,
  kind: `!${mark}`,
  subject,
  title: `${title}, ${says}`,
})

/** The struck steps of clients; a read that is still open begins with a look, which nothing strikes. */
export const struckClients = (scenario: Scenario, plain: readonly Choice[]): readonly Choice[] =>
  strikesOf(scenario).flatMap((strike) =>
    plain
      .filter(({ word }) => !word.includes(':read-'))
      .filter(({ subject }) => canBeStruck(scenario, subject, strike))
      .map((choice) => struck(choice, strike)),
  )

/** Only a writer deletes and commits. */
function canBeStruck({ clients }: Scenario, name: string, { roles }: Strike): boolean {
  if (roles.includes('store')) return true
  const client = clients.find((candidate) => candidate.name === name)
  return client?.operations.some(mayWrite) === true
}

/** Why a step that could be taken cannot be struck. */
export function whyNotStruck(scenario: Scenario, world: WorldView, { kind, subject }: Choice): string {
  const strike = strikesOf(scenario).find(({ mark }) => kind === `!${mark}`)
  const next = world.clients[subject]?.next ?? null
  const role = next === null ? undefined : requestKinds.get(next.kind)?.role
  if (strike !== undefined && role !== undefined && strike.roles.includes(role)) return 'it has happened often enough'
  return next === null ? 'there is nothing to strike now' : `${subject} asks for nothing of the kind now`
}
