/**
 * `npm start`: from a fresh clone to one URL. Installs if needed, builds if needed, serves the built page.
 *   --port N        begin looking for a free port at N
 *   --fixed-port    fail rather than take another port
 *   --open          open the page in the default browser
 *   --no-build      serve what is built already
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensurePage, pageFolder } from './outputs.mjs'
import { ensureInstalled, requireNode } from './project.mjs'
import { serve } from './serve.mjs'

requireNode()
const { port, options } = readOptions()
if (options['no-build'] !== true) {
  await ensureInstalled()
  if (!(await ensurePage())) stop('The build failed: see the lines above.')
}
if (!existsSync(join(pageFolder, 'index.html'))) stop('Nothing is built yet: run "npm run build" first.')
try {
  const { url } = await serve({ root: pageFolder, port, isPortFixed: options['fixed-port'] === true })
  console.log(`CacheScope is at ${url}`)
  if (options.open === true) openBrowser(url)
} catch (error) {
  stop(`The page cannot be served: ${error instanceof Error ? error.message : String(error)}.`)
}

function readOptions() {
  try {
    const flag = /** @type {const} */ ({ type: 'boolean' })
    const { values } = parseArgs({
      options: { port: { type: 'string' }, open: flag, 'fixed-port': flag, 'no-build': flag },
    })
    const wanted = Number(values.port ?? 4173)
    if (Number.isInteger(wanted) && wanted >= 0 && wanted <= 65_535) return { port: wanted, options: values }
    return stop(`--port takes a number from 0 to 65535, not "${String(values.port)}".`)
  } catch (error) {
    return stop(error instanceof Error ? error.message : String(error))
  }
}

/** @param {string} url */
function openBrowser(url) {
  /** @type {Partial<Record<NodeJS.Platform, [string, string[]]>>} */
  const openers = { darwin: ['open', [url]], win32: ['cmd', ['/c', 'start', '', url]] }
  const [command, args] = openers[process.platform] ?? ['xdg-open', [url]]
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => {
      console.error(`No browser could be opened here ("${command}" is missing): open the address yourself.`)
    })
    .unref()
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}
