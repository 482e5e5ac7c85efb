/** The lesson "The stale fill", read by keyboard: the question comes before the picture, and the claim can be seen. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { activate } from './keyboard'

const theEnd =
  'The cache now disagrees with the database. T1 stored the version 1 that it had read at step 2, after T2 had committed version 2 at step 3.'
const told = [
  'T1 asks the cache for x and misses.',
  'T1 reads version 1 from the database.',
  'T2 commits version 2 of x.',
  'T2 deletes x from the cache. There is nothing to delete. The write is acknowledged.',
]
const messages = [
  'T1 asks Cache: GET x',
  'Cache answers T1: miss',
  'T1 asks Database: SELECT x',
  'Database answers T1: v1',
  'T2 asks Database: UPDATE x',
  'Database answers T2: v2',
  'T2 asks Cache: DEL x',
  'T1 asks Cache: SET x v1',
]

function partsOf(page: Page) {
  const scene = page.getByRole('region', { name: 'The race, step by step', exact: true })
  const picture = scene.getByRole('region', { name: 'Scene: The race, step by step' })
  return {
    scene,
    picture,
    play: picture.getByRole('button', { name: 'Play' }),
    sentence: picture.getByRole('paragraph').last(),
    transcript: picture.getByRole('list', { name: /, step by step$/ }).getByRole('listitem'),
    claim: scene.getByRole('group', { name: 'Claim: Cache converges to database' }),
    diagram: scene.getByRole('figure', { name: /^Sequence diagram/ }),
  }
}

async function open(page: Page) {
  await page.clock.install()
  await page.goto('./#/lesson/stale-fill')
  const parts = partsOf(page)
  await expect(parts.sentence).toHaveText('Nothing has happened yet.')
  return parts
}

/** Lets more time pass than any run of the lesson takes; in pieces, because each step sets the clock for the next one. */
async function playOut(page: Page): Promise<void> {
  for (let piece = 0; piece < 8; piece++) await page.clock.runFor(1500)
}

test('the scene plays up to the question and waits there; nothing of the answer is on the page', async ({ page }) => {
  const { scene, picture, play, sentence, transcript, claim, diagram } = await open(page)
  await activate(page, play)
  await playOut(page)
  await expect(sentence).toHaveText(told[3]!)
  await expect(transcript).toHaveText(told)
  await expect(picture.getByRole('button', { name: 'Play' })).toHaveAttribute('title', 'Answer the question first')
  await expect(picture.getByRole('button', { name: 'Step 5, after the question' })).toBeDisabled()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('End')
  await expect(sentence).toHaveText(told[3]!)
  await expect(claim).toHaveCount(0)
  await expect(diagram).toHaveCount(0)
  await expect(scene).not.toContainText('stale')
})

test('a wrong answer plays the step, says what happens, and explains both', async ({ page }) => {
  const { scene, sentence, transcript } = await open(page)
  await activate(page, scene.getByRole('button', { name: /^Nothing: the delete refuses late fills/ }))
  await page.clock.runFor(1000)
  await expect(sentence).toHaveText(theEnd)
  await expect(transcript).toHaveText([...told, theEnd])
  await expect(scene.getByRole('status')).toHaveText(
    'CFor that, something would have to remember that a delete took place. The cache keeps no trace of it: an absent key looks the same before the delete and after it.' +
      'BT1 finishes what it began. It missed, it selected version 1, and the next line of its program stores what it selected. By now the database holds version 2.',
  )
  await expect(
    scene.getByRole('button', { name: 'Version 1, until somebody writes again. this is what happens' }),
  ).toBeVisible()
})

test('the claim is refuted with its counts, and shows its witness from the first step to the last', async ({
  page,
}) => {
  const { scene, picture, sentence, claim } = await open(page)
  await activate(page, scene.getByRole('button', { name: 'Show me instead' }))
  await expect(claim.getByRole('paragraph')).toHaveText([
    /^violated ?Refuted\. “When everybody has finished, the cache is empty or agrees with the database\.”$/,
    'Interleavings that end with a cached version that the database does not have: 1 of 10. The shortest takes 5 steps.',
    'Searched: all 17 worlds of 2 clients, 2 operations, 1 key, no faults.',
  ])
  await activate(page, claim.getByRole('button', { name: 'Show it' }))
  await expect(picture.getByText('The shortest witness of the claim, 5 steps')).toBeVisible()
  await expect(sentence).toHaveText('Nothing has happened yet.')
  await playOut(page)
  await expect(sentence).toHaveText(theEnd)
  await activate(page, picture.getByRole('button', { name: 'Back to the lesson’s run' }))
  await expect(picture.getByText('The shortest witness of the claim, 5 steps')).toHaveCount(0)
})

test('the diagram is revealed in step with the scene', async ({ page }) => {
  const { scene, diagram } = await open(page)
  await activate(page, scene.getByRole('button', { name: 'Show me instead' }))
  await activate(page, diagram.getByText('The messages as a list'))
  await expect(diagram.getByRole('listitem')).toHaveText(messages)
  for (const [step, count] of [
    [1, 2],
    [3, 6],
    [4, 7],
  ] as const) {
    await activate(page, scene.getByRole('button', { name: `Show step ${step}` }))
    await expect(diagram.getByRole('listitem')).toHaveText(messages.slice(0, count))
    await expect(diagram).toHaveAccessibleName(`Sequence diagram: The race, step by step, up to step ${step}`)
    await expect(diagram.getByRole('listitem').and(page.locator('[aria-current=step]'))).toHaveText(
      { 1: messages.slice(0, 2), 3: messages.slice(4, 6), 4: messages.slice(6, 7) }[step],
    )
  }
})

/** The packages and project files in the chunks behind these paths: their names say nothing, the build's list does. */
function contentsOf(paths: readonly string[]): readonly string[] {
  const contents = JSON.parse(readFileSync('dist/.vite/contents.json', 'utf8')) as Readonly<Record<string, string[]>>
  return paths.flatMap((path) => contents[path.replace(/^.*\/(?=assets\/)/, '')] ?? [path])
}

test('a reader loads neither Mermaid nor the reader of scenario files', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const { scene, diagram } = await open(page)
  await activate(page, scene.getByRole('button', { name: 'Show me instead' }))
  await expect(diagram).toBeVisible()
  const inside = contentsOf(asked)
  expect(inside.filter((name) => /^(mermaid|yaml)$|worker/i.test(name))).toEqual([])
  expect(inside.some((name) => /LessonPage/.test(name))).toBe(true)
})

test('a lesson that is loaded again begins again, whole', async ({ page }) => {
  const { scene, claim } = await open(page)
  await activate(page, scene.getByRole('button', { name: 'Show me instead' }))
  await expect(claim).toBeVisible()
  await page.reload()
  const again = partsOf(page)
  await expect(again.sentence).toHaveText('Nothing has happened yet.')
  await expect(again.claim).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'With a lease', exact: true })).toBeVisible()
})

test('a lesson that is not there says so, and leads to those that are', async ({ page }) => {
  await page.goto('./#/lesson/stale-fil')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no lesson "stale-fil"')
  await expect(page.getByText('Did you mean "stale-fill"?')).toBeVisible()
  await page.getByRole('link', { name: 'See all lessons' }).press('Enter')
  await page.getByRole('link', { name: /The stale fill/ }).press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The stale fill')
})
