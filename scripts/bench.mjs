/**
 * `npm run bench`: the figures of the README, as a table. They are measured in Chromium on the built page, under its own
 * policy; times vary with the machine, so none of them is a gate. Counts are: they are compared and must be exact.
 */
import { spawnSync } from 'node:child_process'
import { chromium } from '@playwright/test'
import { createServer } from 'vite'
import { benchFrames } from './bench/frames.mjs'
import { benchHistories } from './bench/histories.mjs'
import { checkInPage } from './bench/inWorker.mjs'
import { benchLinks } from './bench/links.mjs'
import { benchLoad } from './bench/load.mjs'
import { benchMatrix } from './bench/matrix.mjs'
import { printTable, percentile } from './bench/table.mjs'
import { expected, threeClients } from './bench/threeClients.mjs'
import { chromiumFlags, ensureChromium } from './chromium.mjs'
import { commandLinePath, ensureCommandLine, ensurePage, pageFolder } from './outputs.mjs'
import { ensureInstalled, requireNode } from './project.mjs'
import { serve } from './serve.mjs'

requireNode()
await ensureInstalled()
const executablePath = await ensureChromium()
if (executablePath === null || !(await ensurePage()) || !(await ensureCommandLine())) process.exit(1)

const million = (/** @type {number} */ count) => `${(count / 1e6).toFixed(2)} M`
const ms = (/** @type {number} */ time) => `${time.toFixed(1)} ms`
const browser = await chromium.launch({ executablePath, args: chromiumFlags })
const server = await serve({ root: pageFolder, port: 4600 })

/** A page that has not started its worker, so that each bench starts its own. */
async function freshPage() {
  const page = await browser.newPage()
  await page.goto(`${server.url}#/course`, { waitUntil: 'networkidle' })
  return page
}

/** The catalogue as data, through the same plugins that build it into the page. */
async function catalogueAsData() {
  const vite = await createServer({ server: { middlewareMode: true }, appType: 'custom', logLevel: 'error' })
  const { catalogue } = await vite.ssrLoadModule('/src/model/scenario/catalogue/index.ts')
  await vite.close()
  return /** @type {any[]} */ (catalogue)
}

/** Fresh pages for the cold figure; the median of them counts. */
const COLD_RUNS = 5

/**
 * From asking to the answer in a worker that has never run, its start included.
 * @param {any} scenario
 */
async function coldTime(scenario) {
  const times = []
  for (let run = 0; run < COLD_RUNS; run++) {
    const page = await freshPage()
    const [answer] = await checkInPage(page, [scenario], 1)
    times.push(answer?.milliseconds[0] ?? NaN)
    await page.close()
  }
  return percentile(times, 50)
}

async function benchCatalogue() {
  const scenarios = await catalogueAsData()
  const warm = await checkInPage(await freshPage(), scenarios, 6)
  const measured = warm.map(({ report, milliseconds }, index) => ({
    scenario: scenarios[index],
    states: Number(report.states),
    median: percentile(milliseconds.slice(1), 50),
  }))
  const slowest = measured.reduce((a, b) => (b.median > a.median ? b : a))
  const largest = measured.reduce((a, b) => (b.states > a.states ? b : a))
  const named = (/** @type {typeof slowest} */ { scenario, states }) =>
    `${String(scenario.scenario)}, ${states.toLocaleString('en')} worlds`
  return [
    [`All verdicts, warm: slowest of ${String(scenarios.length)} (${named(slowest)})`, ms(slowest.median), '<= 16 ms'],
    [`All verdicts, worker just started (${named(largest)})`, ms(await coldTime(largest.scenario)), '<= 100 ms'],
  ]
}

async function benchThreeClients() {
  return [...(await threeClientsRows(true)), ...(await threeClientsRows(false)), ...nodeRows(true), ...nodeRows(false)]
}

const named = (/** @type {boolean} */ isSymmetric) =>
  isSymmetric ? 'alike clients interchangeable' : 'every world stored'

async function threeClientsRows(/** @type {boolean} */ isSymmetric) {
  const [answer] = await checkInPage(await freshPage(), [threeClients], 3, isSymmetric)
  const { report, milliseconds } = answer ?? { report: null, milliseconds: [] }
  const isExact = report?.states === expected.states && report.transitions === expected.transitions
  if (!isExact) process.exitCode = 1
  const rate = million((expected.states / Math.min(...milliseconds)) * 1000)
  const counts = `${String(report?.states)} worlds, ${String(report?.transitions)} transitions`
  return [
    [`Three clients of any three operations, ${named(isSymmetric)}: counts`, counts, isExact ? 'exact' : 'NOT EXACT'],
    ['The same, worlds a second in a Chromium worker', rate, isSymmetric ? '3 M' : 'report'],
  ]
}

function nodeRows(/** @type {boolean} */ isSymmetric) {
  const file = 'scripts/bench/threeClients.scenario.yaml'
  const options = ['bench', file, '--json', ...(isSymmetric ? [] : ['--every-world'])]
  const { stdout } = spawnSync(process.execPath, [commandLinePath, ...options], { encoding: 'utf8' })
  const { states, milliseconds, bytes } = JSON.parse(stdout)
  return [
    [`The same in Node, ${named(isSymmetric)}: worlds a second`, million((states / milliseconds) * 1000), 'report'],
    ['The same, bytes a world, tables included', (bytes / states).toFixed(1), '<= 32'],
  ]
}

async function frameRows() {
  const { frameP95, paintP50, paintP95, threeP50, threeP95 } = await benchFrames(/** @type {any} */ (browser))
  return [
    ['200 steps playing, 4x throttle: frame, 95th percentile', ms(frameP95), '<= 20 ms'],
    ['200 steps, 4x throttle: step to paint, median (95th)', `${ms(paintP50)} (${ms(paintP95)})`, '<= 80 ms'],
    ['The same with three stages side by side', `${ms(threeP50)} (${ms(threeP95)})`, '<= 120 ms'],
  ]
}

const rows = [
  ...(await benchCatalogue()),
  ...(await benchThreeClients()),
  ...(await benchMatrix(freshPage)),
  ...(await frameRows()),
  ...(await benchHistories()),
  ...(await benchLinks()),
  ...(await benchLoad()),
]
printTable([['what', 'measured', 'asked for'], .../** @type {[string, string, string][]} */ (rows)])
await browser.close()
await server.close()
