/** From the address to a run: what the Lab opens with, and what there is to say about it. */
import { catalogue, scenarioNamed } from '../../model/scenario/catalogue'
import { isProblem, readLink, writeLink, type Moment } from '../../model/scenario/link'
import { openingOf } from '../../model/run/course'
import type { PackedPrograms } from '../../model/scenario/linkOwn'
import type { Scenario } from '../../model/scenario/scenario'
import type { Opening } from '../player/moment'
import type { PlayerState } from '../player/player'
import { wordsTo } from '../player/runTree'

export interface Opened {
  readonly opening: Opening
  /** Learners' programs of the link, which are yet to be unpacked and checked; absent where there are none. */
  readonly own?: PackedPrograms
  /** Why the link was not followed, in one sentence; null when it was. */
  readonly problem: string | null
}

/** The scenario that the Lab opens with when nothing is asked for. */
function firstScenario(): Scenario {
  const [first] = catalogue
  if (first === undefined) throw new Error('The catalogue is empty.')
  return first
}

const openedAt = (base: Scenario): Opening => ({ base, schedule: openingOf(base), step: 0 })

/** A link that cannot be followed opens the scenario that it names, or else the first one, and says why. */
function openedInstead(hash: string, message: string): Opened {
  const named = scenarioNamed(/^#?\/?lab\/([a-z0-9-]+)/.exec(hash)?.[1] ?? '')
  const instead = named
    ? 'The scenario it names is open from its start instead.'
    : 'The first scenario is open instead.'
  return {
    opening: openedAt(named ?? firstScenario()),
    problem: `The link could not be followed. ${message} ${instead}`,
  }
}

/** Reads the part of the address behind the `#`. */
export function openedBy(hash: string): Opened {
  if (/^#?\/?lab\/?$/.test(hash)) return { opening: openedAt(firstScenario()), problem: null }
  const read = readLink(hash)
  if (isProblem(read)) return openedInstead(hash, read.message)
  const base = scenarioNamed(read.scenario) ?? read.edited
  const { schedule, step, beside, own } = read
  const opening = { base, scenario: read.edited, schedule, step, ...(beside && { beside }) }
  return { opening, problem: null, ...(own !== undefined && { own }) }
}

type Shown = Pick<PlayerState, 'base' | 'scenario' | 'tree' | 'tip' | 'playhead' | 'beside'>

/** What the player shows, as a link tells it. */
export const momentShown = ({ base, scenario, tree, tip, playhead, beside }: Shown): Moment => ({
  scenario: base.scenario,
  edited: scenario,
  schedule: wordsTo(tree, tip),
  step: playhead,
  ...(beside.length > 0 && { beside }),
})

/** The address of what the player shows. */
export const addressOf = (state: PlayerState): string => writeLink(momentShown(state))
