/**
 * Breadth-first search over all worlds of a compiled model, resumable after any number of worlds.
 *
 * Properties of worlds share one search, which always runs to its end so that the counts are whole. A
 * property of histories has a search of its own, with its monitor in the world, and ends at the first
 * violation: breadth first, that one is the shortest.
 */
import type { Model } from '../engine/compile'
import type { Cells, CellWidth } from '../engine/layout'
import { mustHappen, type OwnMover } from '../engine/mover'
import type { Judge } from '../properties/property'
import { isShared, ownStepsOf, type OwnStep, type SharedStep } from './ownSteps'
import { Parts } from './parts'
import { BROKE, DISABLED, earOf, JUDGED, StepTable, type Ear, type Option } from './stepTable'
import { symmetryOf, alikeIn, type Symmetry } from './symmetry'
import { breakingWord, wayTo } from './way'
import { WorldTable } from './worldTable'

/** Where a violation was met. */
interface Sighting {
  /** The world that violates, or from which the violating step was taken. */
  readonly world: number
  /** The violating step, or null when the world itself violates. */
  readonly step: Option | null
}

export class Search {
  readonly table: WorldTable
  /** Worlds and steps, also of those worlds that the ones in the table stand for. */
  states = 1
  transitions = 0
  /** How deep the last expanded world lies, in steps. */
  depth = 0
  readonly parts: Parts
  private readonly steps: StepTable
  private readonly ear: Ear
  /** What a client may do, by client and by the id of its part. */
  private readonly options: readonly (readonly Option[] | undefined)[][]
  /** Steps of timers and faults that touch one part, and the movers that promise nothing. */
  private readonly own: readonly Option[]
  /** Steps that touch a client and a key, by client; and what they are while its part has this id. */
  private readonly shared: readonly (readonly SharedStep[])[]
  private readonly menus: readonly (readonly Option[] | undefined)[][]
  private readonly wild: readonly OwnMover[]
  private readonly sightings = new Map<Judge, Sighting>()
  private readonly doubtful: Option[] = []
  private next = 0
  private levelEnd = 1
  private readonly historian: Judge | null
  private readonly symmetry: Symmetry
  /** How many worlds the one that is expanded stands for. */
  private weight = 1
  private readonly before: Cells

  /** `width` is the bytes of an id; IdOverflow asks for a wider one. */
  constructor(
    readonly model: Model,
    private readonly judges: readonly Judge[],
    width: CellWidth = 1,
    isSymmetric = true,
  ) {
    this.historian = judges.find((judge) => judge.watcher !== null) ?? null
    for (const client of model.clients) client.watcher = this.historian?.watcher ?? null
    model.reset()
    const alike = isSymmetric ? alikeIn(model.scenario) : []
    this.parts = new Parts(model.memory, width, alike, model.keys.length)
    this.symmetry = symmetryOf(this.parts, alike, model.keys.length)
    this.parts.packAll()
    this.before = this.parts.ids.slice()
    this.ear = earOf(this.historian)
    this.steps = new StepTable(this.parts, this.ear)
    this.options = model.clients.map(() => [])
    this.wild = model.own.filter((mover) => mover.touches === undefined)
    const steps = model.own.filter((mover) => mover.touches !== undefined).flatMap(ownStepsOf)
    this.shared = model.clients.map(({ index }) => steps.filter(isShared).filter(({ client }) => client === index))
    this.menus = model.clients.map(() => [])
    this.own = steps.filter((step) => !isShared(step)).map((step) => this.optionOf(step))
    this.table = new WorldTable(this.parts.words)
  }

  get isDone(): boolean {
    return this.next >= this.table.count || (this.stopsEarly && this.sightings.size > 0)
  }

  private get stopsEarly(): boolean {
    return this.historian !== null
  }

  /** Expands up to `count` worlds. */
  advance(count: number): void {
    const end = this.next + count
    while (this.next < end && !this.isDone) {
      if (this.next === this.levelEnd) {
        this.depth++
        this.levelEnd = this.table.count
      }
      this.expand(this.next++)
    }
  }

  /** Takes every enabled step of one world. */
  private expand(index: number): void {
    const { parts, options, own, wild } = this
    const { ids } = parts
    this.table.load(index)
    this.weight = this.symmetry.weight()
    const firstClient = this.model.keys.length
    let isQuiet = true
    for (let c = 0; c < options.length; c++) {
      const id = ids[firstClient + c]!
      const menu = options[c]![id] ?? this.learn(c, id)
      for (let i = 0; i < menu.length; i++) if (this.take(index, menu[i]!) && menu[i]!.isAwaited) isQuiet = false
    }
    for (let c = 0; c < options.length; c++) if (this.takeShared(index, c, ids[firstClient + c]!)) isQuiet = false
    this.doubtful.length = 0
    for (let i = 0; i < own.length; i++) if (this.take(index, own[i]!) && this.hasToCome(own[i]!)) isQuiet = false
    for (const mover of wild) if (this.takeWild(index, mover) && mover.awaited) isQuiet = false
    if (isQuiet && !this.isUnderWay()) this.judgeQuiet(index)
  }

  /** Whether a step that can be taken must come; where that depends on more than it touches, it is asked when it matters. */
  private hasToCome(option: Option): boolean {
    if (option.isAwaited && option.mover.isFair) this.doubtful.push(option)
    return option.isAwaited && !option.mover.isFair
  }

  /** Whether one of the steps in doubt must come in the world that is expanded. */
  private isUnderWay(): boolean {
    if (this.doubtful.length === 0) return false
    this.parts.unpack()
    return this.doubtful.some(({ mover, choice }) => mustHappen(mover, choice))
  }

  /** Takes one step by what the table says of it; whether it was enabled. */
  private take(index: number, option: Option): boolean {
    if (option.isWide) return this.takeWide(index, option)
    const { steps, parts } = this
    const { ids } = parts
    const result = steps.resultOf(option)
    if (result === DISABLED) return false
    const { asks, stepper } = option
    const last = parts.count - 1
    const asked = ids[asks]!
    const stepped = ids[stepper]!
    const world = ids[last]!
    this.transitions += this.weight
    ids[asks] = steps.asked[result]!
    ids[stepper] = steps.stepped[result]!
    ids[last] = steps.world[result]!
    if (steps.flags[result] !== 0) this.hear(index, option, steps.flags[result]!)
    this.meet(index)
    ids[asks] = asked
    ids[stepper] = stepped
    ids[last] = world
    return true
  }

  /** Stores the world at hand in the form that is kept, and leaves it as it is. */
  private meet(from: number): void {
    const { ids } = this.parts
    this.before.set(ids)
    const weight = this.symmetry.settle()
    if (this.table.add(from)) this.states += weight
    ids.set(this.before)
  }

  /** Takes the steps that touch a client, whose part has this id, and a key; whether one had to happen. */
  private takeShared(index: number, client: number, id: number): boolean {
    const steps = this.shared[client]!
    if (steps.length === 0) return false
    const stepper = this.model.keys.length + client
    const menu = (this.menus[client]![id] ??= steps.map((step): Option => ({
      ...step,
      isAwaited: step.mover.awaited,
      isWide: false,
      asks: step.key,
      stepper,
      rows: [],
    })))
    let isAwaited = false
    for (const option of menu) if (this.take(index, option) && option.isAwaited) isAwaited = true
    return isAwaited
  }

  /** Takes one step of a client that promises nothing, through the memory; whether it was enabled. */
  private takeWide(index: number, option: Option): boolean {
    const { parts, table, ear } = this
    parts.unpack()
    ear.clear()
    if (!option.mover.move(option.choice)) return false
    this.transitions += this.weight
    const flags = ear.heard()
    if (flags !== 0) this.hear(index, option, flags)
    parts.packAll()
    this.meet(index)
    table.load(index)
    return true
  }

  /** Takes the steps of a mover that promises nothing, through the memory; whether there was one. */
  private takeWild(index: number, mover: OwnMover): boolean {
    const { parts, table } = this
    parts.unpack()
    const { choices } = mover
    let hasStepped = false
    for (let choice = 0; choice < choices; choice++) {
      if (choice > 0) parts.unpack()
      if (!mover.move(choice)) continue
      hasStepped = true
      this.transitions += this.weight
      parts.packAll()
      this.meet(index)
      table.load(index)
    }
    return hasStepped
  }

  /** What a client may do while its part has this id. */
  private learn(client: number, id: number): readonly Option[] {
    const { clients, keys } = this.model
    const mover = clients[client]!
    this.parts.unpack()
    const menu = Array.from({ length: mover.choices }, (_, choice): Option | null => {
      const node = mover.at(choice)
      if (node === null) return null
      const asks = keys.indexOf(node.request.key)
      return {
        mover,
        choice,
        isAwaited: mover.awaited,
        isWide: node.isWide,
        asks,
        stepper: keys.length + client,
        rows: [],
      }
    }).filter((option) => option !== null)
    this.options[client]![id] = menu
    return menu
  }

  private optionOf({ mover, choice, key, client }: OwnStep): Option {
    const part = key ?? this.model.keys.length + client!
    return { mover, choice, isAwaited: mover.awaited, isWide: false, asks: part, stepper: part, rows: [] }
  }

  private hear(world: number, step: Option, flags: number): void {
    const judge = this.historian!
    if (flags & JUDGED) judge.judged += this.weight
    if (flags & BROKE && !this.sightings.has(judge)) this.sightings.set(judge, { world, step })
  }

  private judgeQuiet(index: number): void {
    this.parts.unpack()
    for (const judge of this.judges) {
      const before = judge.judged
      if (judge.violatedWhenQuiet() && !this.sightings.has(judge))
        this.sightings.set(judge, { world: index, step: null })
      judge.judged += (judge.judged - before) * (this.weight - 1)
    }
  }

  /** The shortest schedule that violates, or null where none has been met. */
  witness(judge: Judge): readonly string[] | null {
    const sighting = this.sightings.get(judge)
    if (!sighting) return null
    const { model, parts, table, symmetry } = this
    const words = wayTo(sighting.world, { model, parts, table, symmetry })
    return sighting.step === null ? words : [...words, breakingWord(model, judge)]
  }
}
