/** What the Lab calls what it shows: the catalogue's own words, unless other clients do other things than its scenario says. */
import { ownTitle } from '../../model/own/own'
import { protocols } from '../../model/protocols'
import type { Scenario } from '../../model/scenario/scenario'
import { hasSameWorkload } from '../../model/scenario/workload'
import type { PlayerState } from '../player/player'

export interface Heading {
  readonly title: string
  readonly about: string
}

const patternsOf = ({ protocol, own = {} }: Scenario): string => {
  const read = own.read ? ownTitle('read') : (protocols.read[protocol.read]?.title ?? protocol.read)
  const write = own.write ? ownTitle('write') : (protocols.write[protocol.write]?.title ?? protocol.write)
  return `${read}, ${write.charAt(0).toLowerCase()}${write.slice(1)}`
}

/** Somebody has given it words of its own. */
const isNamed = (base: Scenario, { title, about }: Scenario): boolean => title !== base.title || about !== base.about

export const headingOf = ({ base, scenario }: Pick<PlayerState, 'base' | 'scenario'>): Heading =>
  isNamed(base, scenario) || hasSameWorkload(base, scenario)
    ? { title: scenario.title, about: scenario.about }
    : {
        title: patternsOf(scenario),
        about: `Clients or start are not those of “${base.title}”. Set back to return to it.`,
      }
