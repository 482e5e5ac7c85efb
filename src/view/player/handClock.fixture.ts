import type { Clock } from './clock'

/** A clock that stands still until a test winds it. */
export interface HandClock extends Clock {
  /** Lets `milliseconds` pass and runs what falls due, in order. */
  wind(milliseconds: number): void
}

export function handClock(): HandClock {
  let time = 0
  let tasks: { at: number; task: () => void }[] = []
  return {
    now: () => time,
    after(milliseconds, task) {
      const entry = { at: time + milliseconds, task }
      tasks.push(entry)
      return () => {
        tasks = tasks.filter((other) => other !== entry)
      }
    },
    wind(milliseconds) {
      const until = time + milliseconds
      for (;;) {
        const due = tasks.filter((entry) => entry.at <= until).sort((a, b) => a.at - b.at)[0]
        if (due === undefined) break
        tasks = tasks.filter((entry) => entry !== due)
        time = due.at
        due.task()
      }
      time = until
    },
  }
}
