/** An experiment as the text of its file, such that parsing the text gives it back. What is plain is left out. */
import { list, map, text } from '../../scenario/yamlText'
import type { Experiment } from './experiment'
import { printedShape } from './fileShapes'
import { parts, valueOf } from './parts'
import { plainWorkload } from './plain'
import { isSame } from './shape'
import { strategyText } from './strategyText'

/** The text, ending with a line break. */
export function printWorkload({ workload, strategies }: Experiment): string {
  const plain = { ...workload, ...plainWorkload }
  const lines = new Map<string, string | [string, string][]>()
  for (const part of parts) {
    const value = valueOf(workload, part)
    if (isSame(value, valueOf(plain, part))) continue
    const [first, second] = part.path
    const printed = printedShape(part.shape, value)
    const before = lines.get(first)
    if (second === undefined) lines.set(first, printed)
    else lines.set(first, [...(Array.isArray(before) ? before : []), [second, printed]])
  }
  const all: [string, string][] = [
    ['workload', text(workload.workload)],
    ['title', text(workload.title)],
    ['about', text(workload.about)],
    ...[...lines].map(([name, value]): [string, string] => [name, typeof value === 'string' ? value : map(value)]),
    ['compare', strategies.length === 0 ? '' : list(strategies.map(strategyText))],
  ]
  return all.map(([name, value]) => (value === '' ? '' : `${name}: ${value}\n`)).join('')
}
