/** Whether a workload means anything: each number within its limits, and each beside the others. */
import { meanOf } from '../chance/distribution'
import { grouped, LENGTH_MAX_MS, limitProblem, ROUNDS_MAX, TAIL_MAX } from './limits'
import { parts, valueOf } from './parts'
import { fieldsOf, variantOf, type Shape } from './shape'
import type { Distribution, Workload } from './workload'

/** What is wrong with a part; `place` is its name in a link, and within it the words of a file, joined by dots. */
export interface WorkloadProblem {
  readonly place: string
  readonly message: string
}

/** All that is wrong with a workload, wherever it came from; how its parts fit is only asked where each is right. */
export function workloadProblems(workload: Workload): readonly WorkloadProblem[] {
  const found = parts.flatMap((part) => problemsIn(part.shape, valueOf(workload, part), part.name))
  return found.length > 0 ? found : misfits(workload)
}

function problemsIn(shape: Shape, value: unknown, place: string): readonly WorkloadProblem[] {
  const refused = (message: string) => [{ place, message }]
  switch (shape.is) {
    case 'number': {
      const message = limitProblem(value, shape.limit)
      return message === null ? [] : refused(message)
    }
    case 'word':
      return shape.values.some((word) => word === value) ? [] : refused(`There is no such ${shape.what}.`)
    case 'flag':
      return typeof value === 'boolean' ? [] : refused('This must be true or false.')
    case 'option':
      return value === null ? [] : problemsIn(shape.of, value, place)
    case 'list': {
      if (!Array.isArray(value)) return refused(`This must be ${shape.expected.what}.`)
      if (value.length > shape.max)
        return refused(
          `There are ${value.length} of them, and nobody could tell more than ${shape.max} apart. Remove some.`,
        )
      return value.flatMap((item, index) => problemsIn(shape.of, item, `${place}.${index}`))
    }
    case 'choice': {
      const variant = variantOf(shape, value)
      if (variant === undefined) return refused(`This must be ${shape.expected.what}.`)
      const fields = fieldsOf(value)
      const inside = variant.fields.flatMap((field) =>
        problemsIn(field.shape, fields[field.property], `${place}.${field.word}`),
      )
      const pair = inside.length === 0 ? pairProblem(value as Distribution) : null
      return pair === null ? inside : [{ place: `${place}.${pair.word}`, message: pair.message }]
    }
  }
}

/** What is wrong with two numbers of a distribution beside each other. */
function pairProblem(value: Distribution): { readonly word: string; readonly message: string } | null {
  if (value.kind === 'uniform' && 'from' in value && value.from > value.to) {
    const message = `The times go from ${value.from} to ${value.to}, and that is backwards. Write the lesser one as "from".`
    return { word: 'to', message }
  }
  if (value.kind !== 'lognormal') return null
  const { median, p99 } = value
  if (p99 < median) {
    const more = `99 in 100 are below ${p99}, and half of them above ${median}, which cannot be.`
    return { word: 'p99', message: `${more} Write a p99 that is no less than the median.` }
  }
  if (p99 <= TAIL_MAX * median) return null
  const tail = `The p99 is more than ${grouped(TAIL_MAX)} times the median, and a few draws would outlast the whole run.`
  return { word: 'p99', message: `${tail} Write a p99 nearer to the median.` }
}

/** How long the run takes in virtual time, at least and roughly. */
export function expectedMs({ operations, arrivals }: Workload): number {
  if (arrivals.kind === 'open') return (operations / arrivals.perSecond) * 1000
  return (operations / arrivals.clients) * Math.max(0.001, meanOf(arrivals.think))
}

function misfits(workload: Workload): readonly WorkloadProblem[] {
  const { keys, popularity, writePopularity } = workload
  for (const [place, each] of [
    ['popularity', popularity],
    ['write-popularity', writePopularity],
  ] as const) {
    if (each?.kind !== 'hot' || each.keys < keys) continue
    const message =
      `There are ${grouped(each.keys)} hot keys among ${grouped(keys)}, and no other key is left for the rest. ` +
      'Write fewer hot keys, or popularity: uniform.'
    return [{ place: `${place}.hot`, message }]
  }
  const length = expectedMs(workload)
  if (length > LENGTH_MAX_MS)
    return [
      {
        place: 'arrivals',
        message:
          `The run would take ${grouped(Math.round(length / 86_400_000))} days of virtual time, and ` +
          `${grouped(LENGTH_MAX_MS / 86_400_000)} are the most. Write fewer operations, or let them come faster.`,
      },
    ]
  return rounds(workload, length)
}

const rounded = ['flush', 'sync', 'refresh'] as const

/** What comes round too often for the length of the run. */
function rounds({ flush, refreshMs }: Workload, length: number): readonly WorkloadProblem[] {
  const times = { flush: flush.everyMs, sync: flush.syncMs, refresh: refreshMs }
  return rounded.flatMap((place) => {
    const count = Math.floor(length / times[place])
    if (count <= ROUNDS_MAX) return []
    const message = `This would come round ${grouped(count)} times in the run, and ${grouped(ROUNDS_MAX)} are the most. Write a longer time.`
    return [{ place, message }]
  })
}
