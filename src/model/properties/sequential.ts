/**
 * Sequential: one total order of everybody's operations on all keys explains every value, own reads included. It keeps
 * each client's order, not real time, and not the order of the database's commits either.
 *
 * Monitor: what each client has said so far, as the number of its *log*, one for each client beside the world as a
 * whole, because no part of it can be judged alone. A log forgets what cannot matter: a read like the one before it,
 * and reads of what was there at first before anything else. Logs are judged by `histories/sequentialSearch.ts`, every
 * set of them once. A write that is not answered may be taken for any version that has been read and has no writer.
 * Source: Lamport, "How to Make a Multiprocessor Computer That Correctly Executes Multiprocess Programs", 1979.
 */
import { CellOverflow, offsetOf } from '../engine/layout'
import { beyondBounds } from '../explore/bounds'
import { nothingFree } from '../histories/conflict'
import type { History, HistoryOperation, Initial } from '../histories/operation'
import { searchSequentialOrder } from '../histories/sequentialSearch'
import type { Scenario } from '../scenario/scenario'
import type { Judge, Property } from './property'

/** One thing that a client did; a write without an answer has version null. */
interface Entry {
  readonly kind: 'read' | 'write'
  readonly key: string
  readonly version: number | null
}

type Log = readonly Entry[]

/** Logs by number; the empty one is 0. */
class Logs {
  private readonly logs: Log[] = [[]]
  private readonly numbers = new Map([['[]', 0]])

  of(number: number): Log {
    return this.logs[number]!
  }

  numberOf(log: Log): number {
    const text = JSON.stringify(log)
    const known = this.numbers.get(text)
    if (known !== undefined) return known
    this.numbers.set(text, this.logs.length)
    return this.logs.push(log) - 1
  }
}

const answered = (log: Log): Log => log.filter(({ version }) => version !== null)

/** The log once the last write of the key has its answer. */
function withAnswer(log: Log, entry: Entry): Log {
  const asked = log.findLastIndex(({ key, version }) => key === entry.key && version === null)
  return log.with(asked, entry)
}

/** What was there before the run, and the version beside it that somebody has written, if cache and database differ. */
class Beginning {
  readonly initial: Initial
  readonly before: History

  constructor(
    private readonly scenario: Scenario,
    keys: readonly string[],
  ) {
    const oldest = keys.map((key) => [key, String(Math.min(...this.versionsOf(key)))] as const)
    this.initial = Object.fromEntries(oldest)
    this.before = keys
      .filter((key) => new Set(this.versionsOf(key)).size > 1)
      .map((key) => pendingWrite(`before ${key}`, key, Math.max(...this.versionsOf(key)), 0))
  }

  isInitial({ key, version }: Entry): boolean {
    return this.initial[key] === String(version)
  }

  /** Whether somebody wrote it before the run. */
  hasBefore(key: string, version: number): boolean {
    return this.before.some((write) => write.key === key && write.value === String(version))
  }

  private versionsOf(key: string): number[] {
    const { database, cache } = this.scenario.start
    return [database[key] ?? 1, cache[key] ?? database[key] ?? 1]
  }
}

const pendingWrite = (client: string, key: string, version: number, from: number): HistoryOperation => ({
  client,
  kind: 'write',
  key,
  value: String(version),
  from,
  to: null,
})

/** Whether one order explains what all clients have said. */
function isExplained(logs: readonly Log[], { initial, before }: Beginning): boolean {
  const known = logs.flatMap((log, client): HistoryOperation[] =>
    log.flatMap(({ kind, key, version }, at) =>
      version === null ? [] : [{ client: `T${client}`, kind, key, value: String(version), from: at, to: at }],
    ),
  )
  const written = new Set([...known.filter(({ kind }) => kind === 'write'), ...before].map(nameOf))
  const unwritten = new Map(
    known
      .filter((operation) => operation.value !== initial[operation.key] && !written.has(nameOf(operation)))
      .map((operation) => [nameOf(operation), operation]),
  )
  const pending = logs.flatMap((log, client) =>
    log.flatMap(({ key, version }, at) => (version === null ? [{ client: `T${client}`, key, at }] : [])),
  )
  const canBe = (rest: readonly HistoryOperation[], free: typeof pending, taken: History): boolean => {
    const [read, ...others] = rest
    if (!read) return searchSequentialOrder([...before, ...known, ...taken], initial, nothingFree) !== null
    return free.some(
      (write) =>
        write.key === read.key &&
        canBe(
          others,
          free.filter((one) => one !== write),
          [...taken, pendingWrite(write.client, write.key, Number(read.value), write.at)],
        ),
    )
  }
  return canBe([...unwritten.values()], pending, [])
}

const nameOf = ({ key, value }: HistoryOperation) => `${key} ${String(value)}`

export const sequential: Property = {
  name: 'sequential',
  title: 'One order explains all reads',
  says: 'One order of everything that clients did, each client’s own order kept, explains every read (sequential).',
  violatedSays: 'show clients what no single order can explain',
  isTooLong: (scenario) => beyondBounds(scenario) !== null,
  reserve(layout) {
    layout.reserveForWorldPerClient('said')
  },
  bind({ memory, keys, clients, scenario }) {
    const { cells, max, width } = memory
    const said = offsetOf(memory, 'said')
    const logs = new Logs()
    const beginning = new Beginning(scenario, keys)
    const judgements = new Map<string, boolean>()
    const logOf = (client: number): Log => logs.of(cells[said + client]!)
    const say = (client: number, log: Log): void => {
      const number = logs.numberOf(log)
      if (number > max) throw new CellOverflow(width)
      cells[said + client] = number
    }
    const isExplainedNow = (): boolean => {
      const name = cells
        .subarray(said, said + clients.length)
        .toSorted()
        .join()
      const known =
        judgements.get(name) ??
        isExplained(
          clients.map((_, client) => logOf(client)),
          beginning,
        )
      judgements.set(name, known)
      return known
    }
    const judge: Judge = {
      judged: 0,
      broken: false,
      watcher: {
        invoked(client, role, keyIndex) {
          if (role === 'write') say(client, [...logOf(client), { kind: 'write', key: keys[keyIndex]!, version: null }])
        },
        responded(client, role, keyIndex, version) {
          const log = logOf(client)
          const key = keys[keyIndex]!
          // Whoever writes a version that was there before the run has only read it.
          const kind = beginning.hasBefore(key, version) ? 'read' : role
          const entry: Entry = { kind, key, version }
          if (role === 'write') say(client, withAnswer(log, entry))
          else {
            const last = answered(log).at(-1)
            if (last === undefined && beginning.isInitial(entry)) return
            judge.judged++
            if (last?.key === entry.key && last.version === version) return
            say(client, [...log, entry])
          }
          if (!isExplainedNow()) judge.broken = true
        },
      },
      violatedWhenQuiet: () => false,
    }
    return judge
  },
}
