/**
 * Stage directions for the Lab: a test says what a person does and reads, by roles and names, and nothing about how the
 * page is made. Directions are chained and carried out in order once the chain is awaited; each is a step of the report.
 * A direction that says how (`press`, `walkTo`) uses the keyboard only.
 */
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { activate, walkTo } from './keyboard'

/** What a verdict list says of a property. */
type Word = 'holds' | 'violated' | 'unknown' | 'nothing to judge'

interface Counted {
  /** The heading: over how many worlds. */
  readonly over: string
  /** What was searched. */
  readonly searched: string
}

export class Lab implements PromiseLike<undefined> {
  private queue: Promise<undefined> = Promise.resolve(undefined)

  constructor(readonly page: Page) {}

  /** Carries out the directions that were given so far. */
  then<Done = undefined, Failed = never>(
    done?: ((value: undefined) => Done | PromiseLike<Done>) | null,
    failed?: ((reason: unknown) => Failed | PromiseLike<Failed>) | null,
  ): Promise<Done | Failed> {
    return this.queue.then(done, failed)
  }

  private direct(words: string, act: () => Promise<unknown>): this {
    this.queue = this.queue.then(async () => {
      await test.step(words, act)
      return undefined
    })
    return this
  }

  get sentence(): Locator {
    return this.page.getByRole('region', { name: 'What happened' }).getByRole('paragraph')
  }

  get verdicts(): Locator {
    return this.page.getByRole('region', { name: /^Check(ed|ing) / })
  }

  get playhead(): Locator {
    return this.page.getByRole('slider', { name: 'Step' })
  }

  get map(): Locator {
    return this.page.getByRole('application', { name: /^Schedule map/ })
  }

  /** The page's live region. */
  get said(): Locator {
    return this.page.getByRole('status').last()
  }

  get notes(): Locator {
    return this.page.getByRole('note')
  }

  get forks(): Locator {
    return this.page.getByRole('group', { name: 'Other futures from here' })
  }

  switch(name: string): Locator {
    return this.page.getByRole('switch', { name, exact: true })
  }

  /** Opens a moment by its link, the part behind `#/lab/`. */
  open(moment: string): this {
    return this.direct(`open ${moment}`, async () => {
      await this.page.goto(`./#/lab/${moment}`)
      // Keys mean something only once the Lab is there.
      await expect(this.playhead).toBeVisible()
    })
  }

  /** Presses one key after the other. */
  press(...keys: string[]): this {
    return this.direct(`press ${keys.join(' ')}`, async () => {
      for (const key of keys) await this.page.keyboard.press(key)
    })
  }

  /** Goes on with Tab to a control and presses it. */
  activate(role: 'button' | 'link', name: string | RegExp): this {
    return this.direct(`activate ${String(name)}`, () => activate(this.page, this.page.getByRole(role, { name })))
  }

  walkTo(goal: Locator): this {
    return this.direct('walk on', () => walkTo(this.page, goal))
  }

  undo(): this {
    return this.press('u')
  }

  /** A guard's switch, reached and turned by keyboard. */
  guard(name: string): { on: () => Lab; off: () => Lab } {
    const turn = (isOn: boolean) =>
      this.direct(`turn ${name} ${isOn ? 'on' : 'off'}`, async () => {
        await expect(this.switch(name)).toBeChecked({ checked: !isOn })
        await walkTo(this.page, this.switch(name))
        await this.page.keyboard.press('Space')
        await expect(this.switch(name)).toBeChecked({ checked: isOn })
      })
    return { on: () => turn(true), off: () => turn(false) }
  }

  expectGuard(name: string, isOn: boolean): this {
    return this.direct(`${name} is ${isOn ? 'on' : 'off'}`, () =>
      expect(this.switch(name)).toBeChecked({ checked: isOn }),
    )
  }

  /** The whole sentence about the current step, headline included. */
  expectSentence(sentence: string): this {
    return this.direct(`the sentence is "${sentence}"`, () => expect(this.sentence.first()).toHaveText(sentence))
  }

  expectTerm(term: string): this {
    return this.direct(`the term is "${term}"`, () => expect(this.sentence.nth(1)).toHaveText(term))
  }

  /** What both hold, as the words beside the picture say it: `x version 1, stale`. */
  expectVersions({ cache, database }: { readonly cache: string; readonly database: string }): this {
    const words = `Cache: ${cache}. Database: ${database}.`
    return this.direct(words, () => expect(this.page.getByText(words, { exact: true })).toHaveCount(1))
  }

  expectPlayhead(step: number, count: number): this {
    return this.direct(`step ${step} of ${count}`, async () => {
      await expect(this.playhead).toHaveValue(String(step))
      await expect(this.playhead).toHaveAttribute('max', String(count))
    })
  }

  /** The notes over the picture, all of them, without the words of their buttons. */
  expectNotes(...texts: readonly (string | RegExp)[]): this {
    return this.direct(`notes: ${texts.join(' / ')}`, () => expect(this.notes).toContainText([...texts]))
  }

  expectNoNote(): this {
    return this.direct('no note', () => expect(this.notes).toHaveCount(0))
  }

  /** The word beside each property named, and what was searched for all of them. */
  expectVerdicts(words: Readonly<Record<string, Word>>, { over, searched }: Counted): this {
    return this.direct(over, async () => {
      await expect(this.verdicts.getByRole('heading')).toHaveText(over)
      await expect(this.verdicts.getByRole('paragraph').first()).toHaveText(searched)
      for (const [property, word] of Object.entries(words)) {
        const row = this.verdicts.getByRole('listitem').filter({ hasText: property })
        await expect(row.getByText(word, { exact: true })).toBeVisible()
      }
      await expect(this.verdicts.getByRole('listitem')).toHaveCount(Object.keys(words).length)
    })
  }

  expectSaid(words: string): this {
    return this.direct(`it is said: ${words}`, () => expect(this.said).toHaveText(words))
  }

  expectMap(caption: string): this {
    return this.direct(`the map says "${caption}"`, () =>
      expect(
        this.page
          .getByRole('region', { name: /^Schedule map/ })
          .getByRole('paragraph')
          .first(),
      ).toHaveText(caption),
    )
  }

  expectAddress(moment: string): this {
    return this.direct(`the address is ${moment}`, () =>
      expect(this.page).toHaveURL(new RegExp(`#/lab/${quoted(moment)}$`)),
    )
  }

  /** Copies the link to the moment by keyboard. */
  async share(): Promise<string> {
    await this.activate('button', 'Share this moment').activate('button', 'Copy the link')
    const dialog = this.page.getByRole('dialog', { name: 'Share this moment' })
    await expect(dialog.getByRole('status')).toHaveText('The link to this moment is copied.')
    await this.press('Escape')
    return this.page.evaluate(() => navigator.clipboard.readText())
  }
}

const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

export const lab = (page: Page): Lab => new Lab(page)
