import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { replay } from '../../model/engine/replay'
import { catalogue } from '../../model/scenario/catalogue'
import { checkCourse, checkLesson } from './checkLessons'
import { compileLesson } from './compile'
import type { Block, ClaimBlock, DiagramBlock, Lesson, PredictBlock, SceneBlock } from './lesson'
import { drawnSteps, printMessage } from './messages'
import { printProblem } from './problem'

const root = join(import.meta.dirname, '../../..')
const files = readdirSync(join(root, 'lessons'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('lesson.md'))
  .map((name) => join(root, 'lessons', name))

const beside = (file: string) => (name: string) => {
  try {
    return readFileSync(join(dirname(file), name), 'utf8')
  } catch {
    return null
  }
}

const compiled = files.map((path) => {
  const file = relative(root, path)
  const text = readFileSync(path, 'utf8')
  return { file, text, result: compileLesson(text, file, { scenarios: catalogue, readBeside: beside(path) }) }
})

const lessons = compiled.flatMap(({ file, result }) => ('lesson' in result ? [{ file, lesson: result.lesson }] : []))

const within = (blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap((block) => [block, ...('blocks' in block ? within(block.blocks) : [])])

const scenesOf = (lesson: Lesson): readonly SceneBlock[] => lesson.blocks.filter((block) => block.type === 'scene')

describe.each(compiled)('$file', ({ file, text, result }) => {
  test('compiles, and every claim in it comes out as it says', () => {
    const problems = checkLesson(text, file, { scenarios: catalogue, readBeside: beside(join(root, file)) })
    expect(problems.map(printProblem)).toEqual([])
    expect(result).toHaveProperty('lesson.title')
  })
})

describe.each(lessons)('$file', ({ lesson }) => {
  test('asks before it tells: a prediction stands above the first beat that answers it', () => {
    for (const scene of scenesOf(lesson)) {
      let told = 0
      for (const block of scene.blocks) {
        if (block.type === 'beats') told = Math.max(told, ...block.beats.map(({ to }) => to))
        if (block.type === 'predict') expect(told).toBeLessThanOrEqual(block.at)
      }
      expect(told).toBe(scene.schedule.length)
    }
  })

  test('draws in its diagrams exactly what the engine does in the run beside them', () => {
    for (const scene of scenesOf(lesson)) {
      const steps = drawnSteps(replay(scene.scenario, scene.schedule))
      for (const diagram of scene.blocks.filter((block): block is DiagramBlock => block.type === 'diagram')) {
        const requests = diagram.messages.filter(({ isReply }) => !isReply)
        expect(requests.map(printMessage)).toEqual(steps.map(({ request }) => printMessage(request)))
        expect(requests.map(({ step }) => step)).toEqual(steps.map(({ step }) => step))
      }
    }
  })
})

test('no two lessons share a number or a slug', () => {
  expect(checkCourse(lessons)).toEqual([])
})

describe('the stale fill', () => {
  const { lesson } = lessons.find((entry) => entry.lesson.slug === 'stale-fill')!
  const blocks = within(lesson.blocks)
  const claims = blocks.filter((block): block is ClaimBlock => block.type === 'claim')

  test('stands eleventh, in the third part', () => {
    expect(lesson).toMatchObject({ number: 11, slug: 'stale-fill', part: { number: 3, title: 'Races' } })
  })

  test('refutes plain invalidation and compare-and-set, and proves the lease', () => {
    expect(claims.map(({ link, property, verdict }) => [link, property, verdict])).toEqual([
      ['#/lab/stale-fill?check=converges', 'converges', 'violated'],
      ['#/lab/deleted-key-newer?check=converges', 'converges', 'violated'],
      ['#/lab/stale-fill-lease?check=converges', 'converges', 'holds'],
      ['#/lab/stale-fill-lease?check=not-stuck', 'not-stuck', 'holds'],
    ])
  })

  test('counts that 1 of the 10 schedules is bad, that its witness takes 5 steps, and that a lease leaves none', () => {
    expect(claims[0]!.finding).toMatchObject({
      schedules: { total: 10, bad: 1 },
      witness: ['T1', 'T1', 'T2', 'T2', 'T1'],
    })
    expect(claims[2]!.finding).toMatchObject({ schedules: { total: 10, bad: 0 }, witness: [] })
  })

  test('waits before the step that answers each question', () => {
    const questions = blocks.filter((block): block is PredictBlock => block.type === 'predict')
    expect(questions.map(({ at, options }) => [at, options.map(({ expression }) => expression)])).toEqual([
      [4, ['cache.x = 2', 'cache.x = 1', 'cache.x = absent']],
      [4, ['cache.x = absent', 'cache.x = 1']],
      [4, ['cache.x = 1', 'cache.x = absent']],
    ])
  })

  test('finds the names of the clients in the prose, in the order of the scenario', () => {
    const scene = scenesOf(lesson)[0]!
    const beats = scene.blocks.find((block) => block.type === 'beats')!
    expect(beats.beats[0]).toEqual({
      from: 1,
      to: 1,
      inlines: [
        { type: 'client', name: 'T1', index: 0 },
        { type: 'text', text: ' asks the cache and misses.' },
      ],
    })
    expect(beats.beats[2]!.inlines[0]).toEqual({ type: 'client', name: 'T2', index: 1 })
  })
})
