/**
 * Which pattern a learner's program stands in for, by what it asks: a queue, a counting cache and a timer are parts of
 * the world that only some patterns bring.
 */
import { protocols, type WritePattern } from '../protocols'
import type { Call } from './calls'

/** Names in a text that say what it needs. */
export const telling = ['setAndEnqueue', 'setNext', 'deleteLater', 'update'] as const
export type Telling = (typeof telling)[number]

const fits = ({ queues, cacheCounts, defers }: WritePattern, uses: readonly Telling[]): boolean =>
  (queues === true) === uses.includes('setAndEnqueue') &&
  (cacheCounts === true) === (uses.includes('setAndEnqueue') || uses.includes('setNext')) &&
  (defers === true || !uses.includes('deleteLater'))

/** The pattern in whose place the text can run: the one it was begun from where that has all it needs; null for none. */
export function wiringFor(begunFrom: string, uses: readonly Telling[]): string | null {
  const names = [begunFrom, ...Object.keys(protocols.write)]
  return names.find((name) => protocols.write[name] !== undefined && fits(protocols.write[name], uses)) ?? null
}

/** Why no pattern does what the text asks for. */
export const NO_WIRING =
  'asks for parts that no pattern has together. Let one of database.update, cache.setNext and queue.setAndEnqueue make the version, and leave a delete to the timer only with database.update.'

/** What a call needs and the world around this pattern has not; null where nothing is lacking. */
export function lacking({ name, later }: Call, pattern: Partial<WritePattern>): string | null {
  if (name === 'queue.setAndEnqueue' && pattern.queues !== true)
    return 'asks the queue, which is not there. Write queue.setAndEnqueue(key).'
  if (name === 'cache.setNext' && (pattern.cacheCounts !== true || pattern.queues === true))
    return 'lets the cache count versions, which it does not do here. Write cache.setNext(key), without another way to make a version.'
  if (name === 'database.update' && pattern.cacheCounts === true)
    return 'lets the database make a version where the cache counts them. Keep one of the two.'
  if (later === true && pattern.defers !== true)
    return 'leaves a delete to the timer, which is not there. Write timer.deleteLater.'
  return null
}
