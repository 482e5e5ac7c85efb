/** What else a run in the Lab can do, each by its keys: forks, witnesses, the map, faults, another tempo. */
import { lab } from './driver'
import { expect, test } from './fixtures'

const race = 'stale-fill?run=T1+T1+T2+T2+T1'

test('going back and choosing otherwise forks the run, and the old future can be chosen again', async ({ page }) => {
  const here = lab(page)
  await here
    .open(`${race}&at=5`)
    .press('ArrowLeft', 'ArrowLeft', 'ArrowLeft')
    .expectPlayhead(2, 5)
    .expectSentence('T1 reads version 1 from the database.')
    .press('1')
    .expectSentence('T1 stores version 1 in the cache and returns it.')
    .expectAddress('stale-fill?run=T1+T1+T1&at=3')
    .press('ArrowLeft')
    .expectPlayhead(2, 3)
  await expect(here.forks.getByRole('button')).toHaveText(['other future: T2 T2 T1'])
  await here
    .activate('button', 'other future: T2 T2 T1')
    .expectPlayhead(2, 5)
    .press('End')
    .expectTerm('stale fill')
    .expectAddress(`${race}&at=5`)
})

test('a violated verdict plays its shortest witness to the end', async ({ page }) => {
  await lab(page)
    .open('stale-fill?run=T2+T2')
    .press(']', ']')
    .activate('button', 'show the shortest run that violates “cache converges to database”, 5 steps')
    .expectPlayhead(5, 5)
    .expectTerm('stale fill')
    .expectVersions({ cache: 'x version 1, stale', database: 'x version 2' })
    .expectAddress(`${race}&at=5`)
})

test('the arrow keys walk the schedule map: right is T1, up is T2, left takes a step back', async ({ page }) => {
  const here = lab(page)
  await here
    .open('stale-fill?run=')
    .walkTo(here.map)
    .press('ArrowRight', 'ArrowRight', 'ArrowUp', 'ArrowUp')
    .expectAddress('stale-fill?run=T1+T1+T2+T2&at=4')
    .expectMap(
      'Schedules that end with a cached version that the database does not have: 1 of 10. Every way on from here is one of them.',
    )
    .press('ArrowLeft', 'ArrowLeft')
    .expectMap(
      'Schedules that end with a cached version that the database does not have: 1 of 10. From here it can still go either way.',
    )
    .press('ArrowRight')
    .expectAddress('stale-fill?run=T1+T1+T1&at=3')
    .expectMap(
      'Schedules that end with a cached version that the database does not have: 1 of 10. No way on from here is one of them.',
    )
  await expect(here.map).toHaveAccessibleDescription(
    /T1 has taken 3 of 3 steps, T2 0 of 2\. ?Right steps T1, up steps T2, left or down takes the last step back\.$/,
  )
})

test('a writer that crashes leaves what it wrote, and its client takes no more steps', async ({ page }) => {
  const here = lab(page)
  await here
    .open('writer-crash?run=')
    .press('2')
    .expectVersions({ cache: 'x version 1, stale', database: 'x version 2' })
    .press('x')
    .expectSentence(
      'The write stops halfway. T2 crashes before it stores version 2 of x in the cache. Version 1 stays cached, although T2 committed version 2 at step 1.',
    )
    .expectVersions({ cache: 'x version 1, stale', database: 'x version 2' })
    .press('2')
    .expectAddress('writer-crash?run=T2+crash:T2&at=2')
  await expect(page.getByRole('button', { name: 'Step T2' })).toHaveAttribute('title', 'T2 has crashed')
})

test('an entry that expires takes its stale version with it', async ({ page }) => {
  await lab(page)
    .open('writer-crash-expiry?run=T2+crash:T2&at=2')
    .expectVersions({ cache: 'x version 1, stale', database: 'x version 2' })
    .activate('button', 'Expire x')
    .expectSentence(
      'Version 1 of x expires and leaves the cache. It was older than version 2, which T2 committed at step 1.',
    )
    .expectVersions({ cache: 'x absent', database: 'x version 2' })
    .expectAddress('writer-crash-expiry?run=T2+crash:T2+expire:x&at=3')
})

test('a timer that fires deletes what was filled meanwhile', async ({ page }) => {
  await lab(page)
    .open('deferred-any?run=')
    .press('1', '1', '2', '1')
    .expectVersions({ cache: 'x version 1, stale', database: 'x version 2' })
    .activate('button', 'Fire the timer of T2')
    .expectVersions({ cache: 'x absent', database: 'x version 2' })
})

test('undo and redo move between whole moments: run, playhead and guards', async ({ page }) => {
  await lab(page)
    .open(`${race}&at=5`)
    .guard('Compare-and-set, newer')
    .on()
    .expectAddress('stale-fill?compare-and-set=newer&run=T1+T1+T2+T2+T1&at=5')
    .expectNotes('All 5 steps go as before.')
    .guard('Lease, others bypass')
    .on()
    .press('u', 'u')
    .expectAddress(`${race}&at=5`)
    .press('Shift+U')
    .expectGuard('Compare-and-set, newer', true)
    .expectGuard('Lease, others bypass', false)
    .press('Shift+U')
    .expectGuard('Lease, others bypass', true)
})

test('the palette finds a step by its name and takes it', async ({ page }) => {
  await lab(page).open('stale-fill?run=').press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Find a command' })).toBeFocused()
  await page.keyboard.type('step t2')
  await expect(page.getByRole('listbox', { name: 'Commands' }).getByRole('option')).toHaveText([/^Step T2/])
  await lab(page).press('Enter').expectSentence('T2 commits version 2 of x.').expectAddress('stale-fill?run=T2&at=1')
})

test('a single key does nothing once single keys are switched off, and the arrows still do', async ({ page }) => {
  await lab(page).open(race).press('?')
  await page.getByRole('switch', { name: 'Single keys' }).press('Space')
  await lab(page).press('Escape', '1').expectPlayhead(0, 5).press('ArrowRight').expectPlayhead(1, 5)
})
