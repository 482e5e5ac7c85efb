/**
 * `npm run mutants`: puts deliberate lies into the model, one at a time, and reports which of them a test noticed.
 * `-- --sample` tells a few; `-- WORD ...` those about something, e.g. `-- lease`.
 */
import { lies, sample } from './mutants/list.mjs'
import { openLane } from './mutants/lane.mjs'
import { tellAll } from './mutants/tellAll.mjs'
import { ensureInstalled, requireNode } from './project.mjs'

const LANES = 2

requireNode()
await ensureInstalled()
const words = process.argv.slice(2)
const isSample = words.includes('--sample')
const names = words.filter((word) => !word.startsWith('--'))
const unknown = names.filter((name) => !lies.some(({ of }) => of === name))
if (unknown.length > 0) {
  const known = [...new Set(lies.map(({ of }) => of))]
  console.error(`No lie is about ${unknown.join(' or ')}; there are lies about ${known.join(', ')}.`)
  process.exit(1)
}
const chosen = isSample ? sample : lies.filter(({ of }) => names.length === 0 || names.includes(of))

const lanes = Array.from({ length: LANES }, (_, index) => openLane(`lane-${index + 1}`))
process.exitCode = await tellAll(chosen, lanes, (line) => console.log(line))
for (const lane of lanes) lane.close()
