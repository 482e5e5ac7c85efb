import { describe, expect, it } from 'vitest'
import { simulate } from '../..'
import { parseWorkload } from '../parse'
import { printWorkload } from '../print'
import { strategyText } from '../strategyText'
import { presets } from '.'

const headlines = ['hitRatio', 'databaseReads', 'databaseWrites', 'staleReads', 'staleForEver', 'lostWrites', 'writeP99'] as const
const rounded = (value: number | null | undefined) => (value == null ? null : Math.round(value * 1000) / 1000)

describe('every preset', () => {
  it.each(presets.map((preset) => [preset.workload.workload, preset] as const))('%s', (name, preset) => {
    expect(parseWorkload(printWorkload(preset), name)).toEqual({ experiment: preset })
    expect([preset.workload.about.length > 100, preset.strategies.length >= 2]).toEqual([true, true])
    const got = preset.strategies.map((strategy) => {
      const { metrics, stopped } = simulate(preset.workload, strategy)
      expect(stopped).toBe(null)
      return [strategyText(strategy), ...headlines.map((metric) => rounded(metrics[metric]))]
    })
    console.log('ROW' + JSON.stringify([name, got]))
  })
})
