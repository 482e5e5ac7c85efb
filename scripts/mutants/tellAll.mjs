/** Tells lies, as many at once as there are lanes, and says of each whether it was noticed. */

/**
 * @typedef {import('./lie.mjs').Lie} Lie
 * @typedef {import('./lane.mjs').Ran} Ran
 * @typedef {{ run: (tests: readonly string[]) => Promise<Ran>, tell: (lie: Lie) => Promise<Ran> }} Lane
 */

/**
 * Returns the exit code: 0 where every lie was noticed. Tests that fail before any lie is told prove nothing, and
 * neither do tests that do not run; so both count against whoever asks.
 * @param {readonly Lie[]} lies
 * @param {readonly Lane[]} lanes
 * @param {(line: string) => void} say
 * @returns {Promise<number>}
 */
export async function tellAll(lies, lanes, say) {
  const truth = await lanes[0]?.run([...new Set(lies.flatMap(({ tests }) => tests))])
  if (truth === undefined || truth.failed > 0 || truth.passed === 0) {
    say('The tests fail before any lie is told, so that they prove nothing. Mend them first.')
    say(truth?.output.slice(-4000) ?? '')
    return 1
  }
  const waiting = [...lies]
  let missed = 0
  await Promise.all(
    lanes.map(async (lane) => {
      for (let lie = waiting.shift(); lie !== undefined; lie = waiting.shift()) {
        const { failed } = await lane.tell(lie)
        if (failed === 0) missed++
        say(`${failed > 0 ? 'caught ' : 'MISSED '} ${lie.of.padEnd(28)} ${lie.says}`)
      }
    }),
  )
  say(`${lies.length - missed} of ${lies.length} lies caught`)
  return missed === 0 ? 0 : 1
}
