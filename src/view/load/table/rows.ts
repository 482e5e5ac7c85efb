/**
 * The document's comparison table, measured: eight rows, and in each cell a number from the run, a sentence about it and,
 * where the document says something of that way to write, whether this run agrees.
 */
import type { LoadResult } from '../../../model/load/result'
import type { Strategy } from '../../../model/load/strategy'
import { counted, figures, shown } from '../format'
import { guardTitle, lowered } from '../strategies/words'
import { saidOf, type Said, type SourceRow } from './source'

/** Lines of program of a strategy; null while the programs' text is on its way. */
export type LinesOf = (strategy: Strategy) => number | null

export interface Cell {
  /** The number, with its unit. */
  readonly value: string
  readonly sentence: string
  readonly said: Said | null
  /** null where the document says nothing, or the run cannot tell. */
  readonly agrees: boolean | null
}

export interface Row {
  readonly id: string
  readonly title: string
  /** Names of the metrics that its cells speak of. */
  readonly metrics: readonly string[]
  readonly cells: readonly (Cell | null)[]
}

interface Kind {
  readonly id: string
  readonly title: string
  readonly metrics: readonly string[]
  readonly source?: SourceRow
  /** The number and its sentence. */
  cell(run: LoadResult, linesOf: LinesOf): readonly [value: string, sentence: string]
  /** Whether the run agrees with what the document says of its way to write; asked only where it says something. */
  agrees?(run: LoadResult, others: readonly LoadResult[]): boolean | null
}

const of = (run: LoadResult, name: string): number | null => run.metrics[name] ?? null
const count = (run: LoadResult, name: string): number => of(run, name) ?? 0
const writeOf = ({ strategy }: LoadResult): string => strategy.protocol.write
const ms = (run: LoadResult, name: string): string => shown(of(run, name), 'ms')

/** Acknowledged writes. */
export const writesOf = (run: LoadResult): number => count(run, 'writes')

/**
 * Whether an order that the document gives holds against each other run that it speaks of; null where there is none.
 * @param rank by way to write; ways with the same rank are not compared
 */
function keepsOrder(run: LoadResult, others: readonly LoadResult[], rank: Ranks, metric: string): boolean | null {
  const own = of(run, metric)
  const ownRank = rank[writeOf(run)]
  if (own === null || ownRank === undefined) return null
  const against = others.flatMap((other) => {
    const [value, otherRank] = [of(other, metric), rank[writeOf(other)]]
    return value === null || otherRank === undefined || otherRank === ownRank
      ? []
      : [otherRank > ownRank ? value > own : value < own]
  })
  return against.length === 0 ? null : against.every(Boolean)
}

type Ranks = Readonly<Record<string, number>>

const waitRanks: Ranks = { 'write-behind': 0, 'write-around': 1, 'write-through': 2 }
const readBackRanks: Ranks = { 'write-behind': 0, 'write-through': 0, 'write-around': 1 }

const writeLatency: Kind = {
  id: 'write-latency',
  title: 'Write latency',
  metrics: ['writeP50', 'writeP95', 'writeP99'],
  source: 'write-latency',
  cell: (run) => [
    ms(run, 'writeP50'),
    `Half of the writes take no longer; 95 in 100 take no longer than ${ms(run, 'writeP95')}, the slowest ${ms(run, 'writeMax')}.`,
  ],
  agrees: (run, others) => keepsOrder(run, others, waitRanks, 'writeP50'),
}

const readBack: Kind = {
  id: 'read-back',
  title: 'Read after a write',
  metrics: ['readBackP50', 'readBackP95', 'staleReadBacks'],
  source: 'read-back',
  cell(run) {
    const unseen = of(run, 'staleReadBacks')
    if (unseen === null)
      return ['–', 'Nobody reads back what it has just written here. Give the workload a share of such reads.']
    const seen =
      unseen === 0 ? 'All of them see the write.' : `${shown(unseen, 'share')} of them do not see their own write.`
    return [ms(run, 'readBackP50'), `Half of the reads of one’s own write take no longer. ${seen}`]
  },
  agrees: (run, others) => keepsOrder(run, others, readBackRanks, 'readBackP50'),
}

const consistency: Kind = {
  id: 'consistency',
  title: 'Consistency',
  metrics: ['staleShare', 'staleReads', 'staleAgeMax', 'staleForEver'],
  source: 'consistency',
  cell(run) {
    const stale = count(run, 'staleReads')
    const forEver = count(run, 'staleForEver')
    const left = forEver === 0 ? '' : ` ${counted(forEver, 'entry stays', 'entries stay')} old for ever.`
    if (stale === 0) return ['0 stale', `No read returned an older version.${left}`]
    const oldest = `the oldest was behind by ${ms(run, 'staleAgeMax')}`
    return [
      `${shown(of(run, 'staleShare'), 'share')} stale`,
      `${counted(stale, 'read')} returned an older version; ${oldest}.${left}`,
    ]
  },
  agrees: (run) =>
    writeOf(run) === 'write-behind' ? count(run, 'staleForEver') === 0 : count(run, 'staleReads') === 0,
}

const durability: Kind = {
  id: 'durability',
  title: 'Durability',
  metrics: ['lostWrites'],
  cell(run) {
    const [writes, lost] = [writesOf(run), count(run, 'lostWrites')]
    if (writes === 0 && lost === 0) return ['–', 'Nothing was written.']
    if (lost === 0) return ['100 % kept', `All ${counted(writes, 'acknowledged write')} reached the database.`]
    const share = writes === 0 ? 0 : lost / writes
    return [
      `${lost.toLocaleString('en')} lost`,
      `Of ${counted(writes, 'acknowledged write')} ${shown(share, 'share')} never reached the database.`,
    ]
  },
}

/** What keeps updates that wait through a crash of some kind; null where nothing does. */
function keeperOf({ guards }: Strategy): string | null {
  const log = guards['write-ahead-log']
  if (log !== undefined) return lowered(guardTitle('write-ahead-log', log))
  const queue = guards['queue'] ?? 'memory'
  return queue === 'memory' || queue === 'entry' ? null : lowered(guardTitle('queue', queue))
}

const loss: Kind = {
  id: 'loss',
  title: 'Risk of loss',
  metrics: ['pendingMax', 'lostWrites'],
  source: 'loss',
  cell(run) {
    const [waiting, lost] = [count(run, 'pendingMax'), count(run, 'lostWrites')]
    const gone = lost === 0 ? 'Nothing was lost in this run.' : `${lost.toLocaleString('en')} were lost in this run.`
    if (waiting === 0) return ['0 at a time', `No update waits once it is acknowledged. ${gone}`]
    const keeper = keeperOf(run.strategy)
    const kept = keeper === null ? 'and nothing keeps them through a crash' : `and a guard keeps them: ${keeper}`
    return [`${waiting.toLocaleString('en')} at a time`, `So many updates waited at the most, ${kept}. ${gone}`]
  },
  agrees: (run) => (writeOf(run) === 'write-behind' ? count(run, 'pendingMax') > 0 : count(run, 'lostWrites') === 0),
}

const pollution: Kind = {
  id: 'pollution',
  title: 'Cache pollution',
  metrics: ['hotHitRatio', 'hitRatio', 'evictions'],
  cell(run) {
    const [hot, all] = [of(run, 'hotHitRatio'), of(run, 'hitRatio')]
    const evicted = count(run, 'evictions')
    const went =
      evicted === 0 ? 'Nothing had to go for room.' : `${counted(evicted, 'entry', 'entries')} had to go for room.`
    if (hot === null)
      return [
        shown(all, 'share'),
        `Looks into the cache that find something; no key is more popular than others. ${went}`,
      ]
    return [
      shown(hot, 'share'),
      `Looks for popular keys that find something; of all looks ${shown(all, 'share')}. ${went}`,
    ]
  },
}

const database: Kind = {
  id: 'database',
  title: 'Database load',
  metrics: ['databaseWritesPerSecond', 'databaseReadsPerSecond', 'updatesPerWrite', 'databaseWait'],
  source: 'database',
  cell(run) {
    const merged = of(run, 'updatesPerWrite')
    const each =
      merged === null
        ? ''
        : ` One database write for ${merged > 0.995 && merged < 1.005 ? 'each update' : `${figures(merged)} updates`}.`
    return [
      `${shown(of(run, 'databaseWritesPerSecond'), 'per second')} writes`,
      `And ${shown(of(run, 'databaseReadsPerSecond'), 'per second')} reads.${each}`,
    ]
  },
  agrees(run) {
    const merged = of(run, 'updatesPerWrite')
    if (merged === null) return null
    return writeOf(run) === 'write-behind' ? merged > 1 : merged < 1.005
  },
}

const complexity: Kind = {
  id: 'complexity',
  title: 'Complexity',
  metrics: ['messages'],
  cell(run, linesOf) {
    const lines = linesOf(run.strategy)
    const guards = Object.keys(run.strategy.guards).length
    const size = guards === 0 ? 'two patterns without a guard' : `two patterns and ${counted(guards, 'guard')}`
    const sent = `${shown(of(run, 'messages'), '')} messages for an operation.`
    return [lines === null ? '…' : counted(lines, 'line'), `The programs of ${size}; ${sent}`]
  },
}

const kinds: readonly Kind[] = [writeLatency, readBack, consistency, durability, loss, pollution, database, complexity]

/** One cell for each run, in their order; null where there is no run. */
export function rowsOf(runs: readonly (LoadResult | null)[], linesOf: LinesOf): readonly Row[] {
  return kinds.map((kind) => ({
    id: kind.id,
    title: kind.title,
    metrics: kind.metrics,
    cells: runs.map((run) => (run === null ? null : cellOf(kind, run, runs, linesOf))),
  }))
}

function cellOf(kind: Kind, run: LoadResult, runs: readonly (LoadResult | null)[], linesOf: LinesOf): Cell {
  const [value, sentence] = kind.cell(run, linesOf)
  const said = kind.source === undefined ? null : saidOf(kind.source, writeOf(run))
  const others = runs.filter((other): other is LoadResult => other !== null && other !== run)
  return { value, sentence, said, agrees: said === null ? null : (kind.agrees?.(run, others) ?? null) }
}
