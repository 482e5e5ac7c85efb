/** Late requests, as something that can step: `late:T1` lets T1's oldest one arrive, `late:T1-2` the next. */
import type { Node } from '../automaton'
import type { ClientMover } from '../client'
import { offsetOf } from '../layout'
import type { Happening, OwnMover } from '../mover'
import type { Request } from '../program'
import { CELLS, DEAD, lateCells } from './network'
import type { Site } from './resource'

/** Who asks with a token that is no good any more: an index that no token can name. */
const NOBODY = -2

/** One request that is still under way. */
export interface LateRequest {
  readonly client: string
  readonly request: Request
  /** Its client has got another token since. */
  readonly isVoid: boolean
}

/** One late request of a client. Choices: each place in the order of sending, by key. */
class LateMover implements OwnMover {
  readonly awaited = true
  readonly choices: number
  private readonly start: number
  private readonly end: number
  private lastCode = 0

  constructor(
    private readonly site: Site,
    private readonly index: number,
  ) {
    const count = site.scenario.faults['late-request']
    this.choices = count * site.keys.length
    this.start = offsetOf(site.memory, lateCells(index))
    this.end = this.start + CELLS * count
  }

  word(choice: number): string {
    const place = Math.floor(choice / this.site.keys.length)
    return `late:${this.client}${place === 0 ? '' : `-${place + 1}`}`
  }

  happening(choice: number): Happening {
    const { kind, request } = this.nodeOf(choice)!
    const reply = () => kind.decode(this.lastCode)
    return { type: 'late', client: this.client, key: request.key, request, reply }
  }

  touches(choice: number) {
    return { key: choice % this.site.keys.length, client: this.index }
  }

  move(choice: number): boolean {
    const node = this.nodeOf(choice)
    if (node === null) return false
    const { cells } = this.site.memory
    const at = this.placeOf(choice)
    this.lastCode = node.perform(cells[at + 1] === DEAD ? NOBODY : this.index)
    cells.copyWithin(at, at + CELLS, this.end)
    cells.fill(0, this.end - CELLS, this.end)
    return true
  }

  private get client(): string {
    return this.site.clients[this.index]!.name
  }

  private placeOf(choice: number): number {
    return this.start + CELLS * Math.floor(choice / this.site.keys.length)
  }

  /** The request that would arrive; null where none lies at that place, or one about another key. */
  private nodeOf(choice: number): Node | null {
    const node = this.site.automata.nodes[this.site.memory.cells[this.placeOf(choice)]!] ?? null
    const key = choice % this.site.keys.length
    return node !== null && this.site.ground.keyIndex(node.request.key) === key ? node : null
  }
}

export const lateMovers = (site: Site): readonly OwnMover[] =>
  site.scenario.faults['late-request'] > 0 ? site.clients.map((_, index) => new LateMover(site, index)) : []

/** The late requests of a client, the oldest first. */
export function lateRequests(
  { memory, scenario, automata }: Pick<Site, 'memory' | 'scenario' | 'automata'>,
  { index, name }: ClientMover,
): LateRequest[] {
  const { cells } = memory
  const start = offsetOf(memory, lateCells(index))
  const list: LateRequest[] = []
  for (let at = start; at < start + CELLS * scenario.faults['late-request'] && cells[at] !== 0; at += CELLS)
    list.push({ client: name, request: automata.nodes[cells[at]!]!.request, isVoid: cells[at + 1] === DEAD })
  return list
}
