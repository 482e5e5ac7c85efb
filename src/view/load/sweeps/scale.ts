/**
 * The x axis of a sweep: its values at equal distances, because each is a few times the last one, and anything between
 * two of them where its logarithm says. Zero has no logarithm: what lies between it and the next value lies evenly.
 */
export function placeOf(values: readonly number[], ms: number): number {
  const last = values.length - 1
  const at = values.findIndex((value) => value >= ms)
  if (at <= 0) return at === 0 ? 0 : last
  const [low, high] = [values[at - 1] ?? 0, values[at] ?? 0]
  const share = low === 0 ? ms / high : Math.log(ms / low) / Math.log(high / low)
  return at - 1 + share
}
