/** What can be asked in the Lab: why, for a hint, for a run, for all of them counted. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { lab } from './driver'
import { expect, test } from './fixtures'

const race = 'stale-fill?run=T1+T1+T2+T2+T1'

async function open(page: Page, ...titles: readonly string[]) {
  for (const title of ['Ask about this run and all others', ...titles])
    await page.getByText(title, { exact: true }).click()
}

test('why marks the two steps that conflict, in the picture and in the transcript, while it is open', async ({
  page,
}) => {
  await lab(page).open(`${race}&at=5`)
  await open(page, 'Why, at this step')
  const why = 'The cache has version 1 since step 5, and the database version 2 since step 3.'
  await expect(page.getByText(why, { exact: true })).toBeVisible()
  await expect(page.locator('svg text', { hasText: 'v1 cached, v2 committed' })).toHaveCount(1)
  await expect(page.getByText(new RegExp(`^So far .*${why}$`))).toHaveCount(1)
  await page.getByRole('button', { name: 'Go to step 3' }).click()
  await lab(page).expectPlayhead(3, 5)
  await expect(page.locator('svg text', { hasText: 'v1 cached, v2 committed' })).toHaveCount(0)
})

test('a run that is asked for is found and played, and one that is not there is counted out', async ({ page }) => {
  await lab(page).open('stale-fill')
  await open(page, 'Find a run')
  const field = page.getByRole('textbox', { name: 'Show me a run where' })
  await field.fill('T1 reads stale')
  await field.press('Enter')
  await expect(page.getByText('No such run: all 17 worlds were checked.')).toBeVisible()
  await field.fill('T2 is answered before T1 fills')
  await field.press('Enter')
  await expect(page.getByText(/The shortest such run has 5 steps\. \d+ of 10 schedules are like that/)).toBeVisible()
  await page.getByRole('button', { name: 'Show this run' }).click()
  await expect(page.getByRole('slider', { name: 'Step' })).toHaveAttribute('max', '5')
})

test('hints lead, one after the other, into the race', async ({ page }) => {
  await lab(page).open('stale-fill?run=T1+T1+T2&at=3')
  await open(page, 'A hint')
  await expect(page.getByText('“Cache converges to database” can be violated 2 steps from here.')).toBeVisible()
  await page.getByRole('button', { name: 'Another hint' }).click()
  await page.getByRole('button', { name: 'Take this step: T2' }).click()
  await lab(page).expectPlayhead(4, 4)
  await expect(page.getByText('“Cache converges to database” can be violated one step from here.')).toBeVisible()
})

test('everything that can be asked passes the accessibility rules, also on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await lab(page).open(`${race}&at=5`)
  await page.getByRole('tab', { name: 'Verdicts' }).click()
  await open(page, 'Why, at this step', 'What clients saw', 'A hint', 'Find a run', 'All runs, counted')
  await expect(page.getByRole('button', { name: /^Show a typical one/ })).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
})
