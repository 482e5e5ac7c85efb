/** Every page in every theme and at every width: nothing for axe to find, nothing to scroll sideways for, nothing too small. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { lab } from './driver'
import { expect, test } from './fixtures'
import { dialogs, pages } from './sights'

const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']
const themes = ['dark', 'light', 'projector']
const widths = [320, 360, 640, 768, 1100, 1280, 1920]

/** Puts a theme on, and waits until every colour that changes with it has changed. */
const wear = (page: Page, theme: string) =>
  page.evaluate(async (name) => {
    document.documentElement.dataset['theme'] = name
    // A change that another one takes over is over, too.
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
  }, theme)

/** What axe finds: the rule, and where. */
async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(rules).analyze()
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

test.describe('axe finds nothing', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' }, viewport: { width: 1280, height: 800 } })

  for (const { name, open, isLarge = false } of [...pages, ...dialogs])
    test(`in three themes: ${name}`, async ({ page }) => {
      test.slow(isLarge || name.startsWith('lab'))
      await open(page)
      for (const theme of themes) {
        await wear(page, theme)
        expect(await violations(page), theme).toEqual([])
      }
    })
})

test.describe('axe finds nothing on a phone', () => {
  test.use({
    contextOptions: { reducedMotion: 'reduce' },
    viewport: { width: 360, height: 800 },
    colorScheme: 'dark',
    hasTouch: true,
  })

  for (const { name, open, isLarge = false } of [...pages, ...dialogs])
    test(`in the dark: ${name}`, async ({ page }) => {
      test.slow(isLarge)
      await open(page)
      expect(await violations(page)).toEqual([])
    })
})

test.describe('no page scrolls sideways', () => {
  for (const { name, open } of pages)
    test(name, async ({ page }) => {
      await open(page)
      const tooWide: string[] = []
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 })
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
        const content = await page.evaluate(() => document.documentElement.scrollWidth)
        if (content > width) tooWide.push(`${content} px of content in ${width} px`)
      }
      expect(tooWide).toEqual([])
    })
})

/** Controls below a size, by name; links inside a sentence are as small as the sentence. */
const smallerThan = (page: Page, side: number) =>
  page.evaluate((least) => {
    const controls = document.querySelectorAll<HTMLElement>('button, select, summary, input, a[href], [role=tab]')
    return [...controls].flatMap((control) => {
      const target = control.closest('label') ?? control
      const { width, height } = target.getBoundingClientRect()
      const isSeen = control.checkVisibility({ visibilityProperty: true }) && width > 1 && height > 1
      const isInSentence = control.matches('p a, li a') && getComputedStyle(control).display === 'inline'
      if (!isSeen || isInSentence || (width >= least && height >= least)) return []
      const name = control.getAttribute('aria-label') ?? control.textContent.trim()
      return [`${name}: ${width.toFixed(1)} x ${height.toFixed(1)}`]
    })
  }, side)

test.describe('targets are at least 24 px', () => {
  for (const { name, open } of [...pages, ...dialogs])
    test(name, async ({ page }) => {
      await open(page)
      expect(await smallerThan(page, 24)).toEqual([])
    })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 800 }, hasTouch: true, isMobile: true })

  test('the transport lies under the thumb, with targets of at least 44 px', async ({ page }) => {
    await page.goto('./#/lab/stale-fill')
    const transport = page.getByRole('region', { name: 'Transport' })
    await expect(transport).toBeInViewport({ ratio: 1 })
    const names = ['Step back', 'Step T1', 'Step T2', 'Play']
    for (const name of names) {
      const box = await transport.getByRole('button', { name, exact: true }).boundingBox()
      expect(Math.min(box?.width ?? 0, box?.height ?? 0), name).toBeGreaterThanOrEqual(44)
    }
    await expect(transport.getByRole('button')).toHaveCount(names.length)
  })

  test('each panel has its tab, and the stale fill is broken with the thumb', async ({ page }) => {
    await page.goto('./#/lab/stale-fill?run=')
    for (const name of ['T1', 'T1', 'T2', 'T2', 'T1']) await page.getByRole('button', { name: `Step ${name}` }).tap()
    await expect(page.getByRole('region', { name: 'What happened' }).getByRole('paragraph').last()).toHaveText(
      'stale fill',
    )
    await expect(page.getByRole('tab')).toHaveText(['Guards', 'Map', 'Verdicts', 'Code', 'More'])
    await page.getByRole('tab', { name: 'Verdicts' }).tap()
    await expect(page.getByRole('heading', { name: 'Checked over all 17 worlds' })).toBeVisible()
  })
})

test.describe('at a zoom of 200 %', () => {
  test.use({ viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 })

  test('the Lab can be stepped and read', async ({ page }) => {
    await page.goto('./#/lab/stale-fill?run=')
    await expect(page.getByRole('button', { name: 'Step T1' })).toBeInViewport({ ratio: 1 })
    await page.keyboard.press('1')
    const sentence = lab(page).sentence.first()
    await expect(sentence).toHaveText('T1 asks the cache for x and misses.')
    await sentence.scrollIntoViewIfNeeded()
    await expect(sentence).toBeInViewport()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(640)
  })
})
