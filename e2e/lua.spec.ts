import { expect, test } from './fixtures'

test.describe('real Lua on the model’s cache', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto('./#/lua')
  })

  test('answers every recorded case as a real server did, and lets the older version win', async ({ page }) => {
    await expect(page.getByText('31 of 31 answers')).toBeVisible()
    const late = page.getByRole('listitem').filter({ hasText: 'T2, then T1' })
    await expect(late).toContainText('T2: 1, refused')
    await expect(late).toContainText('The cache ends with 2:from T1, and version 3 is in the database.')
    await expect(page.getByText('It answers 0, stored. Afterwards: 2:b, for 60 s.')).toBeVisible()
  })

  test('keeps the newer version under the repaired rule, whatever the order', async ({ page }) => {
    await page.getByRole('combobox', { name: 'Rule' }).selectOption('Newer wins')
    for (const order of ['T1, then T2', 'T2, then T1'])
      await expect(page.getByRole('listitem').filter({ hasText: order })).toContainText('ends with 3:from T2.')
  })

  test('stops a script that never ends, says so in one sentence, and goes on', async ({ page }) => {
    const script = page.getByRole('textbox', { name: 'The script' })
    await script.fill('while true do end')
    await expect(page.getByText('The script ran for more than 500 ms and was stopped.').first()).toBeVisible({
      timeout: 30_000,
    })
    await script.fill('return 7')
    await expect(page.getByText('It answers 7. Afterwards: 1:a, without an end.')).toBeVisible({ timeout: 30_000 })
    await page.getByRole('button', { name: 'Set back' }).click()
    await expect(page.getByText('31 of 31 answers')).toBeVisible({ timeout: 30_000 })
  })
})
