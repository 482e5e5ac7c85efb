/** One chart of uPlot's, dressed like the rest of the page. It draws lines; the cursor and all words are the page's own. */
import type uPlot from 'uplot'
import { dashesOf, letterOf } from '../letters'
import type { Aligned } from './aligned'
import type { Inks } from './inks'

/** An upright line with a word, where something changes for good. */
export interface Mark {
  readonly at: number
  readonly title: string
}

export interface PlotShape {
  /** Which strategies the lines are, by their place. */
  readonly places: readonly number[]
  readonly from: number
  readonly to: number
  /** How a tick of each axis is written. */
  readonly xText: (value: number) => string
  readonly yText: (value: number) => string
  readonly hasTimes: boolean
  /** Values of which there are few, each a measurement of its own. */
  readonly hasPoints: boolean
  readonly marks: readonly Mark[]
  /** Where the ticks of the x axis are; wherever there is room if it is left out. */
  readonly xTicks?: readonly number[]
}

/** Stands for no strategy but for a bound that holds for one. */
export const BOUND = -1

/** Pixels for the letters at the ends of the lines. */
const LETTER_WIDTH = 18
const TICK_WIDTH = 4.4

const fontOf = ({ fontSize, fontFamily }: Inks, weight = 400) => `${weight} ${fontSize * 0.92}px ${fontFamily}`

function axesOf({ xText, yText, hasTimes, xTicks }: PlotShape, inks: () => Inks): uPlot.Axis[] {
  const look = { stroke: () => inks().dim, font: fontOf(inks()), ticks: { show: false } }
  const grid = { stroke: () => inks().hairline, width: 1 }
  return [
    {
      ...look,
      show: hasTimes,
      grid: { show: false },
      size: inks().fontSize * 1.9,
      gap: 4,
      space: 70,
      ...(xTicks !== undefined && { splits: [...xTicks] }),
      values: (_, ticks) => ticks.map(xText),
    },
    {
      ...look,
      grid,
      size: inks().fontSize * TICK_WIDTH,
      gap: 8,
      space: inks().fontSize * 2.4,
      values: (_, ticks) => ticks.map(yText),
    },
  ]
}

/** From nothing up to a little above the highest value; never empty. */
const rangeOf = (_: uPlot, _low: number | null, high: number | null): uPlot.Range.MinMax => [
  0,
  high === null || high <= 0 ? 1 : high * 1.08,
]

/** The letter of each line at its end, moved apart where lines end together. */
function drawLetters(chart: uPlot, places: readonly number[], inks: Inks): void {
  const ratio = devicePixelRatio
  const gap = inks.fontSize * ratio
  const ends = places
    .flatMap((place, index) => {
      if (place === BOUND) return []
      const at = chart.data[index + 1]?.findLastIndex((value) => typeof value === 'number') ?? -1
      const value = chart.data[index + 1]?.[at]
      const time = chart.data[0][at]
      if (typeof value !== 'number' || time === undefined) return []
      return [{ place, x: chart.valToPos(time, 'x', true), y: chart.valToPos(value, 'y', true) }]
    })
    .sort((a, b) => a.y - b.y)
  const { bbox } = chart
  const [right, bottom] = [bbox.left + bbox.width, bbox.top + bbox.height]
  ends.forEach((end, index) => {
    end.y = Math.max(end.y, (ends[index - 1]?.y ?? -Infinity) + gap)
  })
  for (let index = ends.length - 1, limit = bottom; index >= 0; index--, limit -= gap) {
    const end = ends[index]
    if (end !== undefined) end.y = Math.min(end.y, limit)
  }
  const { ctx } = chart
  ctx.save()
  ctx.font = `650 ${inks.fontSize * 0.92 * ratio}px ${inks.fontFamily}`
  ctx.textAlign = 'left'
  ctx.textBaseline = 'middle'
  for (const { place, x, y } of ends) {
    ctx.fillStyle = inks.tones[place] ?? inks.ink
    // A line that ends near the edge has its letter beyond it, where nothing else is drawn.
    const edge = right - x < 0.1 * bbox.width ? right : x
    ctx.fillText(letterOf(place), edge + 5 * ratio, y)
  }
  ctx.restore()
}

function drawMarks(chart: uPlot, marks: readonly Mark[], inks: Inks): void {
  const { ctx, bbox } = chart
  const ratio = devicePixelRatio
  ctx.save()
  ctx.strokeStyle = inks.ink
  ctx.fillStyle = inks.ink
  ctx.lineWidth = ratio * 1.25
  ctx.font = `550 ${inks.fontSize * 0.92 * ratio}px ${inks.fontFamily}`
  for (const { at, title } of marks) {
    const x = Math.round(chart.valToPos(at, 'x', true))
    if (x < bbox.left || x > bbox.left + bbox.width) continue
    ctx.setLineDash([4 * ratio, 3 * ratio])
    ctx.beginPath()
    ctx.moveTo(x, bbox.top)
    ctx.lineTo(x, bbox.top + bbox.height)
    ctx.stroke()
    const width = ctx.measureText(title).width + 12 * ratio
    const isRight = x + width < bbox.left + bbox.width
    ctx.textAlign = isRight ? 'left' : 'right'
    ctx.fillText(title, x + (isRight ? 6 : -6) * ratio, bbox.top + inks.fontSize * ratio)
  }
  ctx.restore()
}

export type PlotMaker = typeof uPlot

/** Draws into `target`; `inks` is asked again at each drawing. */
export function createPlot(
  Maker: PlotMaker,
  target: HTMLElement,
  { shape, data, inks }: { shape: PlotShape; data: Aligned; inks: () => Inks },
): uPlot {
  const series = shape.places.map((place): uPlot.Series => ({
    stroke: () => inks().tones[place] ?? inks().ink,
    width: place === BOUND ? 1 : inks().lineWidth,
    dash: place === BOUND ? [4, 3] : [...dashesOf(place)],
    points:
      shape.hasPoints && place !== BOUND ? { size: 6, fill: () => inks().tones[place] ?? inks().ink } : { show: false },
  }))
  return new Maker(
    {
      width: target.clientWidth,
      height: target.clientHeight,
      padding: [inks().fontSize * 0.7, LETTER_WIDTH, shape.hasTimes ? 0 : 4, 0],
      cursor: { show: false },
      legend: { show: false },
      scales: { x: { time: false, range: () => [shape.from, shape.to] }, y: { range: rangeOf } },
      axes: axesOf(shape, inks),
      series: [{}, ...series],
      hooks: {
        draw: [
          (chart) => {
            drawMarks(chart, shape.marks, inks())
            drawLetters(chart, shape.places, inks())
          },
        ],
      },
    },
    data as uPlot.AlignedData,
    target,
  )
}
