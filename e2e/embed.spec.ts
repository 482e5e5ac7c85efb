/** The page for frames: a run in somebody else's page, in a sandbox without an origin, a storage or a way out. */
import { test as plain, type FrameLocator, type Page } from '@playwright/test'
import { expect, test } from './fixtures'

const moment = '#/lab/stale-fill-lease?run=T1+T1+T2+T2+T1&at=4'

/** Puts a document into a frame of another page. */
async function framed(page: Page, address: string, baseURL: string | undefined): Promise<FrameLocator> {
  const source = new URL(address, baseURL).href
  await page.setContent(
    `<iframe src="${source}" sandbox="allow-scripts" title="A run" width="720" height="600"></iframe>`,
  )
  return page.frameLocator('iframe')
}

const sentence = (frame: FrameLocator) =>
  frame.getByRole('region', { name: 'What happened' }).getByRole('paragraph').first()

async function expectMoment(frame: FrameLocator): Promise<void> {
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText('The stale fill under a lease')
  await expect(sentence(frame)).toContainText('T2 deletes x from the cache.')
  await expect(frame.getByRole('slider', { name: 'Step' })).toHaveValue('4')
  // The worker answers, too.
  await expect(frame.getByText('Checked over all 18 worlds')).toContainText('holds')
}

test('a frame without an origin shows a moment, and goes on from there', async ({ page, baseURL }) => {
  const frame = await framed(page, `embed.html${moment}`, baseURL)
  await expectMoment(frame)
  await frame.getByText('Checked over all 18 worlds').click()
  await expect(frame.getByRole('list', { name: 'Verdicts' }).getByRole('listitem')).toHaveText([
    /Cache converges to database holds/,
    /Each client sees versions in order nothing to judge/,
    ...[/holds/, /holds/, /holds/],
  ])
  await frame.getByRole('button', { name: 'Step forward' }).click()
  await expect(sentence(frame)).toContainText("T1's fill is refused, because step 4 voided its lease.")
  const link = frame.getByRole('link', { name: 'Open in the full Lab' })
  await expect(link).toHaveAttribute('href', './index.html#/lab/stale-fill-lease?run=T1+T1+T2+T2+T1&at=5')
})

// The page that leads there is refused its modules and typefaces on the way, and says so.
plain('the word "embed" in the address of the page leads to the same', async ({ page, baseURL }) => {
  await expectMoment(await framed(page, `?embed${moment}`, baseURL))
})

test('a frame has no storage and misses nothing for it', async ({ page, baseURL }) => {
  const frame = await framed(page, `embed.html${moment}`, baseURL)
  await expect(frame.getByRole('heading', { level: 1 })).toBeVisible()
  const stored = await page
    .mainFrame()
    .childFrames()[0]
    ?.evaluate(() => {
      try {
        return String(localStorage.length)
      } catch (error) {
        return `${(error as Error).name}, ${self.origin}`
      }
    })
  expect(stored).toBe('SecurityError, null')
})

test('a link that cannot be followed says so in the frame, too', async ({ page, baseURL }) => {
  const frame = await framed(page, 'embed.html#/lab/stale-fill?leese=wait', baseURL)
  await expect(frame.getByRole('note')).toContainText('There is no link word "leese". Did you mean "lease"?')
})
