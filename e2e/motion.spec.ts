/** Motion: a step travels, and for those who asked for less of it the final picture is there at once. */
import type { Page } from '@playwright/test'
import { lab } from './driver'
import { expect, test } from './fixtures'

/** The drawing at the moment of a step, with the clock standing still, and when everything has come to rest. */
async function drawings(page: Page): Promise<readonly [atOnce: string, settled: string]> {
  await page.clock.install()
  await lab(page).open('stale-fill?run=T1+T1+T2+T2&at=4').expectPlayhead(4, 4)
  // The parts that move are loaded at the first sign of a person.
  await lab(page).press('Shift')
  await page.waitForLoadState('networkidle')
  // The installed clock starts at the real time and can only be paused later than that.
  await page.clock.pauseAt(Date.now() + 60_000)
  const drawing = page.getByRole('figure', { name: 'The stale fill' }).locator('svg').last()
  const draw = () => drawing.evaluate((element) => new XMLSerializer().serializeToString(element))
  await lab(page).press('1').expectTerm('stale fill')
  const atOnce = await draw()
  await page.clock.runFor(2000)
  return [atOnce, await draw()]
}

test('a step moves', async ({ page }) => {
  const [atOnce, settled] = await drawings(page)
  expect(atOnce).not.toBe(settled)
})

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })

  test('a step is its final picture at once, and nothing runs', async ({ page }) => {
    const [atOnce, settled] = await drawings(page)
    expect(atOnce).toBe(settled)
    const running = await page.evaluate(
      () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
    )
    expect(running).toBe(0)
  })
})
