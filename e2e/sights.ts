/** Every page and state of a page that must be fit to be seen: what is scanned, measured and photographed. */
import { expect, type Page } from '@playwright/test'
import { lab } from './driver'

export interface Sight {
  readonly name: string
  /** So much that scanning it takes its time. */
  readonly isLarge?: true
  readonly open: (page: Page) => Promise<void>
}

/** Opens an address and waits for its heading, its fonts and the answers of the worker. */
async function visit(page: Page, address: string): Promise<void> {
  await page.goto(`./${address}`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}

async function stale(page: Page): Promise<void> {
  await visit(page, '#/lab/stale-fill?run=T1+T1+T2+T2+T1&at=5')
  await lab(page).expectTerm('stale fill')
}

/** With everything that can be opened on the page open, and its sweep run. */
async function underLoad(page: Page): Promise<void> {
  await visit(page, '#/load?on=coalescing')
  await expect(page.getByText('of virtual time, seed')).toBeVisible({ timeout: 20_000 })
  await page.getByText('Change the workload').click()
  await page
    .getByText(/^Guards to choose from/)
    .first()
    .click()
  await page.getByText('Table', { exact: true }).first().click()
  await page.getByRole('button', { name: 'Run the sweep' }).click()
  await expect(page.getByRole('img', { name: /^Lost writes over/ })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Run the sweep' })).toBeVisible()
}

export const pages: readonly Sight[] = [
  { name: 'home', open: (page) => visit(page, '') },
  { name: 'course', open: (page) => visit(page, '#/course') },
  { name: 'scenarios', isLarge: true, open: (page) => visit(page, '#/scenarios') },
  { name: 'matrix', isLarge: true, open: (page) => visit(page, '#/matrix') },
  { name: 'load', isLarge: true, open: underLoad },
  { name: 'lua', open: (page) => visit(page, '#/lua') },
  { name: 'lesson', open: (page) => visit(page, '#/lesson/stale-fill') },
  {
    name: 'lesson, answered',
    async open(page) {
      await visit(page, '#/lesson/stale-fill')
      await page.getByRole('button', { name: 'Show me instead' }).first().click()
      await expect(page.getByRole('group', { name: /^Claim/ }).first()).toBeVisible()
    },
  },
  { name: 'claims', isLarge: true, open: (page) => visit(page, '#/claims') },
  {
    name: 'claims, one found',
    async open(page) {
      await visit(page, '#/claims/P9')
      await page.getByRole('searchbox').fill('P9')
      await expect(page.getByRole('article')).toHaveCount(1)
    },
  },
  {
    name: 'claims, none found',
    async open(page) {
      await visit(page, '#/claims/A280')
      await page.getByRole('searchbox').fill('nothing like that')
      await expect(page.getByRole('article')).toHaveCount(0)
    },
  },
  { name: 'lab', open: (page) => visit(page, '#/lab/stale-fill') },
  { name: 'lab, stale', open: stale },
  { name: 'lab, two keys', open: (page) => visit(page, '#/lab/busy-cache') },
  { name: 'lab, three clients', open: (page) => visit(page, '#/lab/lease-holder-crash') },
  { name: 'lab, broken link', open: (page) => visit(page, '#/lab/stale-fil') },
  { name: 'not found', open: (page) => visit(page, '#/nowhere') },
]

export const dialogs: readonly Sight[] = [
  {
    name: 'lab, keys',
    async open(page) {
      await stale(page)
      await page.keyboard.press('?')
      await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
    },
  },
  {
    name: 'lab, palette',
    async open(page) {
      await stale(page)
      await page.keyboard.press('Control+k')
      await expect(page.getByRole('combobox', { name: 'Find a command' })).toBeFocused()
    },
  },
  {
    name: 'lab, export',
    async open(page) {
      await stale(page)
      const more = page.getByRole('tab', { name: 'More' })
      if (await more.isVisible()) await more.click()
      await page.getByRole('button', { name: 'Export' }).click()
      await page.getByRole('tab', { name: 'Mermaid' }).click()
      await expect(page.getByRole('status').filter({ hasText: 'Mermaid reads it: 10 messages.' })).toBeVisible({
        timeout: 15_000,
      })
    },
  },
]
