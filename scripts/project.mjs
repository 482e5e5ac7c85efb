/**
 * What every script needs to know about this checkout: where it is, whether Node fits, whether the packages are the ones
 * in the lock file, and whether an output is newer than what it was made from. Plain Node: it runs before any install.
 */
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), '..')

/** @param {string} path */
const readJson = (path) => JSON.parse(readFileSync(join(projectRoot, path), 'utf8'))

/**
 * One sentence when this Node does not fit, otherwise nothing. Understands the two forms that `engines` uses: ^a.b and >=a.
 * @param {string} version
 * @param {string} range
 * @returns {string | null}
 */
export function nodeProblem(version, range) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  const fits = range.split('||').some((part) => {
    const match = /^\s*(\^|>=)(\d+)(?:\.(\d+))?\s*$/.exec(part)
    if (match === null) throw new Error(`package.json: engines.node has a part that is not understood: "${part}"`)
    const [, operator, wantedMajor, wantedMinor = '0'] = match
    if (operator === '>=' && major > Number(wantedMajor)) return true
    return major === Number(wantedMajor) && minor >= Number(wantedMinor)
  })
  return fits ? null : `CacheScope needs Node ${range}, and this is ${version}.`
}

/** Stops with one sentence when this Node does not fit. */
export function requireNode() {
  const problem = nodeProblem(process.version, readJson('package.json').engines.node)
  if (problem === null) return
  console.error(problem)
  process.exit(1)
}

/**
 * Runs a program and resolves with its exit code; what it prints goes to stderr, so that stdout stays the script's own.
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export function run(command, args) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: projectRoot,
      stdio: ['ignore', 2, 2],
      env: toolEnvironment(),
      shell: process.platform === 'win32' && !command.endsWith('.exe'),
    })
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`)
      done(1)
    })
    child.on('close', (code) => {
      done(code ?? 1)
    })
  })
}

/** Vite warns about imports without an extension in its configuration; the project writes none anywhere. */
export const toolEnvironment = () => ({ ...process.env, VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' })

/**
 * The script behind a package's command, to be run with this very Node.
 * @param {string} packageName
 * @param {string} [command]
 * @returns {string}
 */
export function toolPath(packageName, command = packageName) {
  const { bin } = readJson(join('node_modules', packageName, 'package.json'))
  return join(projectRoot, 'node_modules', packageName, typeof bin === 'string' ? bin : bin[command])
}

/**
 * Whether every package of a lock file is installed in that version. Contents are compared, because an editor or a checkout
 * touches times; optional packages may be missing, because most are for other platforms.
 * @param {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>} locked
 * @param {Record<string, { version?: string }>} installed
 */
export function holdsEveryPackage(locked, installed) {
  return Object.entries(locked).every(([path, entry]) => {
    if (path === '') return true
    const found = installed[path]
    return found === undefined ? Boolean(entry.optional ?? entry.devOptional) : found.version === entry.version
  })
}

/** @returns {boolean} */
function isInstalled() {
  const installedPath = 'node_modules/.package-lock.json'
  if (!existsSync(join(projectRoot, installedPath))) return false
  return holdsEveryPackage(readJson('package-lock.json').packages, readJson(installedPath).packages)
}

/** Installs exactly the lock file when that is not what is installed; stops the script when it cannot. */
export async function ensureInstalled() {
  if (isInstalled()) return
  console.error('Installing the packages of the lock file ...')
  const npm = process.env['npm_execpath']
  const code = npm?.endsWith('.js') ? await run(process.execPath, [npm, 'ci']) : await run('npm', ['ci'])
  if (code === 0) return
  console.error('The install failed: see the lines above; "npm ci" repeats it.')
  process.exit(1)
}

/**
 * The newest time in a file or folder, tests aside. Folders count too, or a deletion would go unnoticed.
 * @param {string} path
 * @returns {number}
 */
function newest(path) {
  const absolute = join(projectRoot, path)
  if (!existsSync(absolute)) return 0
  const stat = statSync(absolute)
  if (!stat.isDirectory()) return /\.test\.tsx?$/.test(path) ? 0 : stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(absolute).map((name) => newest(join(path, name))))
}

/**
 * Whether an output is at least as new as everything it was made from.
 * @param {string} output
 * @param {string[]} sources
 */
export function isFresh(output, sources) {
  const absolute = join(projectRoot, output)
  return existsSync(absolute) && statSync(absolute).mtimeMs >= Math.max(...sources.map(newest))
}
