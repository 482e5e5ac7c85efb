/** Counts what happens in one run: the facts that a verdict cannot give. */
import type { Model } from '../engine/compile'
import { offsetOf } from '../engine/layout'
import { Backlog } from '../engine/resources/backlog'
import type { StepEvent } from '../engine/trace'
import type { Fact } from '../explore/report'

interface Counts {
  operations: number
  hits: number
  misses: number
  selects: number
  commits: number
}

/** Follows a run, whose world is in the model's memory after each step. */
export class Tally {
  private readonly counts: Counts = { operations: 0, hits: 0, misses: 0, selects: 0, commits: 0 }
  /** Versions that writers were told, by key. */
  private readonly acknowledged: readonly number[][]
  private readonly rows: number[]
  private readonly waiting: number[]
  private readonly backlog: Backlog
  private backlogMax = 0
  private readonly database: number

  constructor(private readonly model: Model) {
    const { memory, scenario, keys } = model
    this.database = offsetOf(memory, 'database')
    this.backlog = new Backlog(memory, scenario)
    this.acknowledged = keys.map(() => [])
    this.rows = keys.map((_, key) => memory.cells[this.database + key]!)
    this.waiting = keys.map(() => 0)
  }

  get operations(): number {
    return this.counts.operations
  }

  /** Counts a step that has just been taken. */
  add(event: StepEvent): void {
    if (event.type === 'request') this.addRequest(event)
    if (event.type === 'load' && isSelect(event.request.kind)) this.counts.selects++
    const key = 'key' in event ? this.model.keys.indexOf(event.key) : -1
    if (key >= 0) this.look(key)
    else for (let each = 0; each < this.rows.length; each++) this.look(each)
    if (this.backlog.exists) this.backlogMax = Math.max(this.backlogMax, sum(this.waiting))
  }

  private addRequest(event: Extract<StepEvent, { type: 'request' }>): void {
    const { counts } = this
    const found = (event.reply as { readonly found?: boolean } | null)?.found
    if (event.begins) counts.operations++
    if (found === true) counts.hits++
    if (found === false) counts.misses++
    if (isSelect(event.request.kind)) counts.selects++
    if (event.role === 'write' && event.result !== null)
      this.acknowledged[this.model.keys.indexOf(event.key)]!.push(event.result)
  }

  /** Notices what has changed about a key. */
  private look(key: number): void {
    const row = this.model.memory.cells[this.database + key]!
    if (row !== this.rows[key]) this.counts.commits++
    this.rows[key] = row
    if (this.backlog.exists) this.waiting[key] = this.backlog.count(key)
  }

  /** All there is to say; `isOver` where nothing more has to happen, so that what is missing now is lost. */
  facts(isOver: boolean): readonly Fact[] {
    const { operations, hits, misses, selects, commits } = this.counts
    const told = sum(this.acknowledged.map((versions) => versions.length))
    const lost = sum(this.acknowledged.map((versions, key) => versions.filter((each) => each > this.rows[key]!).length))
    const reads = hits + misses > 0 ? [fact('cache hits', hits), fact('cache misses', misses)] : []
    return [
      fact('operations', operations),
      ...reads,
      fact('database reads', selects),
      fact('database writes', commits),
      ...(told > 0 ? [fact('acknowledged writes', told)] : []),
      ...(told > 0 && isOver ? [fact('lost writes', lost)] : []),
      ...(this.backlog.exists ? [fact('largest backlog', this.backlogMax)] : []),
    ]
  }
}

const fact = (what: string, count: number): Fact => ({ what, count })

const isSelect = (kind: string): boolean => kind.endsWith('.select')

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)
