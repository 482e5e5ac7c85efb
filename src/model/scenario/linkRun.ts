/** The end of a link: which steps have been taken, and at which of them the reader stands. */

const withWord = (link: string, word: string): string => `${link}${link.includes('?') ? '&' : '?'}${word}`

/** The link with `at=2`, past the start. */
export const withStep = (link: string, step: number): string => (step > 0 ? withWord(link, `at=${step}`) : link)

/** The link with `run=T1+T1+T2` and, past the start, `at=2`. */
export const withRun = (link: string, schedule: readonly string[], step: number): string =>
  withStep(withWord(link, `run=${schedule.join('+')}`), step)

/** The link with `drawn=312` and `run=T1`, as far as a run differs from the one that its seed has drawn. */
export function withDrawnRun(link: string, drawn: readonly string[], schedule: readonly string[]): string {
  const first = schedule.findIndex((word, index) => word !== drawn[index])
  const count = first === -1 ? schedule.length : first
  if (count === drawn.length && count === schedule.length) return link
  const begun = withWord(link, `drawn=${count}`)
  return count === schedule.length ? begun : withWord(begun, `run=${schedule.slice(count).join('+')}`)
}
