import { act, renderHook } from '@testing-library/react'
import { expect, test } from 'vitest'
import { loadFeatures } from './motion'
import { useAdvance } from './useAdvance'

async function advanced(moves: readonly (readonly [playhead: number, isMoving: boolean])[]) {
  const { result, rerender } = renderHook(({ playhead, isMoving }) => useAdvance(playhead, isMoving), {
    initialProps: { playhead: 0, isMoving: false },
  })
  await act(async () => {
    dispatchEvent(new Event('pointermove'))
    await loadFeatures()
  })
  return moves.map(([playhead, isMoving]) => {
    rerender({ playhead, isMoving })
    return result.current
  })
}

test('nothing that moves is loaded before somebody is there', async () => {
  const { result, rerender } = renderHook(({ playhead }) => useAdvance(playhead, true), {
    initialProps: { playhead: 0 },
  })
  rerender({ playhead: 1 })
  expect(result.current).toBe(false)
  const winner = await Promise.race([loadFeatures().then(() => 'features'), Promise.resolve('nobody')])
  expect(winner).toBe('nobody')
})

test('a step forward is animated, a second one too', async () => {
  expect(
    await advanced([
      [1, true],
      [2, true],
    ]),
  ).toEqual([true, true])
})

test('jumps, steps back and seeking are not', async () => {
  expect(
    await advanced([
      [3, true],
      [2, true],
      [3, false],
    ]),
  ).toEqual([false, false, false])
})
