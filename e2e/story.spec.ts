/** The stale fill from a fresh profile, by keyboard alone: broken, understood, repaired, undone, shared. */
import { lab } from './driver'
import { expect, test } from './fixtures'
import { activate } from './keyboard'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

const broken = {
  'Cache converges to database': 'violated',
  'Each client sees versions in order': 'nothing to judge',
  'Reads are never behind what is known': 'holds',
  'No acknowledged write lost': 'holds',
  'Nobody waits for ever': 'holds',
} as const
const repaired = { ...broken, 'Cache converges to database': 'holds' } as const
const brokenOver = { over: 'Checked over all 17 worlds', searched: '2 clients, 2 operations, 1 key, without faults' }
const race = 'stale-fill?run=T1+T1+T2+T2+T1'

const staleFill =
  'The cache now disagrees with the database. T1 stored the version 1 that it had read at step 2, after T2 had committed version 2 at step 3.'

test('a newcomer breaks the stale fill, repairs it, undoes that, and shares the moment', async ({ page, context }) => {
  await page.goto('./')
  await activate(page, page.getByRole('link', { name: 'Break it yourself' }))
  const here = lab(page)
  await here
    .expectSentence('Nothing has happened yet. Step a client, or play the run that is prepared.')
    .expectVersions({ cache: 'x absent', database: 'x version 1' })
    .expectPlayhead(0, 5)

  await here
    .press('1')
    .expectSentence('T1 asks the cache for x and misses.')
    .expectVersions({ cache: 'x absent', database: 'x version 1' })
    .press('1')
    .expectSentence('T1 reads version 1 from the database.')
    .expectVersions({ cache: 'x absent', database: 'x version 1' })
    .press('2')
    .expectSentence('T2 commits version 2 of x.')
    .expectVersions({ cache: 'x absent', database: 'x version 2' })
    .press('2')
    .expectSentence('T2 deletes x from the cache. There is nothing to delete. The write is acknowledged.')
    .expectVersions({ cache: 'x absent', database: 'x version 2' })
    .press('1')
    .expectSentence(staleFill)
    .expectTerm('stale fill')
    .expectVersions({ cache: 'x version 1, stale', database: 'x version 2' })
    .expectPlayhead(5, 5)
    .expectAddress(`${race}&at=5`)

  await here
    .expectVerdicts(broken, brokenOver)
    .expectMap('Schedules that end with a cached version that the database does not have: 1 of 10. You are on it.')
    .guard('Lease, others wait')
    .on()
    .expectNotes('Step 5 goes differently: stored before, refused now, because step 4 voided the lease.')
    .expectVersions({ cache: 'x absent', database: 'x version 2' })
    .expectVerdicts(repaired, { ...brokenOver, over: 'Checked over all 18 worlds' })
    .expectMap('None of the 10 schedules end with a cached version that the database does not have.')

  await here
    .undo()
    .expectGuard('Lease, others wait', false)
    .expectSentence(staleFill)
    .expectVerdicts(broken, brokenOver)
    .expectNoNote()

  const link = await here.share()
  expect(link).toBe(`${new URL(page.url()).origin}/#/lab/${race}&at=5`)
  const reader = await context.newPage()
  await reader.goto(link)
  await lab(reader)
    .expectSentence(staleFill)
    .expectPlayhead(5, 5)
    .expectGuard('Lease, others wait', false)
    .expectVersions({ cache: 'x version 1, stale', database: 'x version 2' })
})
