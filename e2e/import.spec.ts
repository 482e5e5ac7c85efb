/** Files and diagrams that others hand in: dropped, chosen or pasted; what cannot be opened leaves all as it was. */
import type { Page } from '@playwright/test'
import { lab } from './driver'
import { expect, test } from './fixtures'

/** Drops a file onto the Lab as a person with a mouse does. */
const drop = (page: Page, name: string, text: string) =>
  page.evaluate(
    ([fileName, contents]) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([contents ?? ''], fileName ?? ''))
      for (const type of ['dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }))
    },
    [name, text],
  )

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Open a file or a diagram' })

test('a scenario that is dropped onto the Lab is open, and undo brings back what was there', async ({ page }) => {
  await lab(page).open('stale-fill?run=T1+T1&at=2')
  await drop(
    page,
    'mine.scenario.yaml',
    'scenario: mine\nprotocol: { read: cache-aside, write: write-around }\nclients: { Ann: [read k], Bob: [write k] }\nschedule: Ann Bob\n',
  )
  await expect(page).toHaveURL(/clients=Ann:read-k\+Bob:write-k/)
  await lab(page).expectSaid('Mine is open. Undo brings back what you had.')
  await page.keyboard.press('u')
  await expect(page).toHaveURL(/#\/lab\/stale-fill\?run=T1\+T1&at=2$/)
})

test('a pasted diagram says what cannot run with its line before the rest is opened', async ({ page }) => {
  await lab(page).open('two-writers').activate('button', 'More').activate('button', 'Open a file or a diagram')
  const dialog = dialogOf(page)
  await dialog
    .getByRole('textbox', { name: 'Or paste its text' })
    .fill(
      'sequenceDiagram\nT1->>Cache: GET x\nCache-->>T1: miss\nT1->>Database: SELECT x\nT2->>Database: UPDATE x\nT2->>Cache: DEL x\nT1->>T2: hello\nT1->>Cache: SET x',
    )
  await dialog.getByRole('button', { name: 'Open this text' }).click()
  await expect(dialog.getByRole('listitem')).toHaveText([
    'Line 7: Clients do not speak with each other here. The message is left out.',
  ])
  await dialog.getByRole('button', { name: 'Open the rest' }).click()
  await expect(dialog).toBeHidden()
  await lab(page).press('End').expectTerm('stale fill')
})

test('a recording of real servers opens as its story, and a bad file is one sentence that changes nothing', async ({
  page,
}) => {
  await lab(page).open('stale-fill?run=T1+T1&at=2')
  const recording = {
    ...{ scenario: 'mine', title: 'Two answers', initial: { db: { x: ['0', 0] } } },
    steps: [
      { n: 1, p: 'T1', req: 'redis> GET x', reply: null },
      { n: 2, p: 'T1', req: 'redis> SET x 1', reply: 'QUEUED' },
    ],
    ...{ reads_and_writes: [], final: {}, verdict: {} },
  }
  await drop(page, 'mine.json', JSON.stringify(recording))
  const dialog = dialogOf(page)
  await expect(dialog.getByText('Two answers The model answers otherwise at step 2.')).toBeVisible()
  await expect(dialog.getByRole('row')).toHaveText([
    'StepWhoAsksThe server saidThe model says',
    '1T1Redis GET xnothing✓ the same',
    '2T1Redis SET x 1"QUEUED"✗ "OK"',
  ])
  await page.keyboard.press('Escape')
  await drop(page, 'cat.png', '\u0000\u0001')
  await expect(dialog.getByRole('note')).toHaveText(
    '"cat.png" is neither a trace, a recording, a scenario nor a sequence diagram. A scenario begins with "scenario:", a diagram with "sequenceDiagram".',
  )
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/#\/lab\/stale-fill\?run=T1\+T1&at=2$/)
})
