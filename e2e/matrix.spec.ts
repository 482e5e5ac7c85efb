import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'

const allChecked = (page: Page) => expect(page.getByText(/All \d+ cells checked/)).toBeVisible({ timeout: 60_000 })

test.describe('the verdict matrix', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto('./#/matrix?check=converges')
    await allChecked(page)
  })

  test('says which guard repairs plain invalidation, and opens what does not on its witness', async ({ page }) => {
    const cell = (guard: string) => page.getByRole('link', { name: `Write-invalidate, ${guard}:` })
    await expect(cell('Lease, others wait')).toHaveAccessibleName(/every property holds/)
    await expect(cell('No guard')).toHaveAccessibleName(/converges violated/)
    await cell('No guard').click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Cache-aside, write-invalidate')
    await expect(page).toHaveURL(/clients=R1:read-x,read-x\+W:write-x\+R2:read-x,read-x/)
    await expect(page).toHaveURL(/run=\w/)
  })

  test('is judged anew for another fault, and its address says which', async ({ page }) => {
    const crashed = page.getByRole('link', { name: 'Write-invalidate, Lease, others wait:' })
    await page.getByRole('combobox', { name: 'The key at the start' }).selectOption('Warm')
    await page.getByRole('combobox', { name: 'What may go wrong' }).selectOption('The writer crashes')
    await allChecked(page)
    await expect(crashed).toHaveAccessibleName(/converges violated/)
    await expect(page).toHaveURL(/faults=writer-crash&start=warm&check=converges/)
    await page.reload()
    await expect(crashed).toHaveAccessibleName(/converges violated/, { timeout: 60_000 })
  })

  test('never judges nothing: the last property stays chosen', async ({ page }) => {
    await page.getByText('Properties: 1 of').click()
    const only = page.getByRole('checkbox', { name: 'Cache converges to database' })
    await only.click()
    await expect(only).toBeChecked()
  })
})

test.describe('the verdict matrix, for those who read for ever', () => {
  const cell = (page: Page, name: string) => page.getByRole('link', { name: `${name}:` })

  test.beforeEach(async ({ page }) => {
    await page.goto('./#/matrix?start=warm')
    await allChecked(page)
  })

  test('tells never, bounded and for ever apart beside the worst verdict, and says what the marks mean', async ({
    page,
  }) => {
    await expect(cell(page, 'Write-invalidate, No guard')).toHaveAccessibleName(
      /every property holds, never stale\. Open in the Lab$/,
    )
    await expect(cell(page, 'Deferred invalidation, No guard')).toHaveAccessibleName(/stale for a bounded window/)
    await expect(cell(page, 'Write-around, No guard')).toHaveAccessibleName(/stale for ever/)
    await expect(cell(page, 'Write-around, No guard')).toContainText('for ever')
    await expect(page.getByText('Whoever reads for ever sees')).toBeVisible()
    await page.getByText('Properties: 10 of 10').click()
    await page.getByRole('checkbox', { name: 'Readers see the new value in the end' }).click()
    await allChecked(page)
    await expect(cell(page, 'Write-around, No guard')).not.toHaveAccessibleName(/stale/)
    await expect(page.getByText('Whoever reads for ever sees')).toBeHidden()
  })

  test('a cell’s card says why, and plays what stays stale in the Lab', async ({ page }) => {
    await page.getByRole('combobox', { name: 'What may go wrong' }).selectOption('The writer crashes')
    await allChecked(page)
    await cell(page, 'Write-invalidate, Lease, others wait').focus()
    const card = page.getByRole('group', { name: 'Write-invalidate · Lease, others wait' })
    await expect(card).toContainText('W crashes before it deletes x from the cache.')
    await expect(card).toContainText('Then R2 can follow again and again, with a stale read each time.')
    await card.getByRole('link', { name: 'Play how it stays stale' }).click()
    await expect(page).toHaveURL(/clients=W:write-x\+R2:forever-read-x/)
    await expect(page).toHaveURL(/check=sees-the-new-value&run=W\+crash:W\+R2\+R2\+R2/)
    await expect(page.getByText('stale for ever: R2 can follow again and again')).toBeVisible()
  })

  test('the card goes with Escape, and its links come after the cell’s', async ({ page }) => {
    await cell(page, 'Write-around, No guard').focus()
    const card = page.getByRole('group', { name: 'Write-around · No guard' })
    await page.keyboard.press('Tab')
    await expect(card.getByRole('link', { name: 'Play the witness' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(card).toBeHidden()
    await expect(cell(page, 'Write-around, No guard')).toBeFocused()
  })
})
