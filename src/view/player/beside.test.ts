import { describe, expect, test } from 'vitest'
import { handClock } from './handClock.fixture'
import { createPlayer } from './player'
import { wordsTo } from './runTree'
import { staleFill, withLease } from './scenarios.fixture'

const run = ['T1', 'T1', 'T2', 'T2', 'T1']

const opened = () => {
  const player = createPlayer({ base: staleFill, schedule: run, step: 5 }, handClock())
  return { player, state: () => player.store.getState() }
}

describe('scenarios side by side', () => {
  const deferred = { ...staleFill, protocol: { ...staleFill.protocol, write: 'deferred-invalidate' } }

  test('take the same words, and what one of them cannot do is left out there', () => {
    const { player, state } = opened()
    player.compareWith([withLease, deferred])
    const events = [state().trace, ...state().besideTraces].map(({ steps }) => steps.map(({ event }) => event.type))
    const all = ['request', 'request', 'request', 'request', 'request']
    expect(events).toEqual([all, all, ['request', 'request', 'request', 'skip', 'request']])
    expect(state().playhead).toBe(5)
  })

  test('let whatever any of them lets be taken', () => {
    const { player, state } = opened()
    player.compareWith([deferred])
    expect(state().here.enabled).toEqual(['timer:T2'])
    expect(player.take('timer:T2')).toBe(true)
    expect(wordsTo(state().tree, state().tip)).toEqual([...run, 'timer:T2'])
    expect(state().playhead).toBe(6)
    expect(state().trace.steps.at(-1)?.event).toEqual({ type: 'skip', key: '', why: 'no timer of T2 is set' })
    expect(state().besideTraces[0]?.steps.at(-1)?.after.cache).toEqual({ x: null })
  })

  test('come and go with undo and redo, like everything else', () => {
    const { player, state } = opened()
    player.compareWith([withLease])
    player.compareWith([])
    player.undo()
    expect(state().beside).toEqual([withLease])
    player.undo()
    expect([state().beside, state().besideTraces]).toEqual([[], []])
    player.redo()
    expect(state().besideTraces).toHaveLength(1)
  })

  test('keep the clients of the first one when it gets others', () => {
    const { player, state } = opened()
    player.compareWith([withLease])
    const clients = [...staleFill.clients, { name: 'T3', operations: [{ kind: 'read' as const, key: 'x' }] }]
    player.edit({ ...staleFill, clients })
    expect(state().beside).toMatchObject([{ clients, guards: { lease: 'wait' } }])
    expect(state().comparedWith).toBeNull()
  })

  test('see the beginning of a schedule that is too long for them', () => {
    const reads = Array.from({ length: 300 }, () => ({ kind: 'read' as const, key: 'x' }))
    const base = { ...staleFill, clients: [{ name: 'T1', operations: reads }] }
    const long = Array.from({ length: 300 }, () => 'T1')
    const player = createPlayer(
      { base, schedule: long, step: 299, beside: [{ ...base, guards: { lease: 'wait' } }] },
      handClock(),
    )
    const { trace, playhead } = player.store.getState()
    expect([trace.steps.length, playhead]).toEqual([256, 256])
    player.compareWith([])
    expect(player.store.getState().trace.steps).toHaveLength(300)
  })
})
