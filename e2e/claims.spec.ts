/** The board of claims: what the engine found is told, found again, and one click from the Lab. */
import type { Page } from '@playwright/test'
import { lab } from './driver'
import { expect, test } from './fixtures'

const cards = (page: Page) => page.getByRole('article')
const status = (page: Page) => page.getByRole('search').getByRole('status')

test('a link to a claim opens the board at it, and its run opens in the Lab', async ({ page }) => {
  await page.goto('./#/claims/A57')
  const card = page.getByRole('article', { name: /stale fill behind/ })
  await expect(card).toBeFocused()
  await expect(card).toBeInViewport()
  await expect(card.getByText('holds', { exact: true })).toBeVisible()
  await expect(page).toHaveTitle(/Claim A57/)
  await card
    .getByRole('link', { name: /^Show in the Lab: A57/ })
    .first()
    .press('Enter')
  await lab(page).expectPlayhead(5, 5).expectTerm('stale fill').expectVersions({
    cache: 'x version 1, stale',
    database: 'x version 2',
  })
  await page.goBack()
  await expect(card).toBeVisible()
})

test('claims are found by words and verdict, by keyboard, and nothing found can be taken back', async ({ page }) => {
  await page.goto('./#/claims')
  await expect(cards(page).first()).toBeVisible()
  const all = await cards(page).count()
  await expect(status(page)).toHaveText(`${all} claims`)
  await page.keyboard.press('/')
  await page.keyboard.type('lease')
  await expect(status(page)).toHaveText(new RegExp(`^\\d+ of ${all} claims$`))
  const ofLease = await cards(page).count()
  await page.getByRole('radio', { name: /^fails/ }).press('Space')
  await expect(status(page)).toHaveText(new RegExp(`of ${all} claims, fails$`))
  expect(await cards(page).count()).toBeLessThan(ofLease)
  for (const card of await cards(page).all()) await expect(card.getByText('fails', { exact: true })).toBeVisible()
  await page.getByRole('searchbox').fill('no such words')
  await expect(cards(page)).toHaveCount(0)
  await page.getByRole('button', { name: 'Show all again' }).press('Enter')
  await expect(cards(page)).toHaveCount(all)
})

test('a claim that is not there is named, and the board is shown all the same', async ({ page }) => {
  await page.goto('./#/claims/AA28')
  await expect(page.getByRole('note')).toHaveText('There is no claim "AA28". Did you mean A28?')
  await expect(cards(page).first()).toBeVisible()
})

test('the palette leads to the board', async ({ page }) => {
  await page.goto('./')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Find a command' }).fill('claims')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Claims')
})
