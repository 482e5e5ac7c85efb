/**
 * What a screen reader is told while things change: the last state wins, and there is at most one message in
 * 600 ms, because a polite region queues whatever it is given and would still be talking long afterwards.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import { wallClock, type Clock } from '../player/clock'

export const QUIET_MILLISECONDS = 600

export interface Announcer {
  /** The text of the region. */
  readonly store: StoreApi<string>
  readonly announce: (text: string) => void
}

export function createAnnouncer(clock: Clock): Announcer {
  const store = createStore<string>()(() => '')
  let lastAt = -Infinity
  let waiting: string | null = null
  let callOff: (() => void) | null = null
  const say = () => {
    callOff = null
    if (waiting === null) return
    lastAt = clock.now()
    // The same words again are no change, and no change is not read out: a trailing space makes it one.
    store.setState(waiting === store.getState() ? `${waiting}\u00a0` : waiting, true)
    waiting = null
  }
  return {
    store,
    announce(text) {
      waiting = text
      const wait = lastAt + QUIET_MILLISECONDS - clock.now()
      if (callOff !== null) return
      if (wait <= 0) say()
      else callOff = clock.after(wait, say)
    },
  }
}

export const announcer = createAnnouncer(wallClock)
