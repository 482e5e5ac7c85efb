/** The run to take away: pictures, text that Mermaid reads in the browser before it is copied, a trace, and paper. */
import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { lab } from './driver'
import { expect, test } from './fixtures'
import { activate } from './keyboard'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

const mermaid = `sequenceDiagram
    actor p0 as T1
    participant p1 as Cache
    participant p2 as Database
    actor p3 as T2
    p0->>p1: GET x
    p1-->>p0: miss
    p0->>p2: SELECT x
    p2-->>p0: v1
    p3->>p2: UPDATE x
    p2-->>p3: v2
    p3->>p1: DEL x
    p1-->>p3: no entry
    p0->>p1: SET x v1
    p1-->>p0: stale
    Note over p1: The cache now disagrees with the database.
`

const transcript = [
  'T1 asks the cache for x and misses.',
  'T1 reads version 1 from the database.',
  'T2 commits version 2 of x.',
  'T2 deletes x from the cache. There is nothing to delete. The write is acknowledged.',
  'The cache now disagrees with the database. T1 stored the version 1 that it had read at step 2, after T2 had committed version 2 at step 3.',
  '3 cache requests (0 hits, 1 miss), 1 database read, 1 database write.',
].join('\n')

test('the export is Mermaid text that Mermaid reads, and none of Mermaid is loaded before it is asked for', async ({
  page,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await lab(page).open('stale-fill?run=T1+T1+T2+T2+T1&at=5').expectTerm('stale fill')
  await page.waitForLoadState('networkidle')
  expect(asked.filter((path) => /mermaid/i.test(path))).toEqual([])
  await activate(page, page.getByRole('button', { name: 'Export' }))
  const dialog = page.getByRole('dialog', { name: 'Export this run' })
  expect(asked.filter((path) => /mermaid/i.test(path))).toEqual([])
  await dialog.getByRole('tab', { name: 'Mermaid' }).click()
  await expect(dialog.getByRole('textbox', { name: 'Mermaid text of the run' })).toHaveValue(mermaid)
  await expect(dialog.getByRole('status').first()).toHaveText('Mermaid reads it: 10 messages.')
  expect(asked.filter((path) => /mermaid/i.test(path))).toEqual(['/mermaid-preview.html', '/mermaid-preview.js'])
  await dialog.getByRole('tab', { name: 'Words' }).click()
  await activate(page, dialog.getByRole('button', { name: 'Copy the transcript' }))
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${transcript}\n`)
})

/** Opens the dialog at the end of the stale fill. */
async function exportOf(page: Page, moment = 'stale-fill?run=T1+T1+T2+T2+T1&at=5'): Promise<Locator> {
  await lab(page).open(moment)
  await page.getByRole('button', { name: 'Export' }).click()
  return page.getByRole('dialog', { name: 'Export this run' })
}

async function saved(page: Page, button: Locator): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
  return readFile(await download.path())
}

test('the SVG stands alone: no class, no style, no token, its words as text', async ({ page }) => {
  const dialog = await exportOf(page)
  const svg = (await saved(page, dialog.getByRole('button', { name: 'Download SVG' }))).toString()
  expect(svg).not.toMatch(/class=|style=|var\(|<style|<script|https?:(?!\/\/www\.w3\.org)/)
  // An image that is not well-formed is none.
  const width = await page.evaluate(async (text) => {
    const image = new Image()
    image.src = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }))
    await image.decode()
    return image.naturalWidth
  }, svg)
  expect(width).toBe(960)
  const inside = (pattern: RegExp) => [...svg.matchAll(pattern)].map(([, found]) => found ?? '')
  expect(inside(/<title[^>]*>([^<]*)</g)).toEqual(['The stale fill'])
  expect(inside(/<desc[^>]*>([^<]*)</g)[0]).toContain('5. The cache now disagrees with the database.')
  expect(inside(/<text[^>]*>([^<]*)</g)).toEqual(
    expect.arrayContaining(['T1 · reader', 'Database', 'GET x', 'SET x v1', 'stale', 'v2']),
  )
  const paints = new Set(inside(/(?:fill|stroke)="([^"]*)"/g))
  expect([...paints].filter((paint) => !/^(#[0-9a-f]{6}|none|url\(#[\w-]+\))$/.test(paint))).toEqual([])
})

/** Width and height of a PNG or a GIF, from its first bytes. */
const pngSize = (file: Buffer) => [file.readUInt32BE(16), file.readUInt32BE(20)]
const gifSize = (file: Buffer) => [file.readUInt16LE(6), file.readUInt16LE(8)]

test('the PNG is twice as large as the picture, in the colours that were chosen', async ({ page }) => {
  const dialog = await exportOf(page)
  const svg = (await saved(page, dialog.getByRole('button', { name: 'Download SVG' }))).toString()
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? []
  const corner = async () => {
    const png = await saved(page, dialog.getByRole('button', { name: 'Download PNG' }))
    expect(pngSize(png)).toEqual([2 * Number(width), 2 * Number(height)])
    return page.evaluate(async (base64) => {
      const image = new Image()
      image.src = `data:image/png;base64,${base64}`
      await image.decode()
      const canvas = document.createElement('canvas')
      const context = canvas.getContext('2d')!
      context.drawImage(image, 0, 0)
      return [...context.getImageData(2, 2, 1, 1).data]
    }, png.toString('base64'))
  }
  await dialog.getByRole('combobox', { name: 'Colours' }).selectOption('light')
  expect(await corner()).toEqual([250, 247, 241, 255])
  await dialog.getByRole('combobox', { name: 'Colours' }).selectOption('dark')
  expect(await corner()).toEqual([20, 18, 15, 255])
})

test('the GIF has a frame for the start and one for each step, and plays on and on', async ({ page }) => {
  const dialog = await exportOf(page)
  const gif = await saved(page, dialog.getByRole('button', { name: 'Download GIF' }))
  expect(gif.subarray(0, 6).toString()).toBe('GIF89a')
  expect(gifSize(gif)[0]).toBe(760)
  expect(gif.includes('NETSCAPE2.0')).toBe(true)
  // What stands before each frame, whatever its colours: how long it is shown.
  const frames = gif.toString('hex').split('21f904').length - 1
  expect(frames).toBe(6)
  await expect(dialog.getByRole('status')).toHaveText(/^stale-fill\.gif is saved, \d+ KiB\.$/)
})

test('the trace opens again as the same run', async ({ page }) => {
  const dialog = await exportOf(page, 'stale-fill?lease=wait&run=T1+T1+T2+T2+T1&at=4')
  await dialog.getByRole('tab', { name: 'Trace' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download stale-fill.trace.json' }).click(),
  ])
  await page.keyboard.press('Escape')
  await lab(page).open('two-writers')
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('button', { name: 'Open a file or a diagram' }).click()
  await page.getByLabel(/^A trace or a recording/).setInputFiles(await download.path())
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page).toHaveURL(/#\/lab\/stale-fill\?lease=wait&run=T1\+T1\+T2\+T2\+T1&at=4$/)
  await page.keyboard.press('u')
  await expect(page).toHaveURL(/#\/lab\/two-writers/)
})

test('on paper there is the handout and nothing else, its answers on a page of their own', async ({ page }) => {
  const dialog = await exportOf(page)
  await dialog.getByRole('tab', { name: 'Handout' }).click()
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('#root')).toBeHidden()
  const handout = page.getByRole('article')
  await expect(handout.getByRole('heading')).toHaveText(['The stale fill', 'The stale fill: the answers'])
  await expect(handout.getByRole('img', { name: /^empty box/ })).toHaveCount(15)
  await expect(handout.getByRole('table').last().getByRole('row').last()).toHaveText('5T1SET x v1stalex v1x v2')
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(2)
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? []
  expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842])
  await page.emulateMedia({ media: 'screen' })
  await dialog.getByRole('tab', { name: 'Words' }).click()
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('#root')).toBeVisible()
})
