import { ESLint } from 'eslint'
import tseslint from 'typescript-eslint'
import { describe, expect, it } from 'vitest'

/** The project's own configuration, minus the rules that need types: the snippets are in no program. */
const linter = new ESLint({
  overrideConfig: [
    { ...tseslint.configs.disableTypeChecked, files: ['**/*'] },
    { languageOptions: { parserOptions: { project: null } } },
  ],
})

async function rulesBroken(filePath: string, text: string): Promise<string[]> {
  const [result] = await linter.lintText(text, { filePath })
  return [...new Set(result?.messages.map((message) => message.ruleId ?? message.message))].sort()
}

const imports = (source: string): string => `import { x } from '${source}'\nexport const y = x\n`
const lines = (count: number): string => 'export {}\n'.repeat(count)
const functionOf = (count: number): string => `export function f() {\n${'void 0\n'.repeat(count - 2)}}\n`
const file = 'src/model/engine/world.ts'
const panel = 'src/view/panels/Panel.tsx'

describe('each fence refuses', () => {
  it.each([
    ['the model importing the view', file, imports('../../view/scene'), 'cachescope/wings'],
    ['the model importing the course', file, imports('../../course/lesson'), 'cachescope/wings'],
    ['the model importing a worker', file, imports('../../workers/messages'), 'cachescope/wings'],
    ['the model importing React', file, imports('react'), 'cachescope/wings'],
    ['the model importing Node', file, imports('node:fs'), 'cachescope/wings'],
    ['the model importing React on demand', file, `export const load = () => import('react')`, 'cachescope/wings'],
    ['the model passing on the view', file, `export * from '../../view/scene'`, 'cachescope/wings'],
    [
      'the model naming a type of the view',
      file,
      `export type T = import('../../view/scene').Scene`,
      'cachescope/wings',
    ],
    ['a YAML parser in the engine', file, imports('yaml'), 'cachescope/wings'],
    ['the course importing the view', 'src/course/lesson.ts', imports('../view/scene'), 'cachescope/wings'],
    ['the course importing React', 'src/course/lesson.ts', imports('react'), 'cachescope/wings'],
    ['a worker importing the view', 'src/workers/explore.ts', imports('../view/scene'), 'cachescope/wings'],
    ['the view importing Node', panel, imports('node:fs'), 'cachescope/wings'],
    ['the view importing the command line', panel, imports('../../cli/main'), 'cachescope/wings'],
    ['the command line importing the view', 'src/cli/main.ts', imports('../view/scene'), 'cachescope/wings'],
    ['a new wing', 'src/server/main.ts', imports('../model/world'), 'cachescope/wings'],
    ['the clock in the model', file, 'export const now = () => Date.now()', 'no-restricted-globals'],
    ['the stopwatch in the model', file, 'export const now = () => performance.now()', 'no-restricted-globals'],
    ['a timer in the model', file, 'setTimeout(() => undefined, 1)', 'no-restricted-globals'],
    ['the DOM in the model', file, 'export const title = document.title', 'no-restricted-globals'],
    ['the way around in the model', file, 'export const now = globalThis.Date', 'no-restricted-globals'],
    ['chance in the model', file, 'export const chance = Math.random()', 'no-restricted-properties'],
    ['Node in the page', panel, 'export const home = process.env', 'no-restricted-globals'],
    ['eval', panel, `eval('1')`, 'no-eval'],
    ['code made from text', panel, `export const f = new Function('return 1')`, 'no-new-func'],
    ['Function under another name', file, 'export const make = Function', 'no-restricted-globals'],
    ['markup made from text', panel, `document.body.innerHTML = 'x'`, 'no-restricted-syntax'],
    [
      'React markup made from text',
      panel,
      'export const P = (p: object) => <b dangerouslySetInnerHTML={p} />',
      'no-restricted-syntax',
    ],
    ['a file of 301 lines', file, lines(301), 'max-lines'],
    ['a function of 61 lines', file, functionOf(61), 'max-lines-per-function'],
    ['a file that is named after nothing', 'src/model/engine/utils.ts', lines(1), 'cachescope/file-names'],
  ])('%s', async (_what, filePath, text, rule) => {
    expect(await rulesBroken(filePath, text)).toContain(rule)
  })
})

describe('the fences let through', () => {
  it.each([
    ['the model importing the model', file, imports('./clock')],
    ['a YAML parser under the scenario parser', 'src/model/scenario/parse.ts', imports('yaml')],
    ['test tools in a test of the model', 'src/model/engine/world.test.ts', imports('fast-check')],
    ['test tools in a fixture of the model', 'src/model/engine/world.fixture.ts', imports('fast-check')],
    ['the course importing the model', 'src/course/lesson.ts', imports('../model/engine/world')],
    [
      'the view importing all below it',
      panel,
      `${imports('react')}${imports('../../workers/run?worker&url').replace('x', 'z').replace('y = x', 'w = z')}`,
    ],
    ['the command line importing Node', 'src/cli/main.ts', imports('node:fs')],
    ['a clock in the view', panel, 'export const now = () => Date.now()'],
    ['a file of 300 lines', file, lines(300)],
    ['a function of 60 lines', file, functionOf(60)],
  ])('%s', async (_what, filePath, text) => {
    expect(await rulesBroken(filePath, text)).toEqual([])
  })
})
