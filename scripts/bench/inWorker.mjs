/**
 * Questions to the product's own worker, in Chromium, under the product's own policy: what it measures is what a learner
 * waits for, messages included.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pageFolder } from '../outputs.mjs'

/** The worker's file in the built page. */
function workerFile() {
  const file = readdirSync(join(pageFolder, 'assets')).find((name) => /^explorer\.worker-.*\.js$/.test(name))
  if (file === undefined) throw new Error('dist/assets has no explorer worker: build the page first (npm run build).')
  return `assets/${file}`
}

/**
 * Checks each scenario in one fresh worker, `repeats` times over.
 * @param {import('@playwright/test').Page} page an open page of the product that has not started its worker
 * @param {unknown[]} scenarios
 * @param {number} repeats
 * @param {boolean} [isSymmetric] whether alike clients count as interchangeable
 * @returns {Promise<{ report: any, milliseconds: number[] }[]>} times in the order of the repeats, the first one cold
 */
export function checkInPage(page, scenarios, repeats, isSymmetric = true) {
  return page.evaluate(async ([url, list, times, alike]) => {
    const factory = /** @type {any} */ (globalThis).trustedTypes
    const policy = factory.createPolicy('cachescope', { createScriptURL: (/** @type {string} */ own) => own })
    const worker = new Worker(policy.createScriptURL(url), { type: 'module' })
    let run = 0
    const check = (/** @type {unknown} */ scenario) =>
      new Promise((resolve, reject) => {
        worker.onerror = (event) => {
          reject(new Error(event.message))
        }
        worker.onmessage = ({ data }) => {
          if (data.type === 'report') resolve(data.report)
          if (data.type === 'failed') reject(new Error(data.message))
        }
        worker.postMessage({ type: 'check', run: (run += 1), scenario, isSymmetric: alike })
      })
    const answers = list.map(() => ({ report: /** @type {any} */ (null), milliseconds: /** @type {number[]} */ ([]) }))
    for (let time = 0; time < times; time++)
      for (const [index, scenario] of list.entries()) {
        const began = performance.now()
        const answer = /** @type {typeof answers[number]} */ (answers[index])
        answer.report = await check(scenario)
        answer.milliseconds.push(performance.now() - began)
      }
    worker.terminate()
    return answers
  }, /** @type {[string, unknown[], number, boolean]} */ ([workerFile(), scenarios, repeats, isSymmetric]))
}
