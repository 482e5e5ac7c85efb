/**
 * How many schedules small protocols have on real servers, how many of them end stale, and of how many the history is
 * not linearizable, not sequential, out of order or without the client's own writes: counted elsewhere, schedule by
 * schedule, and replayed there on redis, memcached and PostgreSQL. The engine has to find the same numbers.
 */
import { describe, expect, it } from 'vitest'
import { fixtureJson } from './fixtures.fixture'
import {
  isRegisterLinearizable,
  isSequential,
  readsInOrder,
  readsYourWrites,
  type History,
  type HistoryOperation,
} from '../histories'
import { everyRun, type FinishedRun } from '../testing/everyRun'
import { sketched, type Sketch } from '../testing/sketch'

interface Row {
  readonly protocol: string
  readonly shape: string
  readonly start: 'cold' | 'warm'
  readonly schedules: number
  readonly finalStale: number
  readonly notLin: number
  readonly notSeq: number
  readonly notMono: number
  readonly notRYW: number
}

const { rows } = fixtureJson('_exhaustive.json') as { readonly rows: readonly Row[] }

const protocols: Readonly<Record<string, Pick<Sketch, 'write' | 'guards'>>> = {
  'write-around': { write: 'write-around' },
  'write-through': { write: 'write-through' },
  'write-through + seed CAS': { write: 'write-through', guards: { 'compare-and-set': 'equal' } },
  'write-through + higher CAS': { write: 'write-through', guards: { 'compare-and-set': 'newer' } },
  'write-invalidate': { write: 'write-invalidate' },
  'write-invalidate + seed CAS fill': { write: 'write-invalidate', guards: { 'compare-and-set': 'equal' } },
  'write-invalidate + higher CAS fill': { write: 'write-invalidate', guards: { 'compare-and-set': 'newer' } },
  'tombstone-invalidate + CAS fill': { write: 'write-invalidate', guards: { tombstone: 'true' } },
  'delete-then-write': { write: 'delete-then-write' },
  'deferred-invalidate': { write: 'deferred-invalidate' },
  'double-delete': { write: 'double-delete' },
  'lease (losers wait)': { write: 'write-invalidate', guards: { lease: 'wait' } },
  'lease (losers bypass)': { write: 'write-invalidate', guards: { lease: 'bypass' } },
}

const twoWriters = { W1: ['write x'], W2: ['write x'], R: ['read x', 'read x'] }

const shapes: Readonly<Record<string, Sketch['clients']>> = {
  'A: 2 writers + reader x2': twoWriters,
  'B: writer that reads back + reader x2': { W1: ['write x', 'read x'], R: ['read x', 'read x'] },
  'C: 1 writer + reader x1 + reader x2': { W1: ['write x'], R1: ['read x'], R2: ['read x', 'read x'] },
  'E: writer dies right after its DB commit + writer 2 + reader x2': twoWriters,
}

/** Why a row is no scenario of ours; null where it is one. */
function whyNot({ protocol, shape }: Row): string | null {
  if (shape.startsWith('D')) return 'one client reads in two ways, and a scenario has one way of reading'
  const defers = protocols[protocol]!.write === 'deferred-invalidate' || protocols[protocol]!.write === 'double-delete'
  if (defers && shape.startsWith('B')) return 'the recorded writer deletes before it reads back; a timer need not'
  if (defers && shape.startsWith('E')) return 'the recorded delete dies with its writer; a timer fires all the same'
  if (protocol === 'lease (losers wait)' && /^[BC]/.test(shape))
    return 'the recorded loser is told to wait, which is a step; here it waits without one'
  return null
}

const dies = ({ shape }: Row) => shape.startsWith('E')

/** Whether the commit is the last step of a write, so that whoever dies right after it has done all of it. */
const endsWithCommit = ({ write }: Pick<Sketch, 'write'>) => write === 'write-around' || write === 'delete-then-write'

function sketchOf(row: Row): Sketch {
  const protocol = protocols[row.protocol]!
  return {
    ...protocol,
    read: 'cache-aside',
    cache: row.start === 'warm' ? { x: 1 } : {},
    clients: shapes[row.shape]!,
    ...(dies(row) && !endsWithCommit(protocol) ? { crash: ['W1'] } : {}),
  }
}

/** Whether W1 dies in this run exactly when its commit has been done, which is its first step where more would follow. */
const diesAfterCommit = ({ words }: FinishedRun, row: Row): boolean =>
  !dies(row) ||
  endsWithCommit(protocols[row.protocol]!) ||
  (words.indexOf('crash:W1') === words.indexOf('W1') + 1 && words.filter((word) => word === 'W1').length === 1)

/** What clients saw. Nobody hears of a dead writer's commit; it made the one version that no other writer was told. */
function historyOf({ history }: FinishedRun, row: Row): History {
  const told = new Set(history.map(({ client, kind, value }) => (kind === 'write' && client !== 'W1' ? value : null)))
  const unheard = told.has('2') ? '3' : '2'
  return history.map((operation) =>
    dies(row) && operation.client === 'W1' ? { ...operation, value: unheard, to: null } : operation,
  )
}

const initial = { x: '1' }
const byVersion = (a: HistoryOperation, b: HistoryOperation) => Number(a.value) - Number(b.value)

function counted(row: Row): Omit<Row, 'protocol' | 'shape' | 'start'> {
  const count = { schedules: 0, finalStale: 0, notLin: 0, notSeq: 0, notMono: 0, notRYW: 0 }
  everyRun(sketched(sketchOf(row)), (run) => {
    if (!diesAfterCommit(run, row)) return
    const history = historyOf(run, row)
    const commits = history.filter(({ kind }) => kind === 'write').sort(byVersion)
    count.schedules++
    if (run.cache[0] !== 0 && run.cache[0] !== run.database[0]) count.finalStale++
    if (!isRegisterLinearizable(history, initial)) count.notLin++
    if (!isSequential(history, initial)) count.notSeq++
    if (!readsInOrder(history, initial, commits)) count.notMono++
    if (!readsYourWrites(history, initial, commits)) count.notRYW++
  })
  return count
}

const expressible = rows.filter((row) => whyNot(row) === null)

describe('as many schedules, as many stale ends and as many bad histories as on real servers', () => {
  it.each(expressible.map((row) => [row.protocol, row.shape, row.start, row] as const))(
    '%s, %s, %s',
    (_protocol, _shape, _start, { schedules, finalStale, notLin, notSeq, notMono, notRYW, ...row }) => {
      expect(counted({ ...row, schedules, finalStale, notLin, notSeq, notMono, notRYW })).toEqual({
        schedules,
        finalStale,
        notLin,
        notSeq,
        notMono,
        notRYW,
      })
    },
  )
})

it('38 of the 130 rows are no scenarios of ours, for four reasons', () => {
  const reasons: Record<string, number> = {}
  for (const reason of rows.map(whyNot)) if (reason !== null) reasons[reason] = (reasons[reason] ?? 0) + 1
  expect([rows.length, reasons]).toEqual([
    130,
    {
      'one client reads in two ways, and a scenario has one way of reading': 26,
      'the recorded writer deletes before it reads back; a timer need not': 4,
      'the recorded delete dies with its writer; a timer fires all the same': 4,
      'the recorded loser is told to wait, which is a step; here it waits without one': 4,
    },
  ])
})
