/**
 * What PostgreSQL keeps: rows with a version, open transactions, a standby and a slot of the change log. The model
 * decides who waits, which version comes next and what the standby has; this puts values on the versions.
 *
 * A statement that waits for a row is worked out when the row is free, in the step that frees it; its process hears of
 * it later. What a statement took from a sequence before it waited is kept when the row has not changed meanwhile, and
 * taken anew when it has. A standby that is not paused has every commit at once.
 * Left out: deadlocks, serializable transactions, several standbys.
 * Source: PostgreSQL documentation, 13.2.1 Read Committed, 9.17 Sequence Functions, 49 Logical Decoding.
 */
import type { Row } from '../../engine/program'
import type { Updated } from '../../engine/resources/transaction'
import type { Answer } from '../reply'
import { recordedVersion, Texts } from '../texts'
import type { Asked, World } from '../world'
import { ChangeLog, type Change } from './changeLog'

export const BLOCKED = 'BLOCKED (row lock)'

/** The key of the model that stands for the sequence of a recording. */
export const SEQUENCE = '(sequence)'

/** An update on its way. */
export interface Statement {
  readonly by: string
  readonly key: string
  readonly value: string
  /** Works out what to ask of the model; what comes of a sequence is taken each time. */
  readonly evaluate: () => Asked
  readonly answer: (updated: Updated) => Answer
}

interface Waiting {
  readonly statement: Statement
  asked: Asked
  /** The row has changed since the statement was worked out. */
  isOutdated: boolean
}

/** What a process has committed. */
export interface Committed {
  readonly by: string
  readonly key: string
  readonly value: string
}

export class Postgres {
  readonly log: ChangeLog
  /** Everything that was committed, in its order. */
  readonly commits: Committed[] = []
  private readonly rows = new Map<string, Texts>()
  /** What each open transaction has changed, in order. */
  private readonly transactions = new Map<string, Change[]>()
  private waiting: Waiting[] = []
  private readonly heard = new Map<string, Answer>()
  constructor(
    private readonly world: World,
    private readonly numberOf: (process: string) => number,
    start: ReadonlyMap<string, { readonly version: number; readonly value: string }>,
  ) {
    this.log = new ChangeLog(world, start)
    for (const [key, { version, value }] of start) {
      const texts = new Texts('plain')
      texts.name(version, value)
      this.rows.set(key, texts)
    }
  }

  hasRow(key: string): boolean {
    return this.rows.has(key)
  }

  /** The version of the newest row of the key with this value, where there has been one. */
  versionWith(key: string, value: string): number | undefined {
    return this.rows.get(key)?.numberNamed(value)
  }

  /** The row as a process sees it; null where there is none. */
  read(key: string, by: string): { readonly v: string; readonly version: number } | null {
    const texts = this.rows.get(key)
    if (texts === undefined) return null
    const { version } = this.world.ask('transaction.select', key, {}, this.numberOf(by)) as Row
    const own = this.transactions.get(by)?.findLast((change) => change.key === key)
    return { v: own?.value ?? texts.textOf(version), version: recordedVersion(version) }
  }

  /** The row as everybody sees it who has no transaction open. */
  committed(key: string): Answer {
    const texts = this.rows.get(key)
    if (texts === undefined) return null
    const { version } = this.world.ask('database.select', key) as Row
    return { v: texts.textOf(version), version: recordedVersion(version) }
  }

  /** The next number of the one sequence that there is. */
  nextValue(): number {
    const { version } = this.world.ask('database.nextval', SEQUENCE) as Row
    return recordedVersion(version)
  }

  begin(by: string): Answer {
    this.askOfAnyRow('transaction.begin', by)
    if (!this.transactions.has(by)) this.transactions.set(by, [])
    return 'BEGIN'
  }

  /** Commits or rolls back, and lets whoever waits go on. */
  end(by: string, keeps: boolean): Answer {
    const changes = this.transactions.get(by) ?? []
    this.transactions.delete(by)
    const kind = keeps ? 'transaction.commit' : 'transaction.rollback'
    const changed = new Set(changes.map(({ key }) => key))
    for (const key of changed) this.world.ask(kind, key, {}, this.numberOf(by))
    if (changed.size === 0) this.askOfAnyRow(kind, by)
    if (keeps) this.publish(changes, by)
    this.letWaitingGoOn()
    return keeps ? 'COMMIT' : 'ROLLBACK'
  }

  execute(statement: Statement): Answer {
    if (!this.rows.has(statement.key)) return null
    const asked = statement.evaluate()
    if (this.waits(statement, asked)) {
      this.waiting.push({ statement, asked, isOutdated: false })
      return BLOCKED
    }
    const answer = this.perform(statement, asked)
    this.letWaitingGoOn()
    return answer
  }

  /** What a process that waited is told; that it still waits, where it does. */
  hear(by: string): Answer {
    const answer = this.heard.get(by)
    return this.heard.delete(by) ? answer! : BLOCKED
  }

  /** The connection of a process is gone. */
  close(by: string): void {
    this.waiting = this.waiting.filter(({ statement }) => statement.by !== by)
    if (this.transactions.has(by)) this.end(by, false)
  }

  /** A row that everybody may touch, which is in no log. */
  addRow(key: string): void {
    const texts = new Texts('plain')
    texts.name(1, '')
    this.rows.set(key, texts)
  }

  private askOfAnyRow(kind: string, by: string): void {
    const [key] = this.rows.keys()
    if (key !== undefined) this.world.ask(kind, key, {}, this.numberOf(by))
  }

  private waits({ by, key }: Statement, asked: Asked): boolean {
    return this.world.waits('transaction.update', key, asked, this.numberOf(by))
  }

  private perform({ by, key, value, answer }: Statement, asked: Asked): Answer {
    const updated = this.world.ask('transaction.update', key, asked, this.numberOf(by)) as Updated
    if (updated.updated) {
      const change = { key, value, version: updated.version }
      const open = this.transactions.get(by)
      if (open) open.push(change)
      else this.publish([change], by)
    }
    return answer(updated)
  }

  /** What has been committed together is there for everybody. */
  private publish(changes: readonly Change[], by: string): void {
    for (const { key, value, version } of changes) {
      this.commits.push({ by, key, value })
      this.rows.get(key)!.name(version, value)
      for (const each of this.waiting) if (each.statement.key === key) each.isOutdated = true
    }
    this.log.append(changes)
  }

  private letWaitingGoOn(): void {
    for (;;) {
      const next = this.waiting.find(({ statement, asked }) => !this.waits(statement, asked))
      if (next === undefined) return
      this.waiting = this.waiting.filter((each) => each !== next)
      const asked = next.isOutdated ? next.statement.evaluate() : next.asked
      this.heard.set(next.statement.by, this.perform(next.statement, asked))
    }
  }
}
