/**
 * A moment in the Lab as a link, in words: `#/lab/stale-fill?lease=wait&run=T1+T1+T2&at=3`.
 *
 * The base scenario is named; what was edited stands behind it: guards by their name (`off` for one that
 * the base has), patterns as `read` and `write`, faults by theirs, other clients and another start, then the schedule
 * and the step.
 * Nothing is encoded, so a link can be read aloud. Format version 1: later versions add words and never
 * change the meaning of one. A scenario's title and what it is about stay those of its base.
 * `beside=lease:wait` shows other choices on the same schedule: `beside.ts` says how they are written.
 * Only a learner's program is no word: it stands behind `own-read` or `own-write`, compressed.
 * A run that a seed has drawn is too long for a link: `drawn=312&run=T1` are its first 312 steps, and then one of T1's.
 */
import { scenarioNamed, catalogue } from './catalogue'
import { besideOf, besideWord } from './beside'
import { LINK_MAX } from './limits'
import { LinkProblem, parametersOf, partsOf } from './linkText'
import { edited } from './linkEdits'
import { withDrawnRun, withRun, withStep, withWord, wordsOfRun } from './linkRun'
import { packedIn, type PackedPrograms } from './linkOwn'
import { linkTo } from './linkWords'
import { suggestion } from './names'
import { quoted, type Problem } from './problem'
import { scheduleWordProblem } from './scheduleWords'
import { keysOf, type Scenario } from './scenario'
import { openingOf } from '../run/course'

/** What a link restores. */
export interface Moment {
  /** Name of the base scenario in the catalogue. */
  readonly scenario: string
  /** The base scenario with what was switched. */
  readonly edited: Scenario
  readonly schedule: readonly string[]
  /** How many steps of the schedule have been taken. */
  readonly step: number
  /** Other scenarios that are seen on the same schedule; absent where there are none. */
  readonly beside?: readonly Scenario[]
  /** Learners' programs, to be unpacked and put into the scenario by whoever opens the link; absent where there are none. */
  readonly own?: PackedPrograms
}

/** The hash of a moment, beginning with `#/lab/`. */
export function writeLink({ scenario, edited, schedule, step, beside = [] }: Moment): string {
  const base = scenarioNamed(scenario)
  const alone = base === undefined ? `#/lab/${scenario}` : linkTo(base, edited)
  const others = base === undefined ? null : besideWord(base, beside)
  const link = others === null ? alone : withWord(alone, others)
  if (edited.seed !== undefined) return withStep(withDrawnRun(link, openingOf(edited), schedule), step)
  const opens = step === 0 && base !== undefined && schedule.join() === base.schedule.join()
  return opens ? link : withRun(link, schedule, step)
}

/** Reads a hash; a link that cannot be followed is one problem, with the column at which it goes wrong. Never throws. */
export function readLink(text: string): Moment | Problem {
  try {
    return momentOf(text)
  } catch (error) {
    if (error instanceof LinkProblem) return error.problem
    return new LinkProblem(0, 'This link cannot be read. Copy it again, whole.').problem
  }
}

export const isProblem = (read: Moment | Problem): read is Problem => 'message' in read

function momentOf(text: string): Moment {
  if (text.length > LINK_MAX)
    throw new LinkProblem(0, `The link has more than ${LINK_MAX / 1024} KiB, and none is that long. Copy it again.`)
  const { name, nameAt, query, queryAt } = partsOf(text)
  const base = scenarioNamed(name)
  if (base === undefined) {
    const known = catalogue.map(({ scenario }) => scenario)
    throw new LinkProblem(nameAt, `There is no scenario ${quoted(name)}. ${suggestion(name, known)}`)
  }
  const parameters = parametersOf(query, queryAt)
  const scenario = edited(base, parameters)
  const beside = besideOf(base, parameters)
  const own = packedIn(parameters)
  const schedule = scheduleOf(scenario, parameters.get('run'), parameters.get('drawn'))
  const step = stepOf(parameters.get('at'), schedule.length)
  return {
    ...{ scenario: base.scenario, edited: scenario, schedule, step },
    ...(beside.length > 0 && { beside }),
    ...(Object.keys(own).length > 0 && { own }),
  }
}

interface Place {
  readonly value: string
  readonly at: number
}

function scheduleOf(scenario: Scenario, run: Place | undefined, drawn: Place | undefined): readonly string[] {
  // Before anything is drawn, which may be thousands of steps: a word that names none is refused at once.
  const words = run === undefined ? [] : wordsIn(run, scenario)
  if (run !== undefined && drawn === undefined) return words
  const opening = openingOf(scenario)
  return drawn === undefined ? opening : [...opening.slice(0, drawnOf(drawn, scenario, opening.length)), ...words]
}

function wordsIn(run: Place, scenario: Scenario): readonly string[] {
  const cast = { clients: scenario.clients.map(({ name }) => name), keys: keysOf(scenario) }
  const known = new Set<string>()
  return wordsOfRun(run).map(({ word, at }) => {
    const problem = known.has(word) ? null : scheduleWordProblem(word, cast)
    if (problem !== null) throw new LinkProblem(at, problem)
    known.add(word)
    return word
  })
}

/** How many steps of the drawn run have been taken before others. */
function drawnOf({ value, at }: Place, { seed }: Scenario, length: number): number {
  if (seed === undefined) throw new LinkProblem(at, 'Nothing is drawn here, because there is no seed. Add e.g. seed=1.')
  const count = /^\d{1,6}$/.test(value) ? Number(value) : -1
  if (count >= 0 && count <= length) return count
  throw new LinkProblem(at, `"drawn" must be a number from 0 to ${length}, the length of the drawn run. Change it.`)
}

function stepOf(place: Place | undefined, length: number): number {
  if (place === undefined) return 0
  const step = /^\d{1,6}$/.test(place.value) ? Number(place.value) : -1
  if (step >= 0 && step <= length) return step
  const range = length === 0 ? '0, because the run is empty' : `a number from 0 to ${length}, the length of the run`
  throw new LinkProblem(place.at, `"at" must be ${range}, and it is ${quoted(place.value)}. Change it or leave it out.`)
}
