import { describe, expect, test } from 'vitest'
import { scheduleOf } from '../../model/run/course'
import { sketched } from '../../model/testing/sketch'
import { branchesOf } from './branches'
import { handClock } from './handClock.fixture'
import { forksHere } from './moment'
import { createPlayer } from './player'
import { wordsTo } from './runTree'
import { staleFill, withLease } from './scenarios.fixture'

const run = ['T1', 'T1', 'T2', 'T2', 'T1']

const opened = (schedule: readonly string[] = run, step = 0) => {
  const clock = handClock()
  const player = createPlayer({ base: staleFill, schedule, step }, clock)
  const state = () => player.store.getState()
  const schedules = () => ({
    chosen: wordsTo(state().tree, state().tip).join(' '),
    at: state().playhead,
    others: forksHere(state()).map((fork) => fork.words.join(' ')),
  })
  return { clock, player, state, schedules }
}

describe('a run', () => {
  test('opens at the step that was asked for, with its future kept', () => {
    const { schedules, state } = opened(run, 3)
    expect(schedules()).toEqual({ chosen: 'T1 T1 T2 T2 T1', at: 3, others: [] })
    expect(state().here.steps.map((step) => step.word)).toEqual(['T1', 'T1', 'T2'])
    expect(state().here.enabled).toEqual(['T1', 'T2'])
  })

  test('is sought within its ends, whatever is asked', () => {
    const { player, state } = opened()
    const reached = [99, -4, 2.9, Number.NaN].map((step) => {
      player.seek(step)
      return state().playhead
    })
    expect(reached).toEqual([5, 0, 2, 0])
  })

  test('only takes what is enabled at the playhead', () => {
    const { player, schedules } = opened(run, 5)
    expect(player.take('T1')).toBe(false)
    expect(player.take('evict:x')).toBe(false)
    expect(schedules()).toEqual({ chosen: 'T1 T1 T2 T2 T1', at: 5, others: [] })
  })

  test('animates a step forward and cuts everywhere else', () => {
    const { player, state } = opened()
    player.stepForward()
    expect(state().moved).toBe('step')
    player.stepBack()
    expect(state().moved).toBe('jump')
    player.take('T1')
    expect(state().moved).toBe('step')
  })
})

describe('a fork', () => {
  test('is made by another step, and keeps the old future reachable', () => {
    const { player, schedules } = opened(run, 2)
    player.take('T1')
    expect(schedules()).toEqual({ chosen: 'T1 T1 T1', at: 3, others: [] })
    player.stepBack()
    expect(schedules()).toEqual({ chosen: 'T1 T1 T1', at: 2, others: ['T2 T2 T1'] })
  })

  test('is not made by the step that the run takes anyway', () => {
    const { player, schedules } = opened(run, 2)
    player.take('T2')
    expect(schedules()).toEqual({ chosen: 'T1 T1 T2 T2 T1', at: 3, others: [] })
  })

  test('is chosen with all of its future', () => {
    const { player, state, schedules } = opened(run, 2)
    player.take('T1')
    player.stepBack()
    player.chooseFork(forksHere(state())[0]!.id)
    expect(schedules()).toEqual({ chosen: 'T1 T1 T2 T2 T1', at: 2, others: ['T1'] })
  })

  test('is made by a witness that begins alike', () => {
    const { player, schedules } = opened(['T1', 'T2'], 1)
    player.follow(run, 1)
    expect(schedules()).toEqual({ chosen: 'T1 T1 T2 T2 T1', at: 1, others: ['T2'] })
  })
})

describe('any node of the tree', () => {
  const forked = () => {
    const here = opened(run, 2)
    here.player.take('T1')
    return here
  }

  test('on the present run is a place to go to, and the run stays', () => {
    const { player, schedules } = forked()
    player.goTo(1)
    expect(schedules()).toEqual({ chosen: 'T1 T1 T1', at: 1, others: [] })
    player.goTo(0)
    expect(schedules()).toEqual({ chosen: 'T1 T1 T1', at: 0, others: [] })
  })

  test('of another branch brings its run with it, as far as it was taken', () => {
    const { player, schedules } = forked()
    player.goTo(4)
    expect(schedules()).toEqual({ chosen: 'T1 T1 T2 T2 T1', at: 4, others: [] })
    player.seek(2)
    expect(schedules().others).toEqual(['T1'])
  })

  test('is left again by undo, and going to where one is leaves nothing to undo', () => {
    const { player, schedules, state } = forked()
    player.goTo(6)
    expect(state().past).toHaveLength(1)
    player.goTo(4)
    player.undo()
    expect(schedules()).toEqual({ chosen: 'T1 T1 T1', at: 3, others: [] })
    player.redo()
    expect(schedules()).toEqual({ chosen: 'T1 T1 T2 T2 T1', at: 4, others: [] })
  })

  test('that guards do not let happen is shown as far as they do', () => {
    const { player, state } = forked()
    player.edit({ ...staleFill, protocol: { ...staleFill.protocol, write: 'write-around' } })
    player.goTo(5)
    expect([state().playhead, state().trace.refused?.step]).toEqual([3, 4])
  })

  test('keeps the name of its branch through steps, guards and undo', () => {
    const { player, state } = forked()
    player.nameBranch(6, 'the early fill')
    expect(state().past).toHaveLength(1)
    player.edit(withLease)
    player.stepBack()
    player.take('T2')
    player.undo()
    player.undo()
    expect(branchesOf(state().tree).map(({ name }) => name)).toEqual(['Run 1', 'the early fill'])
  })
})

describe('a run of thousands of steps', () => {
  const scenario = {
    ...sketched({ write: 'write-behind', clients: { T1: ['write x'], T2: ['write x'] } }),
    repeat: 1000,
    seed: 1,
  }
  const long = scheduleOf(scenario)
  const player = createPlayer({ base: scenario, schedule: long, step: 2000 }, handClock())
  const state = () => player.store.getState()

  test('opens anywhere, goes on from there, and keeps its future', () => {
    expect([state().playhead, state().here.steps.length, state().trace.steps.length]).toEqual([2000, 2000, long.length])
    player.stepForward()
    expect([state().playhead, state().here.steps.at(-1)?.word]).toEqual([2001, long[2000]])
    player.last()
    expect([state().playhead, state().here.isQuiet]).toEqual([long.length, true])
  })

  test('forks where another step is taken', () => {
    player.seek(1500)
    const other = state().here.enabled.find((word) => word !== long[1500])!
    expect(player.take(other)).toBe(true)
    expect([state().playhead, state().trace.steps.length]).toEqual([1501, 1501])
    player.stepBack()
    expect(forksHere(state()).map(({ words }) => words.length)).toEqual([long.length - 1500])
  })
})

describe('an edited scenario', () => {
  test('replays the same schedule, and keeps the run before for comparison', () => {
    const { player, state, schedules } = opened(run, 5)
    const before = state().trace
    player.edit(withLease)
    expect(schedules()).toEqual({ chosen: 'T1 T1 T2 T2 T1', at: 5, others: [] })
    expect(state().trace.steps.at(-1)?.after.cache).toEqual({ x: null })
    expect(state().comparedWith).toBe(before)
    player.dismissComparison()
    expect(state().comparedWith).toBeNull()
  })

  test('shows as much of the run as still fits, and all of it once it fits again', () => {
    const { player, state } = opened(run, 5)
    const shorter = { ...staleFill, protocol: { ...staleFill.protocol, write: 'write-around' } }
    player.edit(shorter)
    expect(state().playhead).toBe(3)
    expect(state().trace.refused?.message).toBe(
      'Step 4, "T2", cannot happen at that point: what can happen there is T1.',
    )
    player.edit(staleFill)
    player.last()
    expect(state().trace.steps.map((step) => step.word)).toEqual(run)
  })
})

describe('undo', () => {
  test('takes back a switch and then a step; redo brings both again', () => {
    const { player, state, schedules } = opened(run, 2)
    player.take('T1')
    player.edit(withLease)
    player.undo()
    expect(state().scenario).toBe(staleFill)
    expect(schedules()).toEqual({ chosen: 'T1 T1 T1', at: 3, others: [] })
    player.undo()
    expect(schedules()).toEqual({ chosen: 'T1 T1 T2 T2 T1', at: 2, others: ['T1'] })
    player.undo()
    expect(schedules().at).toBe(2)
    player.redo()
    player.redo()
    expect(state().scenario).toBe(withLease)
    expect(schedules()).toEqual({ chosen: 'T1 T1 T1', at: 3, others: [] })
  })

  test('comes back from another scenario with the tree as it was', () => {
    const { player, state, schedules } = opened(run, 2)
    player.take('T1')
    player.open({ base: withLease, schedule: ['T2'], step: 1 })
    expect(schedules()).toEqual({ chosen: 'T2', at: 1, others: [] })
    player.undo()
    player.stepBack()
    expect(state().base).toBe(staleFill)
    expect(schedules()).toEqual({ chosen: 'T1 T1 T1', at: 2, others: ['T2 T2 T1'] })
  })
})

describe('playing', () => {
  test('takes a step a second, twice as many at speed 2, and stops at the end', () => {
    const { clock, player, state } = opened(run, 0)
    player.play()
    clock.wind(999)
    expect(state().playhead).toBe(0)
    clock.wind(1)
    expect([state().playhead, state().moved]).toEqual([1, 'step'])
    player.setSpeed(2)
    clock.wind(1000)
    expect(state().playhead).toBe(3)
    clock.wind(60_000)
    expect([state().playhead, state().isPlaying]).toEqual([5, false])
  })

  test('begins again when it is at the end', () => {
    const { clock, player, state } = opened(run, 5)
    player.play()
    expect([state().playhead, state().isPlaying]).toEqual([0, true])
    clock.wind(1000)
    expect(state().playhead).toBe(1)
  })

  test('ends with the first touch, and no step comes afterwards', () => {
    const { clock, player, state } = opened(run, 0)
    player.play()
    player.seek(3)
    clock.wind(60_000)
    expect([state().playhead, state().isPlaying]).toEqual([3, false])
  })
})
