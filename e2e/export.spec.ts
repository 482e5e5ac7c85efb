/** The run as text to take away, read by Mermaid in the browser before it is copied. */
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
  await expect(dialog.getByRole('textbox', { name: 'Mermaid text of the run' })).toHaveValue(mermaid)
  await expect(dialog.getByRole('status').first()).toHaveText('Mermaid reads it: 10 messages.')
  expect(asked.filter((path) => /mermaid/i.test(path))).toEqual(['/mermaid-preview.html', '/mermaid-preview.js'])
  await activate(page, dialog.getByRole('button', { name: 'Copy the transcript' }))
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(transcript)
})
