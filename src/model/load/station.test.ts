import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Agenda } from './agenda/agenda'
import { nextArrival } from './chance/arrivals'
import { drawer } from './chance/distribution'
import { streams } from './chance/streams'
import { Station } from './station'
import type { Distribution } from './workload/workload'

/** Customers through one station: when each came, began and was done. */
function served(servers: number | null, arrivals: readonly number[], services: readonly number[]) {
  const [ARRIVE, LEAVE] = [0, 1]
  const station = new Station(servers)
  const agenda = new Agenda()
  const began = new Float64Array(arrivals.length)
  const left: number[] = []
  arrivals.forEach((tick, customer) => agenda.push(tick, ARRIVE, customer, 0))
  const begin = (customer: number) => {
    began[customer] = agenda.tick
    agenda.push(agenda.tick + services[customer]!, LEAVE, customer, 0)
  }
  while (agenda.pop()) {
    if (agenda.kind === ARRIVE) {
      if (station.arrive(agenda.tick, agenda.a)) begin(agenda.a)
      continue
    }
    left.push(agenda.a)
    const next = station.leave(agenda.tick)
    if (next !== -1) begin(next)
  }
  return { station, end: agenda.tick, waits: arrivals.map((tick, customer) => began[customer]! - tick), left }
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

describe('a station', () => {
  it('with one server serves in the order of coming, and lets the others wait', () => {
    const { station, end, waits, left } = served(1, [0, 1, 2, 10], [4, 4, 1, 3])
    expect([waits, left, end]).toEqual([[0, 3, 6, 0], [0, 1, 2, 3], 13])
    expect([station.queueArea(end), station.busyArea(end), station.utilisation(end)]).toEqual([9, 12, 12 / 13])
    expect([station.waitingMax, station.waiting, station.busy]).toEqual([2, 0, 0])
  })

  it('with two servers lets the third wait for whoever is done first', () => {
    const { waits, left } = served(2, [0, 0, 0, 0], [10, 4, 3, 1])
    expect([waits, left]).toEqual([
      [0, 0, 4, 7],
      [1, 2, 3, 0],
    ])
  })

  it('without a limit lets nobody wait', () => {
    const { station, end, waits } = served(null, [0, 0, 0], [5, 5, 5])
    expect([waits, station.waitingMax, station.busyArea(end), station.utilisation(end)]).toEqual([
      [0, 0, 0],
      0,
      15,
      null,
    ])
  })

  it('knows how much was waited and worked at any tick between', () => {
    const station = new Station(1)
    station.arrive(10, 1)
    station.arrive(12, 2)
    expect([station.queueArea(20), station.busyArea(20), station.utilisation(20)]).toEqual([8, 10, 0.5])
    expect(station.leave(20)).toBe(2)
    expect([station.queueArea(30), station.busyArea(30)]).toEqual([8, 20])
  })

  it("keeps Little's law exactly: the area under the queue is the sum of all waits", () => {
    const customer = fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 40 }))
    fc.assert(
      fc.property(
        fc.array(customer, { minLength: 1, maxLength: 400 }),
        fc.integer({ min: 1, max: 4 }),
        (all, servers) => {
          let tick = 0
          const arrivals = all.map(([gap]) => (tick += gap))
          const services = all.map(([, service]) => service)
          const { station, end, waits } = served(servers, arrivals, services)
          expect(station.queueArea(end)).toBe(sum(waits))
          expect(station.busyArea(end)).toBe(sum(services))
          expect([station.waiting, station.busy]).toEqual([0, 0])
        },
      ),
    )
  })

  it('remembers who waits, in their order, past any length of the queue', () => {
    const station = new Station(1)
    const out: number[] = []
    let next = 0
    station.arrive(0, -1)
    for (let round = 0; round < 20; round++) {
      for (let n = 0; n < 100; n++) station.arrive(0, next++)
      for (let n = 0; n < 30; n++) out.push(station.leave(0))
    }
    while (station.waiting > 0) out.push(station.leave(0))
    expect(out).toEqual(Array.from({ length: 2000 }, (_, customer) => customer))
    expect([station.leave(0), station.busy]).toEqual([-1, 0])
  })
})

describe('the mean wait at one server', () => {
  const COUNT = 1_000_000
  const meanWait = (service: Distribution, load: number) => {
    const next = nextArrival({ kind: 'open', perSecond: load * 1000, spacing: 'poisson' }, 11)
    const serviceOf = drawer(service, 11, streams.update)
    const arrivals = Array.from({ length: COUNT }, () => next())
    return (
      sum(
        served(
          1,
          arrivals,
          arrivals.map((_, customer) => serviceOf(customer, 0)),
        ).waits,
      ) / COUNT
    )
  }

  it.each([0.3, 0.5, 0.7])('is that of M/M/1 at load %d, within 2 in a hundred', (load) => {
    const theory = (load / (1 - load)) * 1000
    expect(Math.abs(meanWait({ kind: 'exponential', mean: 1 }, load) / theory - 1)).toBeLessThan(0.02)
  })

  it.each([0.3, 0.5, 0.7])('is that of M/D/1 at load %d, within 2 in a hundred: half of it', (load) => {
    const theory = (load / (2 * (1 - load))) * 1000
    expect(Math.abs(meanWait({ kind: 'constant', ms: 1 }, load) / theory - 1)).toBeLessThan(0.02)
  })
})
