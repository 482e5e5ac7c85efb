import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../model/scenario/catalogue'
import { checkLesson } from './checkLessons'
import { printProblem, rules } from './problem'

const folder = join(import.meta.dirname, 'fixtures')
const nothingBeside = { scenarios: catalogue, readBeside: () => null }
const fileFor = (rule: string) => (rule === 'folder' ? 'lessons/broken.md' : 'lessons/01-part/01-broken/lesson.md')

/** What each broken lesson is told: the place, the rule and how the sentence goes. */
const expected: Readonly<Record<(typeof rules)[number], string>> = {
  size: '11:4001 size The line is longer than 4000 characters: break it.',
  nesting: '11:1 nesting The line opens 15 quotes and lists inside each other and may open 12: write it flatter.',
  character: '11:18 character A reader cannot see the character U+202E, shown here as "�": delete it.',
  'front-matter': '2:8 front-matter "title" needs a line of text',
  folder: '1:1 folder A lesson stands in numbered folders',
  html: '11:18 html Raw HTML has no place in a lesson',
  resource: '11:1 resource A lesson loads no pictures',
  link: '11:8 link A link may not lead to "javascript:alert(1)"',
  markdown: '11:1 markdown The title stands in the front matter: begin a section with "##".',
  directive: '11:1 directive The directive "quiz" is not built yet. Use scene, predict, claim or note.',
  fence: '11:1 fence A scenario fence stands first in a scene',
  attribute: '11:9 attribute "note" has no attributes, and here stands "colour": delete it.',
  scenario: '11:27 scenario The catalogue has no scenario "stale-fil". Did you mean "stale-fill"?',
  schedule: '11:47 schedule Step 6, "T1", cannot happen at that point: the run is over.',
  beat: '18:1 beat The beat tells step 6, and the run of this scene has 5: lengthen the schedule or drop the beat.',
  predict: '18:1 predict After step 5 none of the options is true, and exactly one must be',
  expression: '21:4 expression "cash.x" is nothing that the engine can be asked. Did you mean "cache.x"?',
  claim:
    '18:1 claim The lesson says that converges is true, and the check of 17 worlds finds that it is violated in 5 steps (T1 T1 T2 T2 T1): change the claim or the scenario.',
  diagram: '18:1 diagram The diagram "not-drawn" is not drawn yet: run "npm run diagrams".',
}

const printed = (rule: string) => {
  const text = readFileSync(join(folder, `${rule}.lesson`), 'utf8')
  return checkLesson(text, fileFor(rule), nothingBeside).map(printProblem)
}

describe('a broken lesson is refused', () => {
  test('by every rule that there is: each has its fixture', () => {
    expect(readdirSync(folder).sort()).toEqual(rules.map((rule) => `${rule}.lesson`).sort())
  })

  test.each(rules)('by the rule "%s", with its place and what to do', (rule) => {
    expect(printed(rule).map((line) => line.slice(fileFor(rule).length + 1))).toContainEqual(
      expect.stringContaining(expected[rule]),
    )
  })

  test.each(rules.filter((rule) => rule !== 'front-matter'))('once: "%s" brings no other rule with it', (rule) => {
    expect(printed(rule)).toHaveLength(1)
  })

  test('with all that is wrong in its head at once', () => {
    expect(printed('front-matter').map((line) => /\d+:\d+/.exec(line)?.[0])).toEqual(
      ['2:8', '4:10', '6:13', '7:1', '1:1'].sort(),
    )
  })
})
