/**
 * `npm test`: every gate, from a fresh clone. `npm test -- unit lint` runs only those. The last line is the sum.
 */
import { ensureInstalled, requireNode } from './project.mjs'

requireNode()
await ensureInstalled()
const { gates } = await import('./gates.mjs')

const wanted = process.argv.slice(2)
const all = gates()
const unknown = wanted.filter((name) => !all.some((gate) => gate.name === name))
if (unknown.length > 0) {
  console.error(`There is no gate "${unknown.join('", "')}"; there are ${all.map(({ name }) => name).join(', ')}.`)
  process.exit(1)
}

const sum = { passed: 0, failed: 0 }
for (const gate of all.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const began = performance.now()
  const { passed, failed, output } = await gate.run()
  sum.passed += passed
  sum.failed += failed
  if (failed > 0 || gate.name === 'budgets') console.log(output.trimEnd())
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const counts = passed + failed === 1 ? '' : `, ${String(passed)} passed, ${String(failed)} failed`
  console.log(`${failed === 0 ? 'ok  ' : 'FAIL'} ${gate.name.padEnd(8)} ${seconds.padStart(6)} s${counts}`)
}
console.log(`${String(sum.passed)} passed, ${String(sum.failed)} failed`)
process.exitCode = sum.failed === 0 ? 0 : 1
