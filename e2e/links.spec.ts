/** Links and storage: what a link restores, what is said of one that cannot be followed, and that nothing stops the page. */
import { lab } from './driver'
import { expect, test } from './fixtures'

const staleFill =
  'The cache now disagrees with the database. T1 stored the version 1 that it had read at step 2, after T2 had committed version 2 at step 3.'

interface Restored {
  readonly at: readonly [step: number, count: number]
  readonly sentence: string
  readonly cache: string
  readonly database: string
  readonly guards: readonly string[]
}

const moments: Readonly<Record<string, Restored>> = {
  'stale-fill?run=T1+T1+T2+T2+T1&at=3': {
    at: [3, 5],
    sentence: 'T2 commits version 2 of x.',
    cache: 'x absent',
    database: 'x version 2',
    guards: [],
  },
  'stale-fill?lease=wait&run=T1+T1+T2+T2+T1&at=5': {
    at: [5, 5],
    sentence: "T1's fill is refused, because step 4 voided its lease.",
    cache: 'x absent',
    database: 'x version 2',
    guards: ['Lease, others wait'],
  },
  'stale-fill-lease?lease=off&run=T1+T1+T2+T2+T1&at=5': {
    at: [5, 5],
    sentence: staleFill,
    cache: 'x version 1, stale',
    database: 'x version 2',
    guards: [],
  },
  'deferred-any?run=T1+T1+T2+T1+timer:T2&at=4': {
    at: [4, 5],
    sentence: `${staleFill} T2's timer will delete it.`,
    cache: 'x version 1, stale',
    database: 'x version 2',
    guards: ['Deferred invalidation'],
  },
  'two-writers-equal-expiry?run=T1+T2+T2+T1+T3+expire:x&at=6': {
    at: [6, 6],
    sentence: 'Version 2 of x expires and leaves the cache. It was older than version 3, which T2 committed at step 2.',
    cache: 'x absent',
    database: 'x version 3',
    guards: ['Compare-and-set, equal', 'Expire after write'],
  },
  'lease-holder-crash?run=T3+T3+T1+crash:T1&at=4': {
    at: [4, 4],
    sentence: 'T1 crashes before it reads x from the database. Its lease stays out, and T2 waits for it.',
    cache: 'x absent',
    database: 'x version 2',
    guards: ['Lease, others wait'],
  },
}

for (const [moment, { at, sentence, cache, database, guards }] of Object.entries(moments))
  test(`a link restores its moment: ${moment}`, async ({ page }) => {
    const here = lab(page)
    await here
      .open(moment)
      .expectSentence(sentence)
      .expectPlayhead(...at)
      .expectVersions({ cache, database })
      .expectNoNote()
    for (const guard of guards) await here.expectGuard(guard, true)
    await expect(page.getByRole('switch', { checked: true })).toHaveCount(guards.length)
  })

test('a link that no longer replays says at which step, and shows what still does', async ({ page }) => {
  await lab(page)
    .open('stale-fill?run=T1+T1+T2+T2+T2+T1&at=6')
    .expectNotes(
      'Step 5, "T2", cannot happen at that point: what can happen there is T1. The first 4 of its 6 steps still go.',
    )
    .expectPlayhead(4, 4)
    .expectSentence('T2 deletes x from the cache. There is nothing to delete. The write is acknowledged.')
    .press('1')
    .expectSentence(staleFill)
    .expectNoNote()
})

const hostile: Readonly<Record<string, string>> = {
  'stale-fil': 'There is no scenario "stale-fil". Did you mean "stale-fill"?',
  __proto__: 'There is no scenario "__proto__". The documentation lists all that there are.',
  'stale-fill?run=T9': 'The schedule\'s word "T9" names no step. Did you mean "T1"?',
  'stale-fill?run=constructor': 'The schedule\'s word "constructor" names no step. Use T1 or T2.',
  'stale-fill?lease=maybe': 'The guard "lease" has no value "maybe". Use wait or bypass.',
  'stale-fill?at=-1&run=T1':
    '"at" must be a number from 0 to 1, the length of the run, and it is "-1". Change it or leave it out.',
  'stale-fill?run=%00%ff': 'The sign "%" stands for nothing here. Copy the link again, whole.',
  'stale-fill?run=T1&run=T2': '"run" stands in the link for the second time. Keep one of the two.',
  'stale-fill?expire=1e999': '"1e999" is no number of times. Write 1 to 200, "any" or "off".',
  [`stale-fill?run=${'T1+'.repeat(6000)}T1`]: 'The link has more than 8 KiB, and none is that long. Copy it again.',
}

const insteadOf = (link: string) =>
  link.startsWith('stale-fill?')
    ? 'The scenario it names is open from its start instead.'
    : 'The first scenario is open instead.'

for (const [link, sentence] of Object.entries(hostile))
  test(`a hostile link is one sentence, and the Lab goes on: ${link.slice(0, 40)}`, async ({ page }) => {
    const here = lab(page)
    await here
      .open(link)
      .expectNotes(`The link could not be followed. ${sentence} ${insteadOf(link)}`)
      .expectPlayhead(0, 5)
      .press('1', '1')
      .expectSentence('T1 reads version 1 from the database.')
      .activate('button', 'Dismiss')
      .expectNoNote()
  })

test('an address with markup in it is text on the page, and leads back', async ({ page }) => {
  await page.goto('./#/lab/<img src=x onerror=alert(1)>/y')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('There is nothing at /lab/<img')
  await page.getByRole('link', { name: 'Open the Lab' }).press('Enter')
  await lab(page).expectPlayhead(0, 5)
})

const storageKey = 'cachescope.preferences'

test('preferences that cannot be read are set aside and named once, and the page goes on', async ({ page }) => {
  await page.goto('./')
  await page.evaluate(
    ([key]) => {
      localStorage.setItem(key, '{"theme":"neon"}')
    },
    [storageKey] as const,
  )
  await page.reload()
  const note = page.getByRole('note')
  await expect(note).toHaveText(
    'Your saved preferences could not be read, so the usual ones are used. They are kept under "cachescope.preferences.unreadable" in this browser\'s storage.',
  )
  expect(await page.evaluate(() => localStorage.getItem('cachescope.preferences.unreadable'))).toBe('{"theme":"neon"}')
  await lab(page).open('stale-fill?run=').press('2').expectSentence('T2 commits version 2 of x.')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(note).toHaveCount(0)
})

test('a storage that throws at every access costs no more than the memory of preferences', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError')
      },
    })
  })
  await lab(page).open('stale-fill?run=').press('d', '2').expectSentence('T2 commits version 2 of x.')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.getByRole('button', { name: 'Theme: dark. Change to light' })).toBeVisible()
})
