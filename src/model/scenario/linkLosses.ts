/** What a link cannot tell of a moment: titles and texts stay behind, and so does what is too long for an address. */
import { scenarioNamed } from './catalogue'
import { choosesTheSame } from './edits'
import { LINK_MAX } from './limits'
import { isProblem, readLink, writeLink, type Moment } from './link'
import type { Scenario } from './scenario'

const texts: readonly (readonly [says: string, of: (scenario: Scenario) => string])[] = [
  ['its title', ({ title }) => title],
  ['what it is about', ({ about }) => about],
  ['the verdicts that it expects', ({ expect }) => JSON.stringify(expect)],
]

/** The ends of a sentence that begins with `The link leaves out`; none where it restores all. */
export function linkLosses(moment: Moment): readonly string[] {
  const base = scenarioNamed(moment.scenario)
  const link = writeLink(moment)
  const left = texts.filter(([, of]) => base === undefined || of(base) !== of(moment.edited)).map(([says]) => says)
  if (link.length > LINK_MAX) return [...left, `all that goes beyond ${LINK_MAX / 1024} KiB, so that it does not open`]
  const read = readLink(link)
  if (isProblem(read)) return [...left, `something without which it does not open: ${read.message}`]
  const isSameRun = read.schedule.join() === moment.schedule.join() && read.step === moment.step
  if (!choosesTheSame(read.edited, moment.edited)) left.push('a part of what is chosen')
  else if (!isSameRun) left.push('a part of the run')
  return left
}
