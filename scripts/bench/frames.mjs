/** Frames while a run of 200 steps plays, and the time from a step to its paint, on a processor four times slower. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { projectRoot } from '../project.mjs'
import { serve } from '../serve.mjs'
import { percentile } from './table.mjs'

const entry = 'scripts/bench/frames/index.html'
const SLOWER = 4
const PLAY_MS = 6000
const STEPS = 30

/**
 * @param {import('@playwright/test').Browser} browser
 * @returns {Promise<{ frameP95: number, paintP50: number, paintP95: number, threeP50: number, threeP95: number }>} milliseconds
 */
export async function benchFrames(browser) {
  const folder = mkdtempSync(join(tmpdir(), 'frames-'))
  await build({
    root: projectRoot,
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, rolldownOptions: { input: join(projectRoot, entry) } },
  })
  const server = await serve({ root: folder, port: 4700 })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto(server.url + entry)
    await page.getByRole('button', { name: /^play/i }).waitFor()
    const session = await page.context().newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    const frames = await framesWhilePlaying(page)
    const paints = await stepsToPaint(page)
    await page.goto(`${server.url}${entry}?three`)
    await page.getByRole('button', { name: 'Back to one' }).waitFor()
    const threePaints = await stepsToPaint(page)
    await page.close()
    return {
      frameP95: percentile(frames, 95),
      paintP50: percentile(paints, 50),
      paintP95: percentile(paints, 95),
      threeP50: percentile(threePaints, 50),
      threeP95: percentile(threePaints, 95),
    }
  } finally {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Gaps between animation frames while the run plays with all its rows drawn.
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<number[]>}
 */
async function framesWhilePlaying(page) {
  await page.getByRole('slider').fill('150')
  await page.waitForTimeout(500)
  await page.getByRole('button', { name: /^play/i }).click()
  const gaps = await page.evaluate(
    (duration) =>
      new Promise((/** @type {(gaps: number[]) => void} */ done) => {
        /** @type {number[]} */
        const found = []
        const began = performance.now()
        let last = began
        const frame = (/** @type {number} */ now) => {
          found.push(now - last)
          last = now
          if (now - began < duration) requestAnimationFrame(frame)
          else done(found.slice(2))
        }
        requestAnimationFrame(frame)
      }),
    PLAY_MS,
  )
  await page.getByRole('button', { name: /^pause/i }).click()
  return gaps
}

/**
 * From a key press to the frame that shows the step.
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<number[]>}
 */
async function stepsToPaint(page) {
  await page.getByRole('slider').fill('150')
  await page.waitForTimeout(500)
  return page.evaluate(async (steps) => {
    const painted = () =>
      new Promise((done) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = done
          port2.postMessage(null)
        })
      })
    /** @type {number[]} */
    const times = []
    for (let step = 0; step < steps; step++) {
      const began = performance.now()
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'ArrowRight', code: 'ArrowRight', bubbles: true }),
      )
      await painted()
      times.push(performance.now() - began)
      await new Promise((done) => setTimeout(done, 500))
    }
    // A press that moves nothing is painted at once, and would be the fastest step of all.
    const reached = document.querySelector('input[type=range]')
    if (!(reached instanceof HTMLInputElement) || Number(reached.value) !== 150 + steps)
      throw new Error('The presses have not stepped the run: nothing was measured.')
    return times
  }, STEPS)
}
