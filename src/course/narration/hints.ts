/** A hint as sentences, from the least that helps to all there is to say: they are given one at a time. */
import { replay } from '../../model/engine/replay'
import type { Trace } from '../../model/engine/trace'
import type { Hint } from '../../model/explore/hints/hint'
import { propertyNamed } from '../../model/properties'
import { switchNamed } from '../../model/scenario/switches'
import { compareRuns } from './compareRuns'

const titleOf = (name: string): string => `“${propertyNamed(name)?.title ?? name}”`

const counted = (steps: number): string => (steps === 1 ? 'one step' : `${steps} steps`)

/** Who moves with a word, as a subject: `T2` moves, anything else happens. */
function moves(trace: Trace, word: string): string {
  const [name = ''] = word.split(/[:!]/, 1)
  const isClient = trace.scenario.clients.some((client) => client.name === name)
  if (!isClient) return `Let ${word} happen next.`
  return word === name ? `Let ${name} go next.` : `Let ${name} go next, as ${word}.`
}

function ahead(trace: Trace, hint: Extract<Hint, { type: 'ahead' }>): readonly string[] {
  const { schedule, property } = hint
  const [word] = schedule
  if (word === undefined) return [`${titleOf(property)} is violated if the run ends here.`]
  const way = schedule.length > 1 ? [`The whole way: ${schedule.join(' ')}.`] : []
  return [`${titleOf(property)} can be violated ${counted(schedule.length)} from here.`, moves(trace, word), ...way]
}

function guard(trace: Trace, { property, help }: Extract<Hint, { type: 'guard' }>): readonly string[] {
  const found = switchNamed(help.switchId)
  const step = trace.steps[help.step - 1]
  const from = `${titleOf(property)} is violated by now. A guard could have changed that as late as step ${help.step}.`
  if (found === undefined || step === undefined) return [from]
  const guarded = replay(
    found.apply(trace.scenario, true),
    trace.steps.map(({ word }) => word),
  )
  return [from, `It is “${found.title}”: ${found.says}.`, `With it on: ${compareRuns(trace, guarded).text}`]
}

/** The sentences of a hint for the run so far. */
export function hintSentences(trace: Trace, hint: Hint): readonly string[] {
  switch (hint.type) {
    case 'ahead':
      return ahead(trace, hint)
    case 'guard':
      return guard(trace, hint)
    case 'safe':
      return [
        `Nothing that can still happen violates anything that is checked: all ${hint.worlds.toLocaleString('en')} worlds ahead were looked at. Go back a few steps, or undo.`,
      ]
    case 'no guard':
      return [`${titleOf(hint.property)} is violated by now, and no single guard would have changed that in this run.`]
    case 'unknown':
      return [`There is no hint: ${hint.reason}`]
  }
}
