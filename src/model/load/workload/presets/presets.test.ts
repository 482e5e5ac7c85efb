import { describe, expect, it } from 'vitest'
import { simulate } from '../..'
import { parseWorkload } from '../parse'
import { printWorkload } from '../print'
import { strategyText } from '../strategyText'
import { presets } from '.'

const headlines = [
  'hitRatio',
  'hotHitRatio',
  'databaseReads',
  'databaseWrites',
  'staleReads',
  'staleForEver',
  'lostWrites',
  'writeP99',
] as const

/** Each strategy with its headlines, ratios and milliseconds to three digits. */
const known: Readonly<Record<string, readonly (readonly [strategy: string, ...(number | null)[]])[]>> = {
  'bank-balances': [
    ['cache-aside+write-invalidate', 0.675, 0.705, 48159, 51736, 93, 0, 0, 12.792],
    ['cache-aside+write-invalidate+lease:wait', 0.676, 0.709, 48013, 51736, 72, 0, 0, 12.792],
    ['cache-aside+write-through', 0.959, 0.999, 6110, 51736, 133, 0, 0, 12.792],
    ['cache-aside+write-behind', 0.959, 0.999, 6111, 50838, 8, 0, 6, 0.992],
  ],
  'like-counter': [
    ['cache-aside+write-behind', 0.995, 1, 190, 28984, 74, 0, 1461, 0.992],
    ['cache-aside+write-behind+queue:durable', 0.995, 1, 190, 29268, 11, 0, 0, 0.992],
    ['cache-aside+write-through', 0.995, 1, 189, 159963, 16658, 4, 0, 10.584],
    ['cache-aside+write-invalidate', 0.189, 0.174, 32477, 159963, 2699, 0, 0, 10.616],
  ],
  'audit-log': [
    ['cache-aside+write-around', 0.942, 0.991, 3491, 139853, 26220, 418, 0, 7.988],
    ['cache-aside+write-invalidate', 0.93, 0.979, 4200, 139853, 0, 0, 0, 8.584],
    ['cache-aside+write-through', 0.441, 0.463, 33636, 139853, 0, 0, 0, 8.584],
    ['cache-aside+write-behind+queue:durable', 0.441, 0.463, 33632, 139734, 0, 0, 0, 0.992],
  ],
  'session-activity': [
    ['cache-aside+write-behind+expiry:after-write', 0.883, 0.978, 13270, 49290, 1793, 0, 3628, 0.991],
    ['cache-aside+write-behind+expiry:after-write+queue:replicated', 0.883, 0.978, 13270, 51467, 415, 0, 0, 0.991],
    ['cache-aside+write-through+expiry:after-write', 0.883, 0.978, 13261, 86966, 64, 0, 0, 10.584],
  ],
  'config-flags': [
    ['cache-aside+write-around+expiry:after-write', 0.993, null, 1350, 87, 8383, 0, 0, 9.687],
    ['refresh-ahead+write-around+expiry:after-write', 1, null, 2000, 87, 4251, 0, 0, 9.687],
    ['cache-aside+write-invalidate+expiry:after-write', 0.993, null, 1455, 87, 8, 0, 0, 10.336],
    ['cache-aside+change-log+expiry:after-write', 0.993, null, 1331, 87, 320, 0, 0, 9.687],
  ],
  'black-friday': [
    ['cache-aside+write-invalidate', 0.893, 0.872, 21072, 3956, 6433, 0, 0, 461.056],
    ['cache-aside+write-invalidate+lease:wait', 0.961, 0.98, 7694, 3956, 2990, 0, 0, 24.656],
    ['read-through+write-invalidate', 0.898, 0.881, 19964, 3956, 6409, 0, 0, 413.44],
    ['read-through+write-invalidate+lease:wait', 0.961, 0.98, 7694, 3956, 3002, 0, 0, 24.976],
  ],
  coalescing: [
    ['cache-aside+write-behind+flush-every:1', null, null, 0, 1000, 0, 0, 0, 7.788],
    ['cache-aside+write-behind+flush-every:10', null, null, 0, 100, 0, 0, 0, 2.846],
    ['cache-aside+write-behind+flush-every:100', null, null, 0, 10, 0, 0, 0, 0.997],
    ['cache-aside+write-behind+flush-every:1000', null, null, 0, 1, 0, 0, 0, 0.993],
  ],
  'queue-kill': [
    ['cache-aside+write-behind', null, null, 0, 0, 0, 0, 1000, 0.993],
    ['cache-aside+write-behind+queue:durable', null, null, 0, 1000, 0, 0, 0, 0.993],
  ],
  'dirty-evicted': [
    ['cache-aside+write-behind+queue:entry', null, null, 0, 7342, 0, 0, 22658, 0.991],
    ['cache-aside+write-behind', null, null, 0, 30000, 0, 0, 0, 0.991],
  ],
  'hot-key-lru': [
    ['cache-aside+write-invalidate+expiry:none', 0.113, 1, 53151, 54, 1205, 1, 0, 10.336],
    ['cache-aside+write-invalidate+expiry:after-write', 0.112, 0.996, 53262, 54, 66, 0, 0, 10.336],
  ],
  'ttl-under-reads': [
    ['cache-aside+write-around+expiry:after-write', 0.99, null, 30, 0, 0, 0, 0, null],
    ['cache-aside+write-around+expiry:after-access', 0.999, null, 3, 0, 0, 0, 0, null],
  ],
}

const rounded = (value: number | null | undefined) =>
  typeof value === 'number' ? Math.round(value * 1000) / 1000 : null

describe('every preset', () => {
  it('has headlines here', () => {
    expect(presets.map(({ workload }) => workload.workload)).toEqual(Object.keys(known))
  })

  it.each(presets.map((preset) => [preset.workload.workload, preset] as const))('%s ends with them', (name, preset) => {
    const { workload, strategies } = preset
    const found = strategies.map((strategy) => {
      const { metrics, stopped } = simulate(workload, strategy)
      expect([stopped, metrics['operations']]).toEqual([null, workload.operations])
      return [strategyText(strategy), ...headlines.map((metric) => rounded(metrics[metric]))]
    })
    expect(found).toEqual(known[name])
  })

  it.each(presets.map((preset) => [preset.workload.workload, preset] as const))(
    '%s says what it is for, compares two to four strategies, and survives being printed',
    (name, preset) => {
      expect(preset.workload.about.length).toBeGreaterThan(100)
      expect([2, 3, 4]).toContain(preset.strategies.length)
      expect(parseWorkload(printWorkload(preset), name)).toEqual({ experiment: preset })
    },
  )
})
