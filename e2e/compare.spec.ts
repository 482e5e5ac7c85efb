/** Several scenarios on one schedule, and everything that was tried as a tree: both by keyboard, and at every width. */
import AxeBuilder from '@axe-core/playwright'
import { lab } from './driver'
import { expect, test } from './fixtures'
import { activate } from './keyboard'

const race = 'run=T1+T1+T2+T2+T1'
const three = `stale-fill?beside=lease:wait/write:deferred-invalidate&${race}`

test('three scenarios part where one of them has no such step, and say so', async ({ page }) => {
  const here = lab(page)
  await here.open(`${three}&at=4`).expectPlayhead(4, 5)
  await expect(page.getByRole('region', { name: 'What differs' })).toHaveText(
    'They part at step 4. A and B: found nothing to delete. C: left out, because T2 has nothing left to do. One later step differs.',
  )
  await here
    .activate('button', 'Next difference')
    .expectPlayhead(5, 5)
    .expectAddress(`${three}&at=5`)
    .activate('button', 'Fire the timer of T2')
    .expectAddress(`stale-fill?beside=lease:wait/write:deferred-invalidate&${race}+timer:T2&at=6`)
  await expect(page.getByRole('list', { name: 'All runs, step by step' }).getByRole('listitem').nth(5)).toHaveText(
    /A and B: timer:T2 is left out, because no timer of T2 is set/,
  )
})

test('a comparison is asked for by its name, changed, and taken back', async ({ page }) => {
  const here = lab(page)
  await here.open(`stale-fill?${race}&at=5`).press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Find a command' })).toBeFocused()
  await page.keyboard.type('compare')
  await here.press('Enter').expectAddress(`stale-fill?beside=lease:wait&${race}&at=5`)
  await here.activate('button', 'Change B')
  await page.getByRole('switch', { name: 'Lease, others wait' }).press('Space')
  await here.press('Escape').expectAddress(`stale-fill?beside=as-it-is&${race}&at=5`)
  await expect(page.getByText('Nothing differs: every step of this schedule comes out alike.')).toBeVisible()
  await here.press('u', 'u').expectAddress(`stale-fill?${race}&at=5`)
  await expect(page.getByRole('button', { name: 'Back to one' })).toHaveCount(0)
})

test('a phone shows one stage at a time, with the switch in reach', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 })
  await lab(page).open(`${three}&at=5`)
  await expect(page.getByRole('region', { name: /^[ABC]: / })).toHaveCount(1)
  await page.getByRole('group', { name: 'Shown stage' }).getByRole('button', { name: 'C' }).click()
  await expect(page.getByRole('region', { name: 'C: Deferred invalidation, no guard' })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
})

test('the run tree keeps every choice, and leads to any of them by keyboard', async ({ page }) => {
  const here = lab(page)
  await here.open(`stale-fill?${race}&at=2`).press('1', 't')
  const tree = page.getByRole('group', { name: /^Run tree/ })
  await expect(
    tree.getByRole('button', { name: 'Run 2, step 3, T1; present step; on the present run; goes on' }),
  ).toHaveCount(0)
  await expect(tree.getByRole('button', { name: 'Run 2, step 3, T1; present step; goes on' })).toBeVisible()
  await here
    .walkTo(tree.getByRole('button', { name: /^Run 2, step 3/ }))
    .press('ArrowUp', 'End', 'Enter')
    .expectAddress(`stale-fill?${race}&at=5`)
  await expect(tree.getByRole('button', { name: /ends stale$/ })).toHaveAttribute('aria-current', 'step')
  await activate(page, page.getByRole('button', { name: 'Compare', exact: true }))
  await expect(page.getByRole('dialog', { name: 'Run 1 beside Run 2' })).toContainText(
    'Run 1 goes on with T2: T2 commits version 2 of x.',
  )
})

for (const colorScheme of ['dark', 'light'] as const)
  test(`a comparison and a run tree pass axe, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await lab(page).open(`${three}&at=5`)
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await lab(page).activate('button', 'Back to one').press('t')
    await expect(page.getByRole('group', { name: /^Run tree/ })).toBeVisible()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  })
