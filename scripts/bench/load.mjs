/**
 * How long a run under load takes in Node, and how much memory: each in a process of its own, which has loaded the model
 * and nothing else, on a workload with a cache that is too small and a database that is busy.
 */
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const child = fileURLToPath(new URL('loadRun.mjs', import.meta.url))

/** Operations, what is asked for in seconds, and the patterns. */
const cases = /** @type {const} */ ([
  [1_000_000, 2, 'cache-aside', 'write-invalidate'],
  [1_000_000, 2, 'cache-aside', 'write-behind'],
  [10_000_000, 20, 'cache-aside', 'write-invalidate'],
])

const MEMORY_MAX = 150

/** The model of runs under load as one file, in a folder of its own. */
async function bundled() {
  const outDir = await mkdtemp(join(tmpdir(), 'cachescope-load-'))
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: 'src/model/load/index.ts', outDir, rollupOptions: { output: { entryFileNames: 'load.mjs' } } },
  })
  return outDir
}

/** @returns {Promise<[string, string, string][]>} rows of the table */
export async function benchLoad() {
  const folder = await bundled()
  const rows = cases.map(([operations, seconds, read, write]) => {
    const options = [child, join(folder, 'load.mjs'), String(operations), read, write]
    const { stdout, stderr } = spawnSync(process.execPath, options, { encoding: 'utf8' })
    if (stdout === '') throw new Error(`A run under load did not come to its end: ${stderr}`)
    const found = JSON.parse(stdout)
    if (found.operations !== operations) process.exitCode = 1
    return /** @type {[string, string, string]} */ ([
      `Under load, ${operations.toLocaleString('en')} operations, ${write}: seconds, peak memory`,
      `${(found.milliseconds / 1000).toFixed(2)} s, ${found.megabytes.toFixed(0)} MB`,
      `<= ${String(seconds)} s, <= ${String(MEMORY_MAX)} MB`,
    ])
  })
  await rm(folder, { recursive: true })
  return rows
}
