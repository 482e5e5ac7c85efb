import { expect, test } from './fixtures'

test('the home page opens under its policy', async ({ page }) => {
  const response = await page.goto('./')
  expect(response?.headers()['content-security-policy']).toContain("require-trusted-types-for 'script'")
  await expect(page).toHaveTitle(/CacheScope/)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})
