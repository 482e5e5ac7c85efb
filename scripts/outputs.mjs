/**
 * The two things that are built: the page and the command line. Each carries the time at which its build began, so that a
 * file saved during the build makes it stale.
 */
import { existsSync, renameSync, rmSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { isFresh, projectRoot, run, toolPath } from './project.mjs'

const shared = [
  'package-lock.json',
  'vite.config.ts',
  'tsconfig.base.json',
  'build',
  'lessons',
  'src/model',
  'src/course',
]
const pageSources = [...shared, 'index.html', 'public', 'src', 'scripts/csp.mjs']
const commandLineSources = [...shared, 'src/cli']

const pageStamp = 'dist/.vite/manifest.json'
const commandLineFile = 'dist-cli/main.js'

export const pageFolder = join(projectRoot, 'dist')
export const commandLinePath = join(projectRoot, commandLineFile)

/**
 * @param {string[]} args
 * @param {string} stamp
 * @returns {Promise<boolean>}
 */
async function build(args, stamp) {
  const began = new Date()
  if ((await run(process.execPath, [toolPath('vite'), 'build', '--logLevel', 'warn', ...args])) !== 0) return false
  utimesSync(join(projectRoot, stamp), began, began)
  return true
}

export const buildPage = () => build([], pageStamp)

/** Builds the page when its sources are newer; false when the build fails. */
export async function ensurePage() {
  if (isFresh(pageStamp, pageSources)) return true
  console.error('Building the page ...')
  return buildPage()
}

/**
 * Builds the command line when its sources are newer; false when the build fails. The new one is made aside and moved into
 * place, so that a second command that runs meanwhile never loads half of it.
 */
export async function ensureCommandLine() {
  if (isFresh(commandLineFile, commandLineSources)) return true
  console.error('Building the command line ...')
  const aside = `dist-cli/.new-${String(process.pid)}`
  if (!(await build(['--ssr', 'src/cli/main.ts', '--outDir', aside], `${aside}/main.js`))) {
    rmSync(join(projectRoot, aside), { recursive: true, force: true })
    return false
  }
  moveIntoPlace(join(projectRoot, aside))
  return true
}

/** @param {string} aside */
function moveIntoPlace(aside) {
  const parked = join(projectRoot, `.dist-cli-${String(process.pid)}`)
  const place = join(projectRoot, 'dist-cli')
  renameSync(aside, parked)
  rmSync(place, { recursive: true, force: true })
  try {
    renameSync(parked, place)
  } catch (error) {
    // Another command was faster; what it built comes from the same sources.
    rmSync(parked, { recursive: true, force: true })
    if (!existsSync(place)) throw error
  }
}
