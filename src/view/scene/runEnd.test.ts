import { expect, test } from 'vitest'
import { run, sketched } from '../../course/narration/runs.fixture'
import { replay } from '../../model/engine/replay'
import { partingInWords } from './branchWords'
import { runEndOf } from './runEnd'

const staleFill = 'T1 T1 T2 T2 T1'
const words = (text: string) => text.split(' ').filter(Boolean)

test('a stale fill ends stale, and its step is named', () => {
  expect(runEndOf(run({}, staleFill))).toEqual({ kind: 'bad', words: 'ends stale', step: 5 })
})

test('under a lease the same schedule ends well', () => {
  expect(runEndOf(run({ guards: { lease: 'wait' } }, staleFill))).toEqual({
    kind: 'good',
    words: 'ends well',
    step: null,
  })
})

test('a run that is not over goes on, and one without steps has not begun', () => {
  expect(runEndOf(run({}, 'T1 T1'))).toEqual({ kind: 'open', words: 'goes on', step: null })
  expect(runEndOf(replay(sketched(), []))).toEqual({ kind: 'open', words: 'has not begun', step: null })
})

test('a run with a step that cannot happen says at which it stops, whatever went wrong before', () => {
  expect(runEndOf(run({ write: 'write-around' }, 'T1 T1 T2 T2 T1'))).toEqual({
    kind: 'stopped',
    words: 'cannot go on at step 4',
    step: 4,
  })
})

test('a stale read is wrong although the entry goes later', () => {
  const warm = { cache: { x: 1 }, clients: { T1: ['write x'], T2: ['read x'] } }
  expect(runEndOf(run(warm, 'T1 T2 T1'))).toEqual({ kind: 'bad', words: 'goes wrong at step 2', step: 2 })
})

test('two branches are told by what they share, how they go on and how they end', () => {
  const named = (name: string, schedule: string) => ({ name, words: words(schedule), trace: run({}, schedule) })
  const [stale, lucky] = [named('Run 1', staleFill), named('Early', 'T1 T1 T1 T2 T2')]
  expect(partingInWords([stale, lucky], 2)).toEqual([
    'They take the same 2 steps, then part.',
    'Run 1 goes on with T2: T2 commits version 2 of x.',
    'Early goes on with T1: T1 stores version 1 in the cache and returns it.',
    'In the end Run 1 ends stale.',
    'In the end Early ends well.',
  ])
})

test('a branch whose step cannot happen under the guards says so', () => {
  const around = (name: string, schedule: string) => ({
    name,
    words: words(schedule),
    trace: run({ write: 'write-around' }, schedule),
  })
  expect(partingInWords([around('Run 1', 'T2 T1 T1'), around('Run 2', 'T2 T2')], 1)).toEqual([
    'They take the same first step, then part.',
    'Run 1 goes on with T1: T1 asks the cache for x and misses.',
    'Run 2 would go on with T2, which cannot happen under these guards.',
    'In the end Run 1 goes on.',
    'In the end Run 2 cannot go on at step 2.',
  ])
})
