/**
 * Histories with values, judged by trying every order: the definitions once more, with nothing clever about them.
 */
import type { Free } from '../histories/conflict'
import type { History, HistoryOperation, Initial } from '../histories'

/** Which of two operations must come first. */
type Before = (first: HistoryOperation, then: HistoryOperation) => boolean

export const inRealTime: Before = (first, then) => first.to !== null && first.to < then.from

/** One client's order; `history` lists each client's operations as it did them. */
export const inProgramOrder =
  (history: History): Before =>
  (first, then) =>
    first.to !== null && first.client === then.client && history.indexOf(first) < history.indexOf(then)

const valueAt = (memory: Initial, key: string) => memory[key] ?? null

/** Whether some order of the answered operations, and of any of the pending writes, explains what was read. */
export function someOrderExplains(
  history: History,
  initial: Initial,
  isBefore: Before,
  free: Free = new Map(),
): boolean {
  const isFree = ({ key, value }: HistoryOperation) => free.get(key)?.has(value) === true
  const canFinish = (rest: History, memory: Initial): boolean => {
    if (rest.every(({ to }) => to === null)) return true
    return rest.some((next) => {
      if (next.kind === 'read' && next.to === null) return false
      if (rest.some((other) => other !== next && isBefore(other, next))) return false
      if (next.kind === 'read' && valueAt(memory, next.key) !== next.value && !isFree(next)) return false
      return canFinish(
        rest.filter((operation) => operation !== next),
        { ...memory, [next.key]: next.value },
      )
    })
  }
  return canFinish(history, initial)
}

/** Whether an order is one that explains: nothing answered is missing, nothing comes too early, every read fits. */
export function isExplanation(order: History, history: History, initial: Initial, isBefore: Before): boolean {
  const isWhole = history.every((operation) => operation.to === null || order.includes(operation))
  const isInOrder = order.every((then, index) => !order.slice(index + 1).some((first) => isBefore(first, then)))
  let memory = initial
  const fits = order.every(({ kind, key, value }) => {
    const isTrue = kind === 'write' || valueAt(memory, key) === value
    memory = { ...memory, [key]: value }
    return isTrue
  })
  return isWhole && isInOrder && fits && new Set(order).size === order.length
}

/** The values that writes outside of `kept` wrote, free for anybody. */
export function freeOutside(history: History, kept: History): Free {
  const writes = history.filter((operation) => operation.kind === 'write' && !kept.includes(operation))
  const keys = new Set(writes.map(({ key }) => key))
  return new Map(
    [...keys].map((key) => [key, new Set(writes.filter((write) => write.key === key).map(({ value }) => value))]),
  )
}

/** Every way to say which write each read of one session saw: 0 for the first value, or the place of a write. */
export function* sightings(reads: History, writes: History, first: string | null): Generator<readonly number[], void> {
  const [read, ...rest] = reads
  if (!read) {
    yield []
    return
  }
  const seen = writes.flatMap((write, index) =>
    write.value === read.value && !inRealTime(read, write) ? [index + 1] : [],
  )
  for (const place of read.value === first ? [0, ...seen] : seen)
    for (const others of sightings(rest, writes, first)) yield [place, ...others]
}
