import { expect, test } from './fixtures'

test.describe('the verdict matrix', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto('./#/matrix?check=converges')
    await expect(page.getByText(/All \d+ cells checked/)).toBeVisible({ timeout: 60_000 })
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
    await expect(page.getByText(/All \d+ cells checked/)).toBeVisible({ timeout: 60_000 })
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
