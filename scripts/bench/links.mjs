/**
 * A hundred thousand broken links: each is refused or opened, none throws, and none keeps anybody waiting. Reading a link
 * and replaying its run are measured together, in Node. What a seed draws is a run of its own and counted by itself: it
 * may be thousands of steps long, in a link as in a file.
 */
import { createServer } from 'vite'
import { percentile } from './table.mjs'

const COUNT = 100_000
const LIMIT_MS = 50

async function load() {
  const vite = await createServer({ server: { middlewareMode: true }, appType: 'custom', logLevel: 'error' })
  const { readLink, isProblem } = await vite.ssrLoadModule('/src/model/scenario/link.ts')
  const { replay } = await vite.ssrLoadModule('/src/model/engine/replay.ts')
  const { brokenLinks } = await vite.ssrLoadModule('/src/model/testing/brokenLinks.ts')
  await vite.close()
  return { readLink, isProblem, replay, brokenLinks }
}

/** @returns {Promise<[string, string, string][]>} rows of the table */
export async function benchLinks(count = COUNT) {
  const { readLink, isProblem, replay, brokenLinks } = await load()
  const links = brokenLinks(1)
  /** @type {Record<'refused' | 'opened' | 'drawn', number[]>} */
  const times = { refused: [], opened: [], drawn: [] }
  let uncaught = 0
  for (let index = 0; index < count; index++) {
    const link = links.next().value
    const began = performance.now()
    try {
      const read = readLink(link)
      const isRefused = isProblem(read)
      if (!isRefused) replay(read.edited, read.schedule)
      const kind = isRefused ? 'refused' : read.edited.seed === undefined ? 'opened' : 'drawn'
      times[kind].push(performance.now() - began)
    } catch (error) {
      uncaught += 1
      console.error(`${JSON.stringify(link.slice(0, 200))}: ${String(error)}`)
    }
  }
  if (uncaught > 0) process.exitCode = 1
  const row = (/** @type {keyof typeof times} */ kind, /** @type {string} */ limit) => {
    const found = times[kind]
    const worst = `${percentile(found, 100).toFixed(1)} ms (99th: ${percentile(found, 99).toFixed(1)} ms)`
    return /** @type {[string, string, string]} */ ([
      `Broken links: slowest of ${String(found.length)} ${kind}`,
      worst,
      limit,
    ])
  }
  return [
    [`Broken links: uncaught errors in ${String(count)}`, String(uncaught), '0'],
    row('refused', `<= ${String(LIMIT_MS)} ms`),
    row('opened', `<= ${String(LIMIT_MS)} ms`),
    row('drawn', 'report'),
  ]
}
