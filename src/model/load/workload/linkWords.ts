/** The words of a link to an experiment: a preset by its name, and whatever is not as in it. */
import type { Experiment } from './experiment'
import { linkedShape } from './linkShapes'
import { parts, valueOf } from './parts'
import { isSame } from './shape'
import { strategyText } from './strategyText'

export const PREFIX = '#/load'

export const letters = ['a', 'b', 'c', 'd'] as const

/** The hash of an experiment, told as what differs from `base`. */
export function loadLinkTo(base: Experiment, { workload, strategies }: Experiment): string {
  const words = [`on=${base.workload.workload}`]
  for (const part of parts) {
    const value = valueOf(workload, part)
    if (!isSame(value, valueOf(base.workload, part))) words.push(`${part.name}=${linkedShape(part.shape, value)}`)
  }
  const texts = strategies.map(strategyText)
  if (!isSame(texts, base.strategies.map(strategyText)))
    for (const [index, text] of texts.entries()) words.push(`${letters[index] ?? ''}=${text}`)
  return `${PREFIX}?${words.join('&')}`
}
