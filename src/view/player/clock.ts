/** The only door to wall time in the view: whatever waits is given a clock, and tests give one that they wind themselves. */
export interface Clock {
  /** Milliseconds since some fixed moment. */
  now(): number
  /** Runs `task` once after `milliseconds`; the returned function calls it off. */
  after(milliseconds: number, task: () => void): () => void
}

export const wallClock: Clock = {
  now: () => performance.now(),
  after(milliseconds, task) {
    const timer = setTimeout(task, milliseconds)
    return () => clearTimeout(timer)
  },
}
