import { describe, expect, it } from 'vitest'
import { Tally } from '../measure/tally'
import { measured, metricNamed, metrics, seriesMetrics, seriesOf } from '.'

/** Two reads and a write that were answered by 10 ms, one of the reads stale, and a look of each kind. */
function counted(): Tally {
  const tally = new Tally()
  for (const [tick, ticks] of [
    [4000, 1000],
    [8000, 3000],
  ] as const) {
    tally.began(tick - ticks)
    tally.ended(tick, ticks)
    tally.read(tick, ticks, ticks === 3000)
    tally.answered(tick, 1)
  }
  tally.looked(5000, true, true)
  tally.looked(6000, false, false)
  tally.selected(7000)
  tally.stale(8000, 2500, true)
  tally.began(8000)
  tally.committed(9000)
  tally.waits(9000, 3)
  tally.ended(10_000, 2000)
  tally.wrote(10_000, 2000)
  tally.answered(10_000, 2)
  tally.committed(11_000)
  tally.waits(12_000, 0)
  tally.lost(12_000, 2)
  return tally
}

describe('metrics', () => {
  it('have names, titles and definitions of their own', () => {
    for (const list of [metrics, seriesMetrics]) {
      expect(new Set(list.map(({ name }) => name)).size).toBe(list.length)
      expect(new Set(list.map(({ title }) => title)).size).toBe(list.length)
      for (const { says } of list) expect(says).toMatch(/^[A-Z].{20,}\.$/)
    }
    expect([metricNamed('hitRatio')?.title, metricNamed('nothing')]).toEqual(['Hit ratio', undefined])
  })

  it('are what was counted', () => {
    expect(measured(counted())).toMatchObject({
      ...{ throughput: 300, operations: 3, messages: 4 / 3 },
      ...{ readMean: 2, readP50: 1, readMax: 3, writeMean: 2, writeP99: 2, readBackMean: 3, readBackP50: 3 },
      ...{ hitRatio: 0.5, hotHitRatio: 1, databaseReads: 1, databaseReadsPerSecond: 100 },
      ...{ databaseWrites: 2, databaseWritesPerSecond: 100, updatesPerWrite: 0.5, databaseWait: null },
      ...{
        staleReads: 1,
        staleShare: 0.5,
        staleReadBacks: 1,
        staleAgeP50: 2.5,
        staleAgeMax: 2.5,
        emptyReads: 0,
        staleForEver: null,
      },
      ...{ pendingMax: 3, lostWrites: 2, unanswered: 0, evictions: 0, cacheRequests: 0 },
    })
  })

  it('say nothing where there was nothing', () => {
    const nothing = measured(new Tally())
    const silent = [
      'throughput',
      'readMean',
      'readMax',
      'writeP50',
      'hitRatio',
      'staleShare',
      'staleAgeMax',
      'messages',
    ]
    expect(silent.map((name) => nothing[name])).toEqual(silent.map(() => null))
    expect(nothing).toMatchObject({ operations: 0, staleReads: 0, lostWrites: 0, databaseWrites: 0 })
  })

  it('over time are worked out for each interval', () => {
    const { intervalMs, times, columns } = seriesOf(counted(), 12_000)
    expect([intervalMs, [...times]]).toEqual([1, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]])
    const of = (name: string) => [...columns[name]!]
    expect(of('throughput')).toEqual([0, 0, 0, 1000, 0, 0, 0, 1000, 0, 1000, 0, 0])
    expect(of('readMean').filter((value) => !Number.isNaN(value))).toEqual([1, 3])
    expect(of('hitRatio').filter((value) => !Number.isNaN(value))).toEqual([1, 0])
    expect(of('pending')).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 3, 3])
    expect(of('inFlight')).toEqual([0, 0, 0, 1, 0, 1, 1, 1, 1, 1, 0, 0])
    expect(of('databaseWrites')).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1000, 0, 1000, 0])
    expect([of('lostWrites').at(-1), of('staleReads')[7]]).toEqual([2, 1000])
  })
})

it('are told in docs/load-metrics.md in the words of their definitions', async () => {
  const better = { more: ', more is better', less: ', less is better' }
  const entry = ({ title, unit, says, ...rest }: (typeof metrics)[number] | (typeof seriesMetrics)[number]) => {
    const way = 'better' in rest && rest.better !== null ? better[rest.better] : ''
    return `- **${title}** (\`${rest.name}\`, ${unit}${way}). ${says}`
  }
  const text = [
    '# Metrics of a run under load',
    'Written from the registry in `src/model/load/metrics`; `npx vitest run src/model/load/metrics -u` writes it anew. What is simulated: [under load](load.md).',
    '## Of the whole run',
    metrics.map(entry).join('\n'),
    '## Over time, for each interval',
    seriesMetrics.map(entry).join('\n'),
  ].join('\n\n')
  await expect(`${text}\n`).toMatchFileSnapshot('../../../../docs/load-metrics.md')
})
