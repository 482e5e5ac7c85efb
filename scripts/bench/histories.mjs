/**
 * How long the checkers of histories take: on one thread, in Node, on histories made without chance. The best of a few
 * runs counts, after one that is not measured.
 */
import { createServer } from 'vite'

const RUNS = 5

/** What is measured: how many operations on how many keys, whether the last read is wrong, and what is asked for. */
const cases = [
  { title: '10,000 operations on 10 keys', operations: 10_000, keys: 10, wrongAt: null, limit: 500 },
  { title: 'a wrong one of 500 operations', operations: 500, keys: 1, wrongAt: 499, limit: 100 },
]

/** The checkers and the histories, which need none of the plugins that build the page. */
async function load() {
  const vite = await createServer({
    configFile: false,
    server: { middlewareMode: true },
    appType: 'custom',
    logLevel: 'error',
  })
  const { isRegisterLinearizable, isLinearizable } = await vite.ssrLoadModule('/src/model/histories/index.ts')
  const { longHistory } = await vite.ssrLoadModule('/src/model/testing/longHistory.ts')
  await vite.close()
  return { isRegisterLinearizable, isLinearizable, longHistory }
}

/** @param {() => boolean} check */
function fastest(check) {
  check()
  const times = Array.from({ length: RUNS }, () => {
    const began = performance.now()
    check()
    return performance.now() - began
  })
  return Math.min(...times)
}

/** @returns {Promise<[string, string, string][]>} rows of the table */
export async function benchHistories() {
  const { isRegisterLinearizable, isLinearizable, longHistory } = await load()
  /** @type {[string, string, string][]} */
  const rows = []
  for (const { title, operations, keys, wrongAt, limit } of cases) {
    for (const values of [Infinity, 16]) {
      const history = longHistory({ operations, keys, clients: 10, values, wrongAt })
      if (isRegisterLinearizable(history, {}) !== (wrongAt === null)) process.exitCode = 1
      const time = fastest(() => isRegisterLinearizable(history, {}))
      const kind = values === Infinity ? 'different values' : 'sixteen values'
      rows.push([`Histories: ${title}, ${kind}`, `${time.toFixed(1)} ms`, `<= ${String(limit)} ms`])
    }
  }
  const versioned = longHistory({ operations: 10_000, keys: 10, clients: 10, values: Infinity, wrongAt: null }).map(
    (/** @type {any} */ operation, /** @type {number} */ index) => ({ ...operation, version: index }),
  )
  const time = fastest(() => isLinearizable(versioned))
  rows.push(['Histories: 10,000 operations, versions known', `${time.toFixed(1)} ms`, 'report'])
  return rows
}
