/**
 * The gates in the order in which they are cheap to fail. A gate is one or more commands; two of them count their own
 * tests, every other is one.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ensureChromium } from './chromium.mjs'
import { projectRoot, toolEnvironment, toolPath } from './project.mjs'

/**
 * @typedef {{ passed: number, failed: number, output: string }} Outcome
 * @typedef {{ name: string, run: () => Promise<Outcome> }} Gate
 */

/**
 * Runs one Node script to its end and keeps what it prints.
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [extra]
 * @returns {Promise<{ code: number, output: string }>}
 */
function node(args, extra = {}) {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, { cwd: projectRoot, env: { ...toolEnvironment(), ...extra } })
    let output = ''
    const keep = (/** @type {Buffer} */ chunk) => (output += chunk.toString())
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.stdin.end()
    child.on('close', (code) => {
      done({ code: code ?? 1, output })
    })
  })
}

/**
 * A gate that counts as one: every command must succeed.
 * @param {string[][]} commands
 * @returns {() => Promise<Outcome>}
 */
const allSucceed = (commands) => async () => {
  const results = await Promise.all(commands.map((args) => node(args)))
  const isGood = results.every(({ code }) => code === 0)
  const output = results.map((result) => result.output).join('')
  return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, output }
}

/**
 * A gate whose tool writes its counts to a file. A run that leaves no file, or that ran nothing, has failed.
 * @param {string[]} args
 * @param {string} reportPath
 * @param {NodeJS.ProcessEnv} environment
 * @param {(report: any) => { passed: number, failed: number }} read
 * @returns {Promise<Outcome>}
 */
async function counted(args, reportPath, environment, read) {
  const report = join(projectRoot, reportPath)
  rmSync(report, { force: true })
  mkdirSync(dirname(report), { recursive: true })
  const { code, output } = await node(args, environment)
  const { passed, failed } = existsSync(report)
    ? read(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: 0 }
  const isSilentFailure = failed === 0 && (code !== 0 || passed === 0)
  return { passed, failed: isSilentFailure ? 1 : failed, output }
}

const unit = () =>
  counted(
    [toolPath('vitest'), 'run', '--reporter=default', '--reporter=json', '--outputFile.json=.cache/unit.json'],
    '.cache/unit.json',
    {},
    ({ numPassedTests, numFailedTests }) => ({ passed: numPassedTests, failed: numFailedTests }),
  )

/** @returns {Promise<Outcome>} */
async function e2e() {
  const chromium = await ensureChromium()
  if (chromium === null) return { passed: 0, failed: 1, output: '' }
  const reportPath = '.cache/e2e.json'
  return counted(
    [toolPath('@playwright/test', 'playwright'), 'test', '--reporter=line,json'],
    reportPath,
    { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: join(projectRoot, reportPath) },
    ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }),
  )
}

const project = (/** @type {string} */ config) => [toolPath('typescript', 'tsc'), '--noEmit', '-p', config]

/**
 * Built on demand, because the tools' places are known only after the install.
 * @returns {Gate[]}
 */
export const gates = () => [
  { name: 'format', run: allSucceed([[toolPath('prettier'), '--check', '--log-level', 'warn', '.']]) },
  { name: 'types', run: allSucceed(['tsconfig.model.json', 'tsconfig.json', 'tsconfig.node.json'].map(project)) },
  { name: 'lint', run: allSucceed([[toolPath('eslint'), '.', '--max-warnings', '0']]) },
  { name: 'unit', run: unit },
  { name: 'mutants', run: allSucceed([['scripts/mutants.mjs', '--sample']]) },
  {
    name: 'lessons',
    run: allSucceed([['scripts/cachescope.mjs', 'check', 'lessons', 'src/model/scenario/catalogue']]),
  },
  { name: 'deadcode', run: allSucceed([[toolPath('knip'), '--treat-config-hints-as-errors']]) },
  { name: 'licences', run: allSucceed([['scripts/notices.mjs', '--check']]) },
  { name: 'build', run: allSucceed([['scripts/build.mjs']]) },
  { name: 'budgets', run: allSucceed([['scripts/budgets.mjs']]) },
  { name: 'diagrams', run: allSucceed([['scripts/diagrams.mjs', '--check']]) },
  { name: 'e2e', run: e2e },
]
