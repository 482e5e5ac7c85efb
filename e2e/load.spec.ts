/** Runs under load: one seed, so every number is known beforehand. */
import type { Locator, Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { expect, test } from './fixtures'
import { walkTo } from './keyboard'

const row = (page: Page, title: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: title }) })

const status = (page: Page): Locator => page.getByText(/operations? under each strategy/)

async function open(page: Page, words: string): Promise<void> {
  await page.goto(`./#/load${words}`)
  await expect(page.getByText('of virtual time, seed')).toBeVisible({ timeout: 20_000 })
}

test('a thousand updates of one key become a thousand, a hundred, ten writes, or one', async ({ page }) => {
  await open(page, '?on=coalescing')
  await expect(status(page)).toHaveText(/^1,000 operations under each strategy, .* of virtual time, seed 1$/)
  const cells = row(page, 'Database load').getByRole('cell')
  await expect(cells).toHaveCount(4)
  for (const [at, words] of ['each update', '10 updates', '100 updates', '1,000 updates'].entries())
    await expect(cells.nth(at)).toContainText(`One database write for ${words}.`)
})

test('a guard that is switched on is run at once, and stands in the address', async ({ page }) => {
  await open(page, '?on=queue-kill')
  const strategy = page.getByRole('region', { name: /^Strategy A/ })
  await expect(row(page, 'Durability').getByRole('cell').first()).toContainText('lost')
  await strategy.getByText(/^Guards to choose from/).click()
  await strategy.getByRole('switch', { name: 'Replicated queue' }).click()
  await expect(row(page, 'Durability').getByRole('cell').first()).toContainText('100 % kept')
  await expect(page).toHaveURL(/a=cache-aside\+write-behind\+queue:replicated/)
})

test('a number that cannot be is said at its field, stays there, and changes nothing', async ({ page }) => {
  await open(page, '?on=coalescing')
  await page.getByText('Change the workload').click()
  const field = page.getByRole('textbox', { name: 'Operations', exact: true })
  await field.fill('0')
  await expect(field).toHaveAccessibleDescription(/^The number of operations is 0, and .* Write a whole number/)
  await expect(status(page)).toHaveText(/^1,000 operations/)
  await field.fill('500')
  await expect(status(page)).toHaveText(/^500 operations under each strategy, .* seed 1$/)
  await expect(page).toHaveURL(/operations=500/)
})

test('a long run waits to be asked for, shows how far it is, and can be cancelled', async ({ page }) => {
  await page.goto('./#/load?on=bank-balances&operations=10000000')
  await expect(status(page)).toHaveText('10,000,000 operations under each strategy have not been run yet.')
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(page.getByRole('progressbar', { name: 'Run of strategy A' })).toBeVisible()
  await page.getByRole('button', { name: 'Cancel the run' }).click()
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeVisible()
  // The workers are free again.
  await page.getByRole('combobox', { name: 'Workload' }).selectOption('A thousand updates of one key')
  await expect(status(page)).toHaveText(/^1,000 operations under each strategy, .* seed 1$/)
})

test('the numbers can be taken away, with the link that gives them again', async ({ page }) => {
  await open(page, '?on=coalescing')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download CSV' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('coalescing.csv')
  const [link, head, first] = (await readFile(await download.path(), 'utf8')).split('\n')
  expect(link).toMatch(/^# http:.*#\/load\?on=coalescing$/)
  expect(head).toMatch(/^strategy,name,until ms,throughput,/)
  expect(first).toMatch(/^A,"Cache-aside, write-behind with flush in batches: 1",/)
})

test('a link opens what it says, and a broken one is refused with a sentence', async ({ page }) => {
  await open(page, '?on=coalescing&seed=7&operations=100&a=cache-aside+write-behind&b=cache-aside+write-through')
  await expect(status(page)).toHaveText(/^100 operations under each strategy, .* seed 7$/)
  await expect(page.getByRole('region', { name: /^Strategy / })).toHaveCount(2)
  await page.goto('./#/load?on=coalescin')
  await expect(page.getByRole('note')).toContainText(
    'The link could not be followed. There is no workload "coalescin".',
  )
  await expect(page).toHaveURL(/on=coalescin$/)
  await expect(page.getByText('of virtual time, seed')).toBeVisible({ timeout: 20_000 })
})

test('a stale read opens in the Lab as the interleaving of those involved', async ({ page }) => {
  await open(page, '?on=bank-balances&operations=20000')
  await page
    .getByRole('button', { name: /^Open in the Lab: A/ })
    .first()
    .click()
  await expect(page).toHaveURL(/#\/lab\/stale-fill\?/)
  await expect(page.getByRole('region', { name: 'What happened' })).toContainText(/version/)
})

test('by keyboard alone the moment moves for all charts at once, and what it shows is said', async ({ page }) => {
  await open(page, '?on=coalescing')
  const slider = page.getByRole('slider', { name: 'Virtual time' })
  const values = page.getByRole('listitem', { name: 'Pending writes' }).getByRole('definition')
  const before = await values.allTextContents()
  await walkTo(page, slider)
  await page.keyboard.press('Home')
  await expect(slider).toHaveAttribute('aria-valuetext', /^0 of /)
  for (let step = 0; step < 7; step++) await page.keyboard.press('ArrowRight')
  expect(await values.allTextContents()).not.toEqual(before)
  await page.keyboard.press('c')
  await expect(page.getByRole('status').last()).toHaveText(/No acknowledged write is lost/)
})
