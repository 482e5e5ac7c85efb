/** Going through a page with Tab alone, as somebody does who has no mouse. */
import { expect, type Locator, type Page } from '@playwright/test'

const TABS_MAX = 120

const hasFocus = (goal: Locator): Promise<boolean> => goal.evaluate((element) => element === document.activeElement)

/** Presses Tab until the goal has the focus; fails where it cannot be reached. */
export async function walkTo(page: Page, goal: Locator): Promise<void> {
  await expect(goal).toBeVisible()
  for (let presses = 0; presses < TABS_MAX; presses++) {
    if (await hasFocus(goal)) return
    await page.keyboard.press('Tab')
  }
  await expect(goal, `is reached within ${TABS_MAX} presses of Tab`).toBeFocused()
}

/** Walks to the goal and presses it. */
export async function activate(page: Page, goal: Locator): Promise<void> {
  await walkTo(page, goal)
  await page.keyboard.press('Enter')
}

/** What the next presses of Tab lead to, as `role name`. */
export async function stops(page: Page, count: number): Promise<readonly string[]> {
  const found: string[] = []
  for (let presses = 0; presses < count; presses++) {
    await page.keyboard.press('Tab')
    found.push(await focused(page))
  }
  return found
}

/** What has the focus: the first line of how a screen reader would call it. */
export async function focused(page: Page): Promise<string> {
  const snapshot = await page.locator(':focus').ariaSnapshot()
  const [line = ''] = snapshot.split('\n')
  return line.replace(/^- '?/, '').replace(/'?:?$/, '').replaceAll('"', '')
}
