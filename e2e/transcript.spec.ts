/** What a student has who does not see the picture: the steps as a list, a voice that keeps up, an order to go through. */
import type { Page } from '@playwright/test'
import { lab } from './driver'
import { expect, test } from './fixtures'
import { stops } from './keyboard'
import { pages } from './sights'

const race = 'stale-fill?run=T1+T1+T2+T2+T1'
const lines = [
  'T1 asks the cache for x and misses.',
  'T1 reads version 1 from the database.',
  'T2 commits version 2 of x.',
  'T2 deletes x from the cache. There is nothing to delete. The write is acknowledged.',
  'The cache now disagrees with the database. T1 stored the version 1 that it had read at step 2, after T2 had committed version 2 at step 3.',
]

test('the run is a list with a line a step, and the present one is marked', async ({ page }) => {
  await lab(page).open(`${race}&at=3`)
  const steps = page.getByRole('list', { name: 'The stale fill, step by step' }).getByRole('listitem')
  await expect(steps).toHaveText(lines)
  await expect(steps.and(page.locator('[aria-current=step]'))).toHaveText([lines[2]!])
})

test('opened, the lines seek, with one stop of Tab and the arrow keys', async ({ page }) => {
  const here = lab(page)
  await here.open(`${race}&at=3`).activate('button', 'Steps in words').press('Tab')
  await expect(page.getByRole('button', { name: lines[2]! })).toBeFocused()
  await here.press('ArrowUp', 'ArrowUp', 'Enter').expectPlayhead(1, 5).expectSentence(lines[0]!)
})

/** Every text that the live region has from now on. */
async function listen(page: Page): Promise<() => Promise<readonly string[]>> {
  await lab(page).said.evaluate((region) => {
    const heard: string[] = []
    Object.assign(window, { heard })
    new MutationObserver(() => heard.push(region.textContent)).observe(region, {
      childList: true,
      characterData: true,
      subtree: true,
    })
  })
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard)
}

test('of steps in quick succession the first and the last are said, each whole', async ({ page }) => {
  await page.clock.install()
  const here = lab(page)
  await here.open('stale-fill?run=').expectPlayhead(0, 0)
  // The installed clock starts at the real time and can only be paused later than that.
  await page.clock.pauseAt(Date.now() + 60_000)
  const heard = await listen(page)
  await here.press('1', '1', '2', '2', '1').expectPlayhead(5, 5)
  await page.clock.runFor(2000)
  expect(await heard()).toEqual([`Step 1 of 1. ${lines[0]}`, `Step 5 of 5. ${lines[4]}`])
})

test('C says where the run stands, and what both hold', async ({ page }) => {
  await lab(page)
    .open(`${race}&at=5`)
    .press('c')
    .expectSaid(`Step 5 of 5. ${lines[4]} Cache: x version 1, stale. Database: x version 2.`)
    .press('Home', 'c')
    .expectSaid('The start. Nothing has happened yet. Cache: x absent. Database: x version 1.')
})

test('Tab goes from the skip link through the header to the run', async ({ page }) => {
  await lab(page).open(race)
  await expect(page.getByRole('region', { name: /^Checked/ })).toBeVisible()
  expect(await stops(page, 14)).toEqual([
    'link Skip to the content',
    'link CacheScope',
    'link Course',
    'link Scenarios',
    'link Claims',
    'link Matrix',
    'link Under load',
    'link Lua',
    'link Lab',
    'button Share this moment',
    'button Export',
    'button More',
    'button Theme: as the system. Change to dark',
    'combobox Scenario',
  ])
})

test('the skip link leads past the header', async ({ page }) => {
  await lab(page).open(race).press('Tab', 'Enter')
  await expect(page.getByRole('main')).toBeFocused()
  expect(await stops(page, 1)).toEqual(['combobox Scenario'])
  await expect(page).toHaveURL(/#\/lab\/stale-fill/)
})

const outline = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
      .filter((heading) => heading.checkVisibility())
      .map((heading) => `${heading.tagName} ${heading.textContent}`),
  )

test.describe('headings: one of the first level, and none is skipped', () => {
  for (const { name, open } of pages)
    test(name, async ({ page }) => {
      await open(page)
      const levels = (await outline(page)).map((heading) => Number(heading[1]))
      expect(levels[0]).toBe(1)
      expect(levels.filter((level) => level === 1)).toHaveLength(1)
      const skips = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)
      expect(skips).toEqual([])
    })
})

test('the headings of the Lab name its parts', async ({ page }) => {
  await lab(page).open(race)
  await expect
    .poll(() => outline(page))
    .toEqual([
      'H1 The stale fill',
      'H2 Programs',
      'H3 T1 runs cache-aside',
      'H3 T2 runs write-invalidate',
      'H2 Checked over all 17 worlds',
      'H2 Schedule map: every way T1 and T2 can interleave',
      'H2 Guards',
    ])
})
