/** The conflicts at a step, as marks for the picture and as sentences for the transcript. */
import { markInWords, missedInWords, whyInWords } from '../../../course/narration/why'
import type { Trace } from '../../../model/engine/trace'
import type { Why } from '../../../model/explore/why/why'
import { nothingShown, type WhyShown } from './whyShown'

/** More marks than these would hide the picture; the list says the rest. */
const MARKS_MAX = 2

export function marksOf(trace: Trace, why: Why | null): WhyShown {
  if (why === null) return nothingShown
  const found = [
    ...(why.staleRead === null
      ? []
      : [{ conflict: why.staleRead, property: null, said: missedInWords(trace, why.staleRead) }]),
    ...why.properties.flatMap((now) =>
      now.conflict === null ? [] : [{ conflict: now.conflict, property: now.property, said: whyInWords(trace, now) }],
    ),
  ]
  const distinct = found.filter(
    ({ conflict }, index) => found.findIndex((other) => other.conflict.later === conflict.later) === index,
  )
  const marks = distinct.slice(0, MARKS_MAX).map(({ conflict, property }) => {
    const { earlier, later } = conflict
    return { earlier, later, text: markInWords(conflict, property) }
  })
  return { marks, said: [...new Set(found.map(({ said }) => said))].join(' ') }
}
