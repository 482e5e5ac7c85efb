import { describe, expect, test } from 'vitest'
import { createCursor, PLAY_MS, type NextFrame } from './cursor'

/** Frames that come when the test says so. */
function handFrames() {
  let waiting: ((now: number) => void) | null = null
  const frames: NextFrame = (task) => {
    waiting = task
    return () => {
      waiting = null
    }
  }
  const at = (now: number) => {
    const task = waiting
    waiting = null
    task?.(now)
  }
  return { frames, at, isWaiting: () => waiting !== null }
}

describe('the moment that everybody looks at', () => {
  test('is in the middle of the first run, and at the same share of the next one', () => {
    const { store, span, seek } = createCursor(handFrames().frames)
    span(1000)
    expect(store.getState().ms).toBe(500)
    seek(250)
    span(4000)
    expect(store.getState()).toEqual({ ms: 1000, endMs: 4000, isPlaying: false })
  })

  test('stays within the run, however far it is moved', () => {
    const { store, span, seek, move } = createCursor(handFrames().frames)
    span(1200)
    move(1)
    expect(store.getState().ms).toBe(610)
    move(-1000)
    expect(store.getState().ms).toBe(0)
    seek(5000)
    expect(store.getState().ms).toBe(1200)
  })

  test('played goes through the whole run in the same wall time, and stops at its end', () => {
    const { frames, at, isWaiting } = handFrames()
    const { store, span, seek, play } = createCursor(frames)
    span(60_000)
    seek(0)
    play()
    at(1000)
    at(1000 + PLAY_MS / 4)
    expect(store.getState()).toEqual({ ms: 15_000, endMs: 60_000, isPlaying: true })
    at(1000 + PLAY_MS)
    expect(store.getState()).toEqual({ ms: 60_000, endMs: 60_000, isPlaying: false })
    expect(isWaiting()).toBe(false)
  })

  test('stops playing where somebody takes hold of it', () => {
    const { frames, isWaiting } = handFrames()
    const { store, span, play, seek } = createCursor(frames)
    span(100)
    play()
    seek(30)
    expect([store.getState().isPlaying, store.getState().ms, isWaiting()]).toEqual([false, 30, false])
  })
})
