/**
 * `npm run mutants`: puts deliberate lies into the model, one at a time, and reports which of them a test noticed.
 * `-- --sample` tells a few; `-- WORD ...` those about something, e.g. `-- lease`.
 */
import { lies, sample } from './mutants/list.mjs'
import { openLane } from './mutants/lane.mjs'
import { ensureInstalled, requireNode } from './project.mjs'

const LANES = 2

requireNode()
await ensureInstalled()
const words = process.argv.slice(2)
const isSample = words.includes('--sample')
const names = words.filter((word) => !word.startsWith('--'))
const chosen = isSample ? sample : lies.filter(({ of }) => names.length === 0 || names.includes(of))
if (chosen.length === 0) {
  console.error(`No lie is about ${names.join(' or ')}; there are lies about ${lies.map(({ of }) => of).join(', ')}.`)
  process.exit(1)
}

const lanes = Array.from({ length: LANES }, (_, index) => openLane(`lane-${index + 1}`))
const tests = [...new Set(chosen.flatMap((lie) => lie.tests))]
const truth = await lanes[0]?.run(tests)
if (truth === undefined || truth.failed > 0 || truth.passed === 0) {
  console.error('The tests fail before any lie is told, so that they prove nothing. Mend them first.')
  console.error(truth?.output.slice(-4000))
  process.exit(1)
}

const waiting = [...chosen]
/** @type {{ lie: import('./mutants/lie.mjs').Lie, isCaught: boolean }[]} */
const told = []
await Promise.all(
  lanes.map(async (lane) => {
    for (let lie = waiting.shift(); lie !== undefined; lie = waiting.shift()) {
      const { failed } = await lane.tell(lie)
      told.push({ lie, isCaught: failed > 0 })
      console.log(`${failed > 0 ? 'caught ' : 'MISSED '} ${lie.of.padEnd(28)} ${lie.says}`)
    }
  }),
)
for (const lane of lanes) lane.close()
const missed = told.filter(({ isCaught }) => !isCaught)
console.log(`${told.length - missed.length} of ${told.length} lies caught`)
process.exitCode = missed.length === 0 ? 0 : 1
