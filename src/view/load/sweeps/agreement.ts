/** Whether the runs of a sweep keep to the boundary that the explorer has proved, in one sentence. */
import type { Metrics } from '../../../model/load/result'
import type { Boundary } from '../../../model/load/sweep'
import { counted } from '../format'

/** What a value of the parameter allows at most; null where it allows anything. */
export function boundAt({ zero }: Pick<Boundary, 'zero'>, ms: number): number | null {
  switch (zero.kind) {
    case 'everywhere':
      return 0
    case 'nowhere':
      return null
    case 'from':
      return ms >= zero.ms ? 0 : null
    case 'until':
      return ms <= zero.ms ? 0 : null
    case 'below':
      return ms + zero.extraMs
  }
}

export function agreementOf(
  boundary: Pick<Boundary, 'zero' | 'metric'>,
  values: readonly number[],
  points: readonly (Metrics | null)[],
): string {
  const judged = values.flatMap((ms, at) => {
    const bound = boundAt(boundary, ms)
    const metrics = points[at]
    if (bound === null || metrics === null || metrics === undefined) return []
    return [(metrics[boundary.metric] ?? 0) <= bound]
  })
  if (judged.length === 0) return ''
  const broken = judged.filter((isKept) => !isKept).length
  if (broken === 0)
    return `The runs agree at ${judged.length === 1 ? 'the one value' : `all ${judged.length} values`} that it speaks of.`
  return `The runs disagree at ${counted(broken, 'value')}: please report it.`
}
