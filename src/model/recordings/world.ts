/**
 * The world that one server of a recording is replayed on: a compiled memory of the engine. Whatever a recorded request
 * asks is asked here, of the same kinds of requests and the same movers that the explorer drives, so that what is
 * compared with a server is what is explored.
 *
 * Nobody runs a program here: a process of the recording only lends its number to its requests. The scenario lists as
 * many writes as there may be commits, because the change log reserves a place for each.
 */
import { compile, type Model } from '../engine/compile'
import { faultsWith } from '../engine/faults'
import type { FaultValue } from '../engine/faults/fault'
import type { Bound, Ground } from '../engine/kind'
import { offsetOf } from '../engine/layout'
import type { OwnMover } from '../engine/mover'
import type { Request } from '../engine/program'
import { requestKinds } from '../engine/resources'
import type { Scenario } from '../scenario/scenario'

/** What a server's world has to hold. */
export interface WorldPlan {
  readonly keys: readonly string[]
  /** Version of the row by key; 1 where nothing is said. */
  readonly rows: ReadonlyMap<string, number>
  /** Whoever asks. */
  readonly processes: readonly string[]
  /** How many commits there may be. */
  readonly commits: number
  /** The pattern, guards and faults whose cells and steps this server needs. */
  readonly write: string
  readonly guards: Readonly<Record<string, string>>
  readonly faults: Readonly<Record<string, FaultValue>>
}

/** What goes with a kind of request and a key. */
export type Asked = Omit<Request, 'kind' | 'key'>

const scenarioOf = ({ keys, rows, processes, commits, write, guards, faults }: WorldPlan): Scenario => ({
  scenario: 'recording',
  title: 'A recording',
  about: '',
  start: { database: Object.fromEntries(keys.map((key) => [named(key), rows.get(key) ?? 1])), cache: {} },
  protocol: { read: 'cache-aside', write },
  guards,
  clients: processes.map((name, index) => ({
    name,
    operations: index > 0 || keys[0] === undefined ? [] : Array.from({ length: commits }, () => writeOf(keys[0]!)),
  })),
  faults: faultsWith(faults),
  check: [],
  expect: {},
  schedule: [],
  twin: '',
})

const writeOf = (key: string) => ({ kind: 'write', key: named(key) }) as const

/** A key as the model is told of it: a stranger's word, but none that means something to every object. */
const named = (key: string) => `key ${key}`

export class World {
  private readonly model: Model
  private readonly ground: Ground

  constructor(plan: WorldPlan) {
    const scenario = scenarioOf(plan)
    this.model = compile(scenario, { width: 4 })
    this.model.reset()
    const indices = new Map(this.model.keys.map((key, index) => [key, index]))
    this.ground = { memory: this.model.memory, scenario, keyIndex: (key) => indices.get(key)! }
  }

  /** Asks one request about a key; `by` is the number of the process, or of the token, that asks. */
  ask(kind: string, key: string, asked: Asked = {}, by = 0): unknown {
    return requestKinds.get(kind)!.decode(this.bind(kind, key, asked).perform(by))
  }

  /** Whether a request would have to wait. */
  waits(kind: string, key: string, asked: Asked = {}, by = 0): boolean {
    return this.bind(kind, key, asked).ready?.(by) === false
  }

  /** Lets a step of a schedule happen, e.g. `expire` of a key; says whether it could. */
  step(head: string, key?: string): boolean {
    const word = key === undefined ? head : `${head}:${named(key)}`
    return this.model.own.some((mover) => this.choicesOf(mover, word).some((choice) => mover.move(choice)))
  }

  /** Does something and takes it back; what it returned. */
  imagine<Result>(what: () => Result): Result {
    const { words } = this.model.memory
    const world = words.slice()
    try {
      return what()
    } finally {
      words.set(world)
    }
  }

  /** A number of a key that no request asks for. */
  cell(name: string, key: string): number {
    return this.model.memory.cells[this.offset(name, key)]!
  }

  setCell(name: string, key: string, value: number): void {
    this.model.memory.cells[this.offset(name, key)] = value
  }

  private offset(name: string, key: string): number {
    return offsetOf(this.model.memory, name) + this.ground.keyIndex(named(key))
  }

  private bind(kind: string, key: string, asked: Asked): Bound {
    return requestKinds.get(kind)!.bind(this.ground, { kind, key: named(key), ...asked })
  }

  private choicesOf(mover: OwnMover, word: string): readonly number[] {
    return Array.from({ length: mover.choices }, (_, choice) => choice).filter((choice) => mover.word(choice) === word)
  }
}
