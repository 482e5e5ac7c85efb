import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { run } from '../../course/narration/runs.fixture'
import { sceneOf } from '../scene'
import { anyTrace } from '../scene/anyTrace.fixture'
import { arrowOf } from './arrow'
import { betweenRows, geometryOf, heightOf, laneX, ribbonX, textWidth, yOf } from './geometry'
import type { Surface } from './surface'

const surfaceOf = (width: number, textScale = 1): Surface => ({ width, textScale, lineScale: 1 })
const staleFill = sceneOf(run({}, 'T1 T1 T2 T2 T1'), 5)
const at = (width: number, textScale = 1) => geometryOf(staleFill.lanes, 1, surfaceOf(width, textScale))

describe('four lanes', () => {
  test.each([320, 360, 640, 800, 1100, 1600])('fit %i pixels and keep equal distances', (width) => {
    const geometry = at(width)
    const xs = staleFill.lanes.map(({ id }) => laneX(geometry, id))
    expect(geometry.width).toBe(width)
    const gaps = xs.slice(1).map((x, index) => Math.round(x - xs[index]!))
    expect(new Set(gaps).size).toBe(1)
    expect(xs[0]! - geometry.headWidth / 2).toBeGreaterThanOrEqual(0)
    expect(xs[3]! + geometry.headWidth / 2).toBeLessThanOrEqual(width)
  })

  test('are narrow on a phone and wide on a desk', () => {
    expect([at(360).isNarrow, at(360).rowHeight]).toEqual([true, 52])
    expect([at(800).isNarrow, at(800).rowHeight]).toEqual([false, 62])
  })

  test('grow with the text of the projector theme', () => {
    expect(at(1600, 1.25).rowHeight).toBe(78)
    expect(at(1600, 1.25).sizes.label).toBe(15)
  })
})

test('more lanes than fit make the drawing wider than its surface', () => {
  const clients = Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`T${index + 1}`, ['any']]))
  const { lanes } = sceneOf(run({ clients }, 'nobody'), 0)
  expect(geometryOf(lanes, 1, surfaceOf(320)).width).toBe(436)
})

test('ribbons of two keys stand side by side without touching', () => {
  const geometry = geometryOf(staleFill.lanes, 2, surfaceOf(800))
  expect(ribbonX(geometry, 'cache', 1) - ribbonX(geometry, 'cache', 0)).toBe(geometry.ribbonWidth + 4)
})

test('later is lower, from the start on', () => {
  const ys = [0, 0.5, 1, 1.5, 2, 3].map((position) => yOf(at(800), position))
  expect(ys).toEqual(ys.toSorted((one, other) => one - other))
  expect(yOf(at(800), 3) - yOf(at(800), 2)).toBe(62)
})

test('a drawing has room for six rows before it grows', () => {
  expect(heightOf(at(800), 0)).toBe(heightOf(at(800), 6))
  expect(heightOf(at(800), 7) - heightOf(at(800), 6)).toBe(62)
})

test('labels of ribbons stand between rows', () => {
  expect([betweenRows(0, 3), betweenRows(3, 7.25), betweenRows(4, 4.5)]).toEqual([1.5, 5.5, 4.25])
})

describe('arrows', () => {
  test('point inward from the client to the ribbon', () => {
    const geometry = at(800)
    const arrows = staleFill.rows.map((row) => arrowOf(geometry, staleFill, row))
    expect(arrows.map(({ direction }) => direction)).toEqual([1, 1, -1, -1, 1])
    expect(arrows[0]!.x2).toBeCloseTo(laneX(geometry, 'cache') - 16)
    expect(arrows[3]!.x2).toBeCloseTo(laneX(geometry, 'cache') + 16)
  })

  test('say the key where there is room, and leave it out where there is none', () => {
    const clients = { T1: ['read x'], T2: ['write x'], T3: ['any'] }
    const crowded = sceneOf(run({ clients }, 'T1 T1 T2 T2 T1'), 5)
    const narrow = geometryOf(crowded.lanes, 1, surfaceOf(320))
    const labels = (geometry: typeof narrow) => crowded.rows.map((row) => arrowOf(geometry, crowded, row).label.text)
    expect(labels(narrow)).toEqual(['GET x', 'SELECT', 'UPDATE', 'DEL x', 'SET v1'])
    expect(labels(geometryOf(crowded.lanes, 1, surfaceOf(800)))).toEqual([
      'GET x',
      'SELECT x',
      'UPDATE x',
      'DEL x',
      'SET x v1',
    ])
  })

  test('have words that fit their gap, for any run of up to two clients on any screen', () => {
    const small = anyTrace.filter(({ scenario }) => scenario.clients.length <= 2)
    fc.assert(
      fc.property(small, fc.integer({ min: 320, max: 1400 }), (trace, width) => {
        const scene = sceneOf(trace, 0)
        const geometry = geometryOf(scene.lanes, 1, surfaceOf(width))
        for (const row of scene.rows.filter(({ kind }) => kind === 'message')) {
          const { label } = arrowOf(geometry, scene, row)
          expect(label.size).toBeGreaterThanOrEqual(9)
          expect(textWidth(label.text, label.size)).toBeLessThanOrEqual(geometry.gap + 1)
        }
      }),
    )
  })
})
