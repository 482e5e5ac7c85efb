/** Names and values that are scripts: whatever a stranger writes into a link or a file is text on the page. */
import { expect, test } from './fixtures'
import { lab } from './driver'

const tags = [
  '<script>run()</script>',
  '<img src=x onerror=run()>',
  '<svg onload=run()>',
  '<iframe srcdoc="<script>parent.run()</script>"></iframe>',
  '<a href="javascript:run()">a</a>',
  '<body onload=run()>',
  '<input autofocus onfocus=run()>',
  '<details open ontoggle=run()>',
  '<math><mi xlink:href="javascript:run()">',
  '<style>@import "javascript:run()"</style>',
]
const ends = ['', '"', "'", '">', "'>", '-->', ']]>', '</title>', '</textarea>', '</script>']
const coats: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => encodeURIComponent(text),
  (text) => text.toUpperCase().replaceAll('RUN', 'run'),
  (text) => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  (text) => `\u202e${text}`,
]

/** Five hundred of them. */
const payloads = tags.flatMap((tag) => ends.flatMap((end) => coats.map((coat) => coat(end + tag))))

const places: readonly ((payload: string) => string)[] = [
  (payload) => `#/lab/${payload}`,
  (payload) => `#/lab/stale-fill?run=${payload}`,
  (payload) => `#/lab/stale-fill?${payload}=wait`,
  (payload) => `#/lab/stale-fill?lease=${payload}`,
  (payload) => `#/lab/stale-fill?clients=${payload}:read-x`,
]

/** Counts what ran, and what of a payload became an element. */
const damage = () => ({
  ran: (globalThis as { runs?: number }).runs ?? 0,
  made: document.querySelectorAll(
    'img, [onerror], [onload], [onfocus], [ontoggle], a[href^="javascript" i], iframe[srcdoc], math, #root script, #root style',
  ).length,
})

test('five hundred scripts in links run nowhere and become text', async ({ page }) => {
  test.setTimeout(120_000)
  expect(payloads.length).toBe(500)
  await page.addInitScript(() => {
    Object.assign(globalThis, { run: () => Object.assign(globalThis, { runs: 1 }) })
  })
  await lab(page).open('stale-fill?run=')
  for (const [index, payload] of payloads.entries()) {
    await page.evaluate(
      (hash) => {
        location.hash = hash
      },
      places[index % places.length]!(payload),
    )
  }
  await lab(page).press('1')
  expect(await page.evaluate(damage)).toEqual({ ran: 0, made: 0 })
})

test('five hundred scripts in titles, names and kept scenarios run nowhere and become text', async ({ page }) => {
  test.setTimeout(180_000)
  await page.addInitScript(() => {
    Object.assign(globalThis, { run: () => Object.assign(globalThis, { runs: 1 }) })
  })
  await lab(page).open('stale-fill')
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('button', { name: 'Edit this scenario' }).click()
  const text = page.getByRole('textbox', { name: 'The scenario as text' })
  const plain = await text.inputValue()
  for (let from = 0; from < payloads.length; from += 10) {
    const ten = payloads.slice(from, from + 10)
    // Ten at a time: as title and text, as names of clients and keys, as words that are none.
    const [title = '', about = '', ...others] = ten.map((payload) => JSON.stringify(payload))
    const typed = plain
      .replace(/title: .*/, `title: ${title}`)
      .replace(/about: .*/, `about: ${about}`)
      .replace(/clients: .*/, `clients: { ${others.map((other) => `${other}: [${other}]`).join(', ')} }`)
    await text.fill(typed)
    await text.fill(plain.replace(/title: .*/, `title: ${title}`).replace(/about: .*/, `about: ${about}`))
    await page.getByRole('textbox', { name: 'Keep as' }).fill((ten[0] ?? '').slice(0, 60))
    await page.getByRole('button', { name: /^Save/ }).click()
  }
  await page.waitForTimeout(600)
  expect(await page.evaluate(damage)).toEqual({ ran: 0, made: 0 })
})
