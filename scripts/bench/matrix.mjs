/**
 * How long the verdict matrix takes to fill, as a learner sees it: from the choice to the words that say that all cells
 * are checked, workers, messages and drawing included. Cold is the first filling in a page; warm is one that nobody has
 * asked for, in workers that have filled half a dozen others; remembered is one that was asked for before.
 */
import { percentile } from './table.mjs'

const COLD_RUNS = 3

/** Faults and reads by the values of their choices; the first of each is that of the cold run. */
const reads = /** @type {const} */ (['cache-aside', 'read-through'])
const profiles = /** @type {const} */ (['none', 'writer-crash', 'reader-crash', 'eviction', 'lag'])

/**
 * Milliseconds from a choice until the matrix is whole; from opening it, where there is nothing to choose yet.
 * @param {import('@playwright/test').Page} page
 * @param {string} value
 * @returns {Promise<number>}
 */
const filling = (page, value) =>
  page.evaluate(
    (chosen) =>
      new Promise((resolve) => {
        const began = performance.now()
        const choice = [...document.querySelectorAll('select')].find(({ options }) =>
          [...options].some((option) => option.value === chosen),
        )
        if (choice === undefined) location.hash = '#/matrix'
        else {
          choice.value = chosen
          choice.dispatchEvent(new Event('change', { bubbles: true }))
        }
        // The words of the matrix before stand until the next frame.
        const look = () => {
          const isWhole = /^All \d+ cells checked$/.test(document.querySelector('[role=status]')?.textContent ?? '')
          if (isWhole) resolve(performance.now() - began)
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(() => requestAnimationFrame(look))
      }),
    value,
  )

/**
 * @param {() => Promise<import('@playwright/test').Page>} freshPage a page that has started no worker
 * @returns {Promise<[string, string, string][]>} rows of the table
 */
export async function benchMatrix(freshPage) {
  /** @type {{ cold: number[], warm: number[], remembered: number[] }} */
  const times = { cold: [], warm: [], remembered: [] }
  let words = ''
  for (let run = 0; run < COLD_RUNS; run++) {
    const page = await freshPage()
    times.cold.push(await filling(page, profiles[0]))
    for (const value of [reads[1], ...profiles.slice(1)]) await filling(page, value)
    await filling(page, reads[0])
    for (const profile of profiles.slice(1, -1)) times.warm.push(await filling(page, profile))
    times.remembered.push(await filling(page, profiles[0]))
    words = (await page.getByText(/^All \d+ cells checked$/).textContent()) ?? ''
    await page.close()
  }
  const ms = (/** @type {number[]} */ values) => `${percentile(values, 50).toFixed(0)} ms`
  return [
    [`The verdict matrix, ${words.replace(/\D/g, '')} cells of two scenarios: cold`, ms(times.cold), '<= 2000 ms'],
    ['The same under another fault, workers warm: median', ms(times.warm), '<= 300 ms'],
    ['The same, asked for before', ms(times.remembered), 'report'],
  ]
}
