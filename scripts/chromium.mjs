/**
 * Finds a Chromium for the browser tests: CHROMIUM_PATH when set, then Playwright's own download, then the system's. On
 * Debian as root it can install the distribution's package; anywhere else it says in one sentence what to do.
 */
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './project.mjs'

const systemNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** @param {string | undefined} path */
function isExecutable(path) {
  if (path === undefined || path === '') return false
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * @param {string} ownPath where Playwright would keep its own Chromium
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {string | null}
 */
export function findChromium(ownPath, environment = process.env) {
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const onPath = folders.flatMap((folder) => systemNames.map((name) => join(folder, name)))
  return [environment['CHROMIUM_PATH'], ownPath, ...onPath].find(isExecutable) ?? null
}

/** Playwright's own path, without loading its test runner. */
export async function playwrightChromiumPath() {
  const { chromium } = await import('@playwright/test')
  return chromium.executablePath()
}

/** Flags for a browser that talks to nobody: the tests fail on any request to another origin. */
export const chromiumFlags = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const isDebianAsRoot = () =>
  process.getuid?.() === 0 &&
  existsSync('/etc/os-release') &&
  /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))

/**
 * A Chromium's path, after installing one where that is possible; null after having said what to do.
 * @returns {Promise<string | null>}
 */
export async function ensureChromium() {
  const ownPath = await playwrightChromiumPath()
  const found = findChromium(ownPath)
  if (found !== null) return found
  if (isDebianAsRoot()) {
    console.error('No Chromium was found; installing the package "chromium" ...')
    const isReady =
      (await run('apt-get', ['update', '-qq'])) === 0 &&
      (await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])) === 0
    const installed = isReady ? findChromium(ownPath) : null
    if (installed !== null) return installed
  }
  console.error(
    'No Chromium was found: install one (Debian: apt-get install chromium; elsewhere: npx playwright install chromium) or set CHROMIUM_PATH to its executable.',
  )
  return null
}
