/**
 * Clients that do the same are interchangeable: a world in which they have changed places is as good as the one
 * in which they have not. The search keeps one world of each such class and counts how many it stands for, so that
 * counts are those of all worlds.
 *
 * Clients are alike when they have the same operations, the same clock, and the same fate (all of them may crash, or
 * none). What else in a world names a client (who holds a token or a lock) is declared in the layout and changes places
 * with them. Left out: properties that name a client; there are none.
 * Source: Ip and Dill, "Better verification through symmetry", 1996; scalar sets, with the counts kept.
 */
import { permutationsOf } from './permutations'
import type { Parts } from './parts'
import { driftsOfValue } from '../guards/clock'
import type { Scenario } from '../scenario/scenario'

/** More ways than this to change places are too many to try them all for every world. */
const EXCHANGES_MAX = 24

/** Groups of clients that are alike, by index; clients that are like nobody else are in none. */
export function alikeIn(scenario: Scenario): readonly (readonly number[])[] {
  const drifts = driftsOfValue(scenario.guards['clock'] ?? '')
  const groups = new Map<string, number[]>()
  scenario.clients.forEach(({ name, operations }, index) => {
    const kind = JSON.stringify([operations, scenario.faults.crash.includes(name), drifts.get(name) ?? 0])
    groups.set(kind, [...(groups.get(kind) ?? []), index])
  })
  return [...groups.values()].filter(({ length }) => length > 1)
}

/** How many worlds the world at hand stands for, once it is the one that is kept. */
export interface Symmetry {
  /** Puts the world at hand into the form that is kept; returns how many worlds that form stands for. */
  settle(): number
  /** The same number for a world that has that form already. */
  weight(): number
}

const factorial = (count: number): number => (count < 2 ? 1 : count * factorial(count - 1))

const alone: Symmetry = { settle: () => 1, weight: () => 1 }

/** `firstClient` is the part of the first client; the parts of alike clients share their ids. */
export function symmetryOf(parts: Parts, groups: readonly (readonly number[])[], firstClient: number): Symmetry {
  if (groups.length === 0) return alone
  const places = groups.map((group) => group.map((client) => firstClient + client))
  if (!parts.namesClients) return new Sorting(parts, places)
  const ways = groups.reduce((product, { length }) => product * factorial(length), 1)
  return ways <= EXCHANGES_MAX ? new Exchange(parts, places, firstClient) : alone
}

/** Nothing but the clients' own parts tells them apart: sorted ids are the form that is kept. */
class Sorting implements Symmetry {
  constructor(
    private readonly parts: Parts,
    private readonly groups: readonly (readonly number[])[],
  ) {}

  settle(): number {
    const { ids } = this.parts
    for (const group of this.groups) {
      for (let i = 1; i < group.length; i++) {
        const id = ids[group[i]!]!
        let at = i
        for (; at > 0 && ids[group[at - 1]!]! > id; at--) ids[group[at]!] = ids[group[at - 1]!]!
        ids[group[at]!] = id
      }
    }
    return this.weight()
  }

  /** The number of different orders of the ids: a multinomial. */
  weight(): number {
    const { ids } = this.parts
    let orders = 1
    for (const group of this.groups) {
      let same = 1
      for (let i = 1; i < group.length; i++) {
        same = ids[group[i]!] === ids[group[i - 1]!] ? same + 1 : 1
        orders = (orders * (i + 1)) / same
      }
    }
    return orders
  }
}

/** Other parts name clients too: of all exchanges the one with the smallest row of ids is kept. */
class Exchange implements Symmetry {
  private readonly exchanges: readonly (readonly number[])[]
  private readonly row: Int32Array
  private readonly least: Int32Array

  constructor(
    private readonly parts: Parts,
    groups: readonly (readonly number[])[],
    private readonly firstClient: number,
  ) {
    const clients = parts.count - 1 - firstClient
    this.exchanges = permutationsOf(
      clients,
      groups.map((group) => group.map((part) => part - firstClient)),
    )
    this.row = new Int32Array(parts.count)
    this.least = new Int32Array(parts.count)
  }

  settle(): number {
    const same = this.find()
    for (let part = 0; part < this.row.length; part++) this.parts.ids[part] = this.least[part]!
    return this.exchanges.length / same
  }

  weight(): number {
    return this.exchanges.length / this.find()
  }

  /** Finds the least row, and says how many exchanges lead to it. */
  private find(): number {
    let same = 0
    for (let index = 0; index < this.exchanges.length; index++) {
      this.write(index)
      const order = index === 0 ? -1 : this.compare()
      if (order < 0) {
        this.least.set(this.row)
        same = 1
      } else if (order === 0) same++
    }
    return same
  }

  /** The row in which client `c` has the place of client `exchange[c]`. */
  private write(index: number): void {
    const { row, parts, firstClient } = this
    const exchange = this.exchanges[index]!
    for (let part = 0; part < row.length; part++)
      if (part < firstClient || part === row.length - 1) row[part] = parts.exchanged(part, index, exchange)
    for (let client = 0; client < exchange.length; client++)
      row[firstClient + exchange[client]!] = parts.ids[firstClient + client]!
  }

  private compare(): number {
    const { row, least } = this
    for (let part = 0; part < row.length; part++) if (row[part] !== least[part]) return row[part]! - least[part]!
    return 0
  }
}
