/**
 * Follows a query through a run.
 *
 * Cells: the stage that the run is in, for each of its terms how far it has come, and, where stale reads are asked for,
 * what was known of each key when each client's open read began. Progress of a stage is forgotten when it is over.
 */
import type { Watcher } from '../../engine/client'
import type { Model } from '../../engine/compile'
import { offsetOf, type Cells, type Layout } from '../../engine/layout'
import type { StepEvent } from '../../engine/trace'
import { propertyNamed } from '../../properties'
import type { Judge } from '../../properties/property'
import { isEnding } from './ends'
import { watchedBy, type Follower, type Following } from './follower'
import { doneBy, type Answered, type Taken } from './happenings'
import { isOfTheEnd, type Happening, type Query, type Term } from './query'

const STAGE = 'find:stage'
const KNOWN = 'find:known'
const FLOOR = 'find:floor'

/** How far a `before` has come. */
const FIRST_SEEN = 1
const IN_ORDER = 2
const OUT_OF_ORDER = 3

const propertiesOf = ({ stages }: Query): readonly string[] => [
  ...new Set(stages.flat().flatMap((term) => (term.type === 'violated' ? [term.property] : []))),
]

function happeningsOf(term: Term): readonly Happening[] {
  if (term.type === 'before') return [term.first, term.second]
  return term.type === 'happens' || term.type === 'never' ? [term.what] : []
}

/** Whether the query has to know what was known when a read began. */
const asksStale = ({ stages }: Query): boolean =>
  stages.flat().some((term) => happeningsOf(term).some(({ kind }) => kind === 'reads stale'))

/** Collects what was answered in a step, and which reads of that were stale. */
function answersOf(model: Model, isStaleAsked: boolean) {
  const { cells } = model.memory
  const { keys, clients } = model
  const known = offsetOf(model.memory, KNOWN)
  const floor = offsetOf(model.memory, FLOOR)
  const floorOf = (client: number, key: number) => floor + client * keys.length + key
  let answers: Answered[] = []
  const watcher: Watcher = {
    invoked(client, _role, key) {
      if (isStaleAsked) cells[floorOf(client, key)] = cells[known + key]!
    },
    responded(client, role, key, version) {
      const isStale = isStaleAsked && version < cells[floorOf(client, key)]!
      answers.push({ client: clients[client]!.name, role, key: keys[key]!, version, isStale })
      if (isStaleAsked) cells[floorOf(client, key)] = 0
    },
    failed(client, _role, key) {
      if (isStaleAsked) cells[floorOf(client, key)] = 0
    },
  }
  /** Hands out what the step has answered, and notes what is known after it. */
  const take = (): readonly Answered[] => {
    const taken = answers
    answers = []
    if (!isStaleAsked) return taken
    const database = offsetOf(model.memory, 'database')
    keys.forEach((name, key) => {
      const told = taken.filter((answer) => answer.role === 'write' && answer.key === name)
      const versions = told.map(({ version }) => version)
      cells[known + key] = Math.max(cells[known + key]!, cells[database + key]!, ...versions)
    })
    return taken
  }
  return { watcher, take }
}

class QueryFollowing implements Following {
  readonly watcher: Watcher | null
  private readonly cells: Cells
  private readonly at: number
  private readonly answers: ReturnType<typeof answersOf>
  private readonly judges: ReadonlyMap<string, Judge>

  constructor(
    private readonly model: Model,
    private readonly query: Query,
  ) {
    this.cells = model.memory.cells
    this.at = offsetOf(model.memory, STAGE)
    this.answers = answersOf(model, asksStale(query))
    this.judges = new Map(propertiesOf(query).map((name) => [name, propertyNamed(name)!.bind(model)]))
    const watchers = [...this.judges.values()].flatMap(({ watcher }) => watcher ?? [])
    this.watcher = watchedBy([this.answers.watcher, ...watchers])
  }

  begin(): void {
    this.answers.take()
  }

  note(event: StepEvent, before: Cells): void {
    const { model, query, cells, at } = this
    const taken: Taken = { model, event, before, answers: this.answers.take() }
    const stage = query.stages[cells[at]!]!
    stage.forEach((term, index) => this.goOn(term, at + 1 + index, taken))
    for (const judge of this.judges.values()) judge.broken = false
    const isOver = stage.every((term, index) => this.isTrue(term, at + 1 + index))
    if (!isOver || cells[at]! === query.stages.length - 1) return
    cells[at]!++
    cells.fill(0, at + 1, at + 1 + longestOf(query))
  }

  isMet(): boolean {
    return this.isInLastStage && this.lastStage.every((term, index) => this.isTrue(term, this.at + 1 + index))
  }

  isMetWhenQuiet(): boolean {
    return this.isInLastStage && this.lastStage.every((term, index) => this.isTrueInTheEnd(term, this.at + 1 + index))
  }

  private get lastStage(): readonly Term[] {
    return this.query.stages.at(-1) ?? []
  }

  private get isInLastStage(): boolean {
    return this.cells[this.at] === this.query.stages.length - 1
  }

  /** Notes what a step means to a term. */
  private goOn(term: Term, at: number, taken: Taken): void {
    const { cells } = this
    if (term.type === 'ends') return
    if (term.type === 'violated') {
      if (this.judges.get(term.property)?.broken === true) cells[at] = 1
      return
    }
    if (term.type === 'before') {
      if (cells[at]! >= IN_ORDER) return
      const isSecond = isDone(term.second, taken)
      if (isSecond) cells[at] = cells[at] === FIRST_SEEN ? IN_ORDER : OUT_OF_ORDER
      else if (isDone(term.first, taken)) cells[at] = FIRST_SEEN
      return
    }
    const enough = term.type === 'never' ? 1 : term.times
    if (cells[at]! < enough && isDone(term.what, taken)) cells[at]!++
  }

  /** Whether a term is true already, however the run goes on. */
  private isTrue(term: Term, at: number): boolean {
    if (isOfTheEnd(term)) return false
    const reached = this.cells[at]!
    return term.type === 'before' ? reached === IN_ORDER : reached >= (term.type === 'happens' ? term.times : 1)
  }

  private isTrueInTheEnd(term: Term, at: number): boolean {
    if (term.type === 'ends') return isEnding(this.model, term.what)
    if (term.type === 'never') return this.cells[at] === 0
    if (term.type === 'violated' && this.judges.get(term.property)?.violatedWhenQuiet() === true) return true
    return this.isTrue(term, at)
  }
}

/** Whether a step has done what is asked for. */
function isDone({ kind, client, key, version }: Happening, taken: Taken): boolean {
  const fits = <Value>(wanted: Value | null, value: Value | null) => wanted === null || wanted === value
  return doneBy(kind, taken).some(
    (done) => fits(client, done.client) && fits(key, done.key) && fits(version, done.version),
  )
}

const longestOf = ({ stages }: Query): number => Math.max(...stages.map((stage) => stage.length))

export const followingOf = (query: Query): Follower => ({
  reserve(layout: Layout, scenario, keys) {
    layout.reserveForWorld(STAGE, 1 + longestOf(query))
    if (asksStale(query)) {
      layout.reservePerKey(KNOWN)
      layout.reservePerClient(FLOOR, keys.length)
    }
    for (const name of propertiesOf(query)) propertyNamed(name)?.reserve?.(layout, scenario, keys)
  },
  bind: (model) => new QueryFollowing(model, query),
})
