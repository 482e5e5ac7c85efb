import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'

/** Opens the editor of the write program, and hands over its text. */
async function editWrite(page: Page) {
  await page.goto('./#/lab/stale-fill')
  await page.getByRole('button', { name: 'Edit the write program' }).click()
  const area = page.getByRole('textbox', { name: 'The text of your own write' })
  await expect(area).toHaveValue(/yield\* cache\.delete\(key\)/)
  return area
}

const without = (text: string, line: string) => text.replace(line, '')

test.describe('a protocol of one’s own', () => {
  test('is checked after a pause, breaks on the stage, travels in a link and is set back', async ({ page }) => {
    const area = await editWrite(page)
    const text = await area.inputValue()
    await area.fill(without(text, '  yield* cache.delete(key)\n'))
    await expect(page.getByText('Your text runs.')).toBeVisible({ timeout: 20_000 })
    await expect(page.getByRole('region', { name: 'Checked over all 10 worlds' })).toBeVisible()
    const card = page.getByRole('region', { name: 'T2 runs your own write' })
    await expect(card).toContainText('yield* database.update(key)')
    await expect(card).not.toContainText('cache.delete')
    await expect.poll(() => page.url()).toContain('own-write=')
    const link = page.url()

    await page.goto('about:blank')
    await page.goto(link)
    await expect(page.getByRole('region', { name: 'T2 runs your own write' })).not.toContainText('cache.delete')
    await page.getByRole('button', { name: 'Edit the write program' }).click()
    await expect(area).toHaveValue(without(text, '  yield* cache.delete(key)\n'))
    await page.getByRole('region', { name: 'Your own write' }).getByRole('button', { name: 'Set back' }).click()
    await expect(page.getByRole('region', { name: 'T2 runs write-invalidate' })).toContainText('cache.delete')
    await expect.poll(() => page.url()).not.toContain('own-write=')
  })

  test('that goes wrong is named with its line, and its text survives a reload', async ({ page }) => {
    const area = await editWrite(page)
    const text = await area.inputValue()
    const wrong: readonly (readonly [string, RegExp])[] = [
      ['while (true) {}', /^Line 3 goes on and on without asking for anything\./],
      ['yield* cache.explode(key)', /^Line 3 asks cache for explode, which it has not\./],
      ['cache.delete(key)', /^Line 3 calls cache\.delete without asking it\. Write yield\*/],
      ['if (Math.random() < 0.5) return 1', /^Line 3 depends on chance/],
      ['throw new Error("no more")', /^Line 3 stops with an error: Error: no more\./],
      ['yield* cache.delete(key', /^Line 4 cannot be read/],
    ]
    for (const [line, says] of wrong) {
      await area.fill(text.replace('yield* cache.delete(key)', line))
      await expect(page.getByRole('status').filter({ hasText: says })).toBeVisible({ timeout: 20_000 })
    }
    await expect(page.getByRole('region', { name: 'T2 runs write-invalidate' })).toBeVisible()
    await page.reload()
    await page.getByRole('button', { name: 'Edit the write program' }).click()
    await expect(area).toHaveValue(/yield\* cache\.delete\(key\n/)
  })

  test('that hangs in one operation of the language is ended, and the next text runs', async ({ page }) => {
    const area = await editWrite(page)
    const text = await area.inputValue()
    await area.fill(
      text.replace('yield* cache.delete(key)', 'Array.prototype.includes.call({ length: 2 ** 53 - 1 }, 1)'),
    )
    await expect(page.getByText(/goes on and on without asking for anything, and was stopped/)).toBeVisible({
      timeout: 25_000,
    })
    await area.fill(text.replace('yield* cache.delete(key)', '// nothing'))
    await expect(page.getByText('Your text runs.')).toBeVisible({ timeout: 20_000 })
  })
})
