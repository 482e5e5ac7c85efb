import { describe, expect, it } from 'vitest'
import { staleFill, withFiles } from './host.fixture'

describe('the command line', () => {
  it.each<readonly [typed: string, args: readonly string[], sentence: string]>([
    ['an unknown command', ['chek'], 'There is no command "chek". Did you mean "check"?'],
    [
      'a command that is not built yet',
      ['serve'],
      'The command "serve" is not built yet. Use bench, check, claims, load or replay.',
    ],
    ['__proto__', ['__proto__'], 'There is no command "__proto__". Use bench, check, claims, load or replay.'],
  ])('answers %s with one sentence', (_typed, args, sentence) => {
    withFiles({}, (run) => {
      expect(run(...args)).toEqual({ code: 2, said: [], noted: [sentence] })
    })
  })

  it('says how it is used: as an answer when asked, as a note otherwise', () => {
    withFiles({}, (run) => {
      const [asked, unasked] = [run('--help'), run()]
      expect([asked.code, asked.said.length, unasked.code, unasked.said.length]).toEqual([0, 5, 2, 0])
      expect(unasked.noted).toEqual(asked.said)
    })
  })
})

describe('replay', () => {
  it('tells a schedule step by step', () => {
    withFiles({ 'a.yaml': staleFill('schedule: T1 T1 T2 T2 T1') }, (run) => {
      const { code, said, noted } = run('replay', './a.yaml')
      expect([code, noted, said.length, said[0]]).toEqual([0, [], 6, 'stale-fill: The stale fill'])
      expect(said.slice(1).map((line) => line.slice(0, 9))).toEqual([
        '  1  T1  ',
        '  2  T1  ',
        '  3  T2  ',
        '  4  T2  ',
        '  5  T1  ',
      ])
      expect(said[3]).toBe('  3  T2  T2 commits version 2 of x.')
    })
  })

  it('tells what happens up to a step that cannot', () => {
    withFiles({ 'a.yaml': staleFill('schedule: T2 T2 T2') }, (run) => {
      const { code, said, noted } = run('replay', './a.yaml')
      expect([code, said.length, noted]).toEqual([
        1,
        3,
        ['./a.yaml: Step 3, "T2", cannot happen at that point: what can happen there is T1.'],
      ])
    })
  })

  it.each<readonly [what: string, args: readonly string[], sentence: string]>([
    ['no file', [], 'There is nothing to replay. Name a recording, a scenario file with a schedule, or a folder.'],
    ['an option', ['./a.yaml', '--fast'], 'There is no option "--fast". "replay" takes files and folders only.'],
    [
      'a folder without runs',
      ['./empty'],
      './empty: There is nothing to replay here. Recordings end with ".json", scenario files with ".scenario.yaml".',
    ],
    ['nothing', ['./b.json'], './b.json: There is no such file or folder, or it may not be read. Check the spelling.'],
    ['no schedule', ['./a.yaml'], './a.yaml: The scenario has no schedule. Add e.g. "schedule: T1".'],
  ])('answers %s with one sentence', (_what, args, sentence) => {
    withFiles({ 'a.yaml': staleFill(), 'empty/a.txt': '' }, (run) => {
      expect(run('replay', ...args)).toEqual({ code: 2, said: [], noted: [sentence] })
    })
  })
})
