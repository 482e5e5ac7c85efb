/** The end of a link: which steps have been taken, and at which of them the reader stands. */

/** The link with `run=T1+T1+T2` and, past the start, `at=2`. */
export function withRun(link: string, schedule: readonly string[], step: number): string {
  const run = `${link}${link.includes('?') ? '&' : '?'}run=${schedule.join('+')}`
  return step > 0 ? `${run}&at=${step}` : run
}
