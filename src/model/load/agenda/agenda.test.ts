import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Agenda } from './agenda'

type Entry = readonly [tick: number, kind: number, a: number, b: number]

/** The same promise, kept slowly. */
class Naive {
  private readonly entries: { readonly entry: Entry; readonly order: number }[] = []
  private pushed = 0

  push(entry: Entry): void {
    this.entries.push({ entry, order: this.pushed++ })
    this.entries.sort((x, y) => x.entry[0] - y.entry[0] || x.order - y.order)
  }

  pop(): Entry | null {
    return this.entries.shift()?.entry ?? null
  }
}

function popped(agenda: Agenda): Entry | null {
  return agenda.pop() ? [agenda.tick, agenda.kind, agenda.a, agenda.b] : null
}

describe('the agenda', () => {
  it('gives what is due first, and of one tick what was put down first', () => {
    const agenda = new Agenda()
    agenda.push(30, 1, 10, 11)
    agenda.push(20, 2, 20, 21)
    agenda.push(30, 3, 30, 31)
    agenda.push(20, 4, -1, -2)
    expect(agenda.size).toBe(4)
    expect(Array.from({ length: 5 }, () => popped(agenda))).toEqual([
      [20, 2, 20, 21],
      [20, 4, -1, -2],
      [30, 1, 10, 11],
      [30, 3, 30, 31],
      null,
    ])
    expect([agenda.size, agenda.pop(), agenda.tick]).toEqual([0, false, 30])
  })

  it('agrees with sorting, whatever is put down and taken in whatever turn', () => {
    const entry = fc.tuple(fc.nat(20), fc.nat(255), fc.integer(), fc.integer())
    fc.assert(
      fc.property(fc.array(fc.oneof(entry, fc.constant(null)), { maxLength: 300 }), (turns) => {
        const [agenda, naive] = [new Agenda(), new Naive()]
        for (const turn of turns) {
          if (turn === null) expect(popped(agenda)).toEqual(naive.pop())
          else {
            agenda.push(...turn)
            naive.push(turn)
          }
        }
        for (let last: Entry | null | undefined; last !== null;) {
          last = naive.pop()
          expect(popped(agenda)).toEqual(last)
        }
      }),
    )
  })

  it('holds a hundred thousand entries, and fills again after it was empty', () => {
    const agenda = new Agenda()
    for (const round of [1, 2]) {
      for (let n = 0; n < 100_000; n++) agenda.push((n * 7919) % 1009, 7, n, round)
      let [lastTick, lastOrder, count] = [-1, -1, 0]
      while (agenda.pop()) {
        if (agenda.tick < lastTick || (agenda.tick === lastTick && agenda.a <= lastOrder) || agenda.b !== round)
          throw new Error(`${agenda.tick}:${agenda.a} came after ${lastTick}:${lastOrder}`)
        ;[lastTick, lastOrder, count] = [agenda.tick, agenda.a, count + 1]
      }
      expect(count).toBe(100_000)
    }
  })

  it('tells ticks apart that no 32-bit number could', () => {
    const agenda = new Agenda()
    agenda.push(2 ** 52 + 1, 0, 1, 0)
    agenda.push(2 ** 52, 0, 2, 0)
    expect([popped(agenda), popped(agenda)]).toEqual([
      [2 ** 52, 0, 2, 0],
      [2 ** 52 + 1, 0, 1, 0],
    ])
  })
})
