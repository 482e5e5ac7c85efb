/**
 * The corpus of saved links: every kind of word that a link was ever given away with, and what it must restore, for ever.
 *
 * A text of blocks. The first line of a block is a link, the indented ones below it say what it restores; a line that
 * begins with `%` is a remark. A block is never changed and never taken out: a later release adds blocks. Where one no
 * longer opens as it says, the release is wrong and not the block.
 */
import type { Moment } from '../scenario/link'
import { printScenario } from '../scenario/print'
import type { Scenario } from '../scenario/scenario'

export interface SavedLink {
  readonly link: string
  /** One fact a line. */
  readonly restores: readonly string[]
}

export function savedLinksIn(text: string): readonly SavedLink[] {
  const blocks: { link: string; restores: string[] }[] = []
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('%')) continue
    if (line.startsWith('  ')) blocks.at(-1)?.restores.push(line.slice(2))
    else blocks.push({ link: line, restores: [] })
  }
  return blocks
}

/** What a link to the Lab restores: what is chosen, the run and the step. Titles and texts may be improved. */
export function restoredMoment({ scenario, edited, schedule, step, beside = [] }: Moment): readonly string[] {
  const chosen = printScenario({ ...edited, title: '', about: '', twin: '', expect: {}, schedule: [] })
  const run = schedule.length > 200 ? `${schedule.slice(0, 200).join(' ')} ... ${schedule.length}` : schedule.join(' ')
  const others = beside.map((other) => `beside: ${choicesOf(other)}`)
  return [`on ${scenario}`, ...chosen.trim().split('\n').slice(1), `run: ${run}`.trim(), `at: ${step}`, ...others]
}

/** What a scenario beside another may choose otherwise. */
const choicesOf = (scenario: Scenario): string =>
  printScenario(scenario)
    .split('\n')
    .filter((line) => /^(protocol|guards|faults):/.test(line))
    .join(', ')
