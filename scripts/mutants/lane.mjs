/**
 * A copy of the project in which lies are told: the tests run there, and the project itself is never touched.
 */
import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot, toolEnvironment, toolPath } from '../project.mjs'
import { told } from './lie.mjs'

const copied = [
  ...['src', 'build', 'lessons', 'scripts', 'package.json', 'vite.config.ts', 'vitest.seed.ts', 'vitest.setup.ts'],
  ...['tsconfig.json', 'tsconfig.base.json', 'tsconfig.model.json', 'tsconfig.node.json', 'README.md', 'docs'],
]

/** Tests that take longer have not noticed anything: a lie may make a search go on for ever. */
const MINUTES_MAX = 10

/** @typedef {{ failed: number, passed: number, output: string }} Ran */

/**
 * Makes the copy; `name` is its folder below `.cache/mutants`.
 * @param {string} name
 */
export function openLane(name) {
  const root = join(projectRoot, '.cache/mutants', name)
  rmSync(root, { recursive: true, force: true })
  mkdirSync(root, { recursive: true })
  for (const path of copied)
    if (existsSync(join(projectRoot, path))) cpSync(join(projectRoot, path), join(root, path), { recursive: true })
  symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'), 'junction')
  return {
    /** @param {readonly string[]} tests */
    run: (tests) => runTests(root, tests),
    /**
     * Tells one lie, runs the tests, and takes it back.
     * @param {import('./lie.mjs').Lie} lie
     */
    async tell(lie) {
      const path = join(root, lie.file)
      const truth = readFileSync(path, 'utf8')
      writeFileSync(path, told(truth, lie))
      try {
        return await runTests(root, lie.tests, ['--bail=1'])
      } finally {
        writeFileSync(path, truth)
      }
    },
    close: () => rmSync(root, { recursive: true, force: true }),
  }
}

/**
 * What failed, a line each: a test by its name, or a file that could not be run.
 * @param {{ testResults: { name: string, status: string, message: string, assertionResults: { status: string, fullName: string }[] }[] } | null} report
 */
const failuresIn = (report) =>
  (report?.testResults ?? [])
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, message, assertionResults }) => {
      const failed = assertionResults.filter((test) => test.status === 'failed')
      return failed.length === 0 ? [`${name}: ${message}`] : failed.map(({ fullName }) => `${name}: ${fullName}`)
    })
    .join('\n')

/**
 * @param {string} root
 * @param {readonly string[]} tests
 * @param {readonly string[]} options
 * @returns {Promise<Ran>}
 */
function runTests(root, tests, options = []) {
  const report = join(root, 'report.json')
  rmSync(report, { force: true })
  const args = ['run', '--project', 'node', '--reporter=json', `--outputFile=${report}`, ...options, ...tests]
  return new Promise((done) => {
    const child = spawn(process.execPath, [toolPath('vitest'), ...args], { cwd: root, env: toolEnvironment() })
    const limit = setTimeout(() => child.kill('SIGKILL'), MINUTES_MAX * 60_000)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
    child.on('close', () => {
      clearTimeout(limit)
      const found = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null
      done({
        failed: (found?.numFailedTests ?? 0) + (found?.numFailedTestSuites > 0 && found.numFailedTests === 0 ? 1 : 0),
        passed: found?.numPassedTests ?? 0,
        output: `${output}\n${failuresIn(found)}`,
      })
    })
  })
}
