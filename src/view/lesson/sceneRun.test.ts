import { lessons } from 'virtual:lessons'
import { beforeAll, describe, expect, test } from 'vitest'
import type { SceneBlock } from '../../course/lesson/lesson'
import { atStart, limitOf, moved, type Move, type SceneRun } from './sceneRun'

let scene: SceneBlock

beforeAll(async () => {
  const lesson = await lessons.find(({ slug }) => slug === 'stale-fill')!.load()
  scene = lesson.blocks.find((block) => block.type === 'scene')!
})

const after = (...moves: readonly Move[]): SceneRun => moves.reduce((run, move) => moved(scene, run, move), atStart)

const playheads = (...moves: readonly Move[]): readonly number[] =>
  moves.map((_, index) => after(...moves.slice(0, index + 1)).playhead)

const forward: Move = { type: 'step', by: 1 }
const tick: Move = { type: 'tick' }
const answer = (option: number): Move => ({ type: 'answer', question: 'predict-1', option })
const witness: Move = { type: 'show witness', claim: 'claim-1', steps: 5 }

describe('the playhead never passes a question that is not answered', () => {
  test('by stepping', () => {
    expect(playheads(forward, forward, forward, forward, forward)).toEqual([1, 2, 3, 4, 4])
  })

  test('by seeking, by reading or by the number of a beat', () => {
    const moves: readonly Move[] = [
      { type: 'seek', step: 5 },
      { type: 'read', step: 5 },
      { type: 'show step', step: 5 },
    ]
    expect(moves.map((move) => after(move).playhead)).toEqual([4, 4, 4])
  })

  test('by playing, which stops there', () => {
    expect(after({ type: 'play' }, tick, tick, tick)).toMatchObject({ playhead: 3, isPlaying: true })
    expect(after({ type: 'play' }, tick, tick, tick, tick)).toMatchObject({ playhead: 4, isPlaying: false })
    expect(after({ type: 'play' }, tick, tick, tick, tick, { type: 'play' })).toMatchObject({
      playhead: 4,
      isPlaying: false,
    })
  })
})

describe('an answer', () => {
  test('plays the step that was asked about, as a movement', () => {
    expect(after({ type: 'seek', step: 2 }, answer(2))).toMatchObject({
      playhead: 5,
      isMoving: true,
      answers: { 'predict-1': 2 },
    })
  })

  test('counts once', () => {
    expect(after(answer(2), answer(1)).answers).toEqual({ 'predict-1': 2 })
  })

  test('can be taken back, which puts the scene before the question', () => {
    const run = after(answer(2), { type: 'ask again', question: 'predict-1' })
    expect(run).toMatchObject({ playhead: 4, isMoving: false, answers: {} })
    expect(limitOf(scene, run)).toBe(4)
  })
})

describe('a witness', () => {
  test('starts at its own beginning and plays', () => {
    expect(after(answer(1), witness)).toMatchObject({
      playhead: 0,
      isPlaying: true,
      witness: { claim: 'claim-1', left: 5 },
    })
  })

  test('is left alone by scrolling, and gives the lesson its place back', () => {
    expect(after(answer(1), witness, tick, { type: 'read', step: 3 })).toMatchObject({ playhead: 1 })
    expect(after(answer(1), witness, tick, { type: 'return' })).toMatchObject({
      playhead: 5,
      witness: null,
      isPlaying: false,
    })
  })

  test('makes room when a beat is asked for', () => {
    expect(after(answer(1), witness, { type: 'show step', step: 2 })).toMatchObject({ playhead: 2, witness: null })
  })
})

test('one step forward is a movement, anything else a jump', () => {
  expect(
    [after(forward), after(forward, { type: 'step', by: -1 }), after({ type: 'seek', step: 3 })].map(
      ({ isMoving }) => isMoving,
    ),
  ).toEqual([true, false, false])
})

test('what scrolling changes is not said aloud, what a person asks for is', () => {
  expect(after({ type: 'read', step: 2 }).isAsked).toBe(false)
  expect(after({ type: 'seek', step: 2 }).isAsked).toBe(true)
})
