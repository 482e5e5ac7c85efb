import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Intervals } from './intervals'

const plain = ({ intervalTicks, ends, columns }: ReturnType<Intervals['columns']>) => ({
  intervalTicks,
  ends: [...ends],
  columns: columns.map((column) => [...column]),
})

describe('a run over time', () => {
  it('is sums of what happened and averages of what stood, interval by interval', () => {
    const intervals = new Intervals(['sum', 'level'], 10)
    for (const [tick, amount] of [
      [0, 1],
      [3, 1],
      [10, 2],
      [11, 5],
      [24, 7],
    ] as const)
      intervals.add(0, tick, amount)
    intervals.stand(1, 5, 4)
    intervals.rise(1, 12, -2)
    intervals.stand(1, 24, 0)
    expect(plain(intervals.columns(25))).toEqual({
      intervalTicks: 10,
      ends: [10, 20, 25],
      columns: [
        [4, 5, 7],
        [2, 2.4, 1.6],
      ],
    })
  })

  it('joins neighbouring intervals where it outgrows two hundred and forty of them', () => {
    const intervals = new Intervals(['sum', 'level'], 1)
    intervals.stand(1, 0, 3)
    for (let tick = 1; tick <= 240; tick++) intervals.add(0, tick, tick)
    expect(intervals.columns(240)).toMatchObject({ intervalTicks: 1, ends: { length: 240 } })
    intervals.add(0, 241, 241)
    const { intervalTicks, ends, columns } = intervals.columns(241)
    expect([intervalTicks, ends.length, ends.at(-1)]).toEqual([2, 121, 241])
    expect([columns[0]![0], columns[0]![119], columns[0]![120]]).toEqual([3, 479, 241])
    expect(new Set(columns[1])).toEqual(new Set([3]))
  })

  it('is nothing where nothing took time', () => {
    expect(plain(new Intervals(['sum', 'level'], 10).columns(0))).toEqual({
      intervalTicks: 10,
      ends: [],
      columns: [[], []],
    })
  })

  it('keeps all sums and areas exactly, however long it gets', () => {
    const change = fc.tuple(fc.nat(5000), fc.integer({ min: -3, max: 5 }), fc.nat(9))
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 200 }), fc.nat(100_000), (changes, rest) => {
        const intervals = new Intervals(['sum', 'level', 'level'], 7)
        let [tick, level, area, sum] = [0, 0, 0, 0]
        for (const [gap, by, amount] of changes) {
          area += level * gap
          tick += gap
          level += by
          sum += amount
          intervals.add(0, tick, amount)
          intervals.rise(1, tick, by)
        }
        const end = tick + rest + 1
        area += level * (end - tick)
        const { ends, columns, intervalTicks } = intervals.columns(end)
        expect(ends.length).toBeLessThanOrEqual(240)
        expect(Math.log2(intervalTicks / 7) % 1).toBe(0)
        expect(columns[0]!.reduce((total, value) => total + value, 0)).toBe(sum)
        const areas = columns[1]!.map((value, index) => Math.round(value * (ends[index]! - (ends[index - 1] ?? 0))))
        expect(areas.reduce((total, value) => total + value, 0)).toBe(area)
        expect(new Set(columns[2])).toEqual(new Set([0]))
      }),
    )
  })

  it('may be looked at before its end', () => {
    const [watched, unwatched] = [new Intervals(['level'], 10), new Intervals(['level'], 10)]
    for (const intervals of [watched, unwatched]) {
      intervals.stand(0, 5, 2)
      if (intervals === watched) expect([...intervals.columns(7).columns[0]!]).toEqual([4 / 7])
      intervals.stand(0, 9, 1)
    }
    expect(plain(watched.columns(30))).toEqual(plain(unwatched.columns(30)))
    expect([...watched.columns(30).columns[0]!]).toEqual([0.9, 1, 1])
  })
})
