/**
 * How a step moves: the arrow grows, the version travels, then the state changes. Short enough not to
 * be waited for, and cut off without a trace when the playhead moves on.
 */
import { useEffect, useState } from 'react'

/** Seconds. */
export const timing = {
  grow: 0.16,
  travel: 0.32,
  /** When the version has arrived and the ribbon may change. */
  arrival: 0.3,
  settle: 0.16,
} as const

export const ease = [0.3, 0.7, 0.25, 1] as const

/** What a person does before anything can move. */
const intents = ['pointermove', 'pointerdown', 'keydown', 'touchstart', 'focusin'] as const

/** Resolves when somebody is there: a reader who only reads loads nothing that moves. */
const somebodyIsThere = (): Promise<void> =>
  new Promise((resolve) => {
    const stop = new AbortController()
    const isThere = () => {
      stop.abort()
      resolve()
    }
    for (const intent of intents) addEventListener(intent, isThere, { signal: stop.signal, passive: true })
  })

let features: Promise<(typeof import('./features'))['default']> | null = null

/** Loaded at the first sign of a person; until then steps cut straight to their result. */
export const loadFeatures = () =>
  (features ??= somebodyIsThere().then(async () => (await import('./features')).default))

/** Whether animations can run yet. */
export function useMotionReady(): boolean {
  const [isReady, setReady] = useState(false)
  useEffect(() => {
    let isWanted = true
    void loadFeatures().then(() => {
      if (isWanted) setReady(true)
    })
    return () => {
      isWanted = false
    }
  }, [])
  return isReady
}
