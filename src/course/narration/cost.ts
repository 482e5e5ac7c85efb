/** What a run costs, in words: one line for a transcript, and the terms with their meanings for a table. */
import type { Cost, Counts } from '../../model/engine/cost'
import { keysNamed, type Deed } from '../../model/scenario/scenario'

/** `read x`, `transfer x y`. */
const spelled = (deed: Deed): string => [deed.kind, ...keysNamed(deed)].join(' ')

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`

/** `3 cache requests (0 hits, 1 miss), 1 database read, 1 database write`. */
export function costInWords({ cacheRequests, hits, misses, databaseReads, databaseWrites }: Counts): string {
  const looks = hits + misses === 0 ? '' : ` (${counted(hits, 'hit')}, ${counted(misses, 'miss', 'misses')})`
  const reads = counted(databaseReads, 'database read')
  return `${counted(cacheRequests, 'cache request')}${looks}, ${reads}, ${counted(databaseWrites, 'database write')}`
}

/** Answers that a line tells of; a longer run has too many of them. */
const ANSWERS_TOLD = 4

/** `T1 waited for 2 messages to read x, T2 for 1 to write x`, about the last answers; empty before the first. */
export const waitsInWords = ({ answers }: Cost): string =>
  (answers.length > ANSWERS_TOLD ? `of the last ${ANSWERS_TOLD} answers, ` : '') +
  answers
    .slice(-ANSWERS_TOLD)
    .map(({ client, deed, messages }, index) =>
      index === 0
        ? `${client} waited for ${counted(messages, 'message')} to ${spelled(deed)}`
        : `${client} for ${messages} to ${spelled(deed)}`,
    )
    .join(', ')

export interface CostTerm {
  readonly name: keyof Counts
  readonly title: string
  readonly says: string
}

export const costTerms: readonly CostTerm[] = [
  {
    name: 'cacheRequests',
    title: 'Cache requests',
    says: 'whatever the cache is asked, by a client, a timer, a loader or the log, and by itself under read-through',
  },
  { name: 'hits', title: 'Hits', says: 'looks into the cache that find something' },
  { name: 'misses', title: 'Misses', says: 'looks into the cache that find nothing' },
  { name: 'databaseReads', title: 'Database reads', says: 'selects of the database or its replica' },
  { name: 'databaseWrites', title: 'Database writes', says: 'rows that get another version' },
]
