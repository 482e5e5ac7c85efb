import { useEffect, useRef, useState, type PointerEvent } from 'react'
import type uPlot from 'uplot'
import { classes } from '../../ui/classes'
import type { Aligned } from './aligned'
import type { Inks } from './inks'
import { createPlot, type PlotMaker, type PlotShape } from './plot'
import styles from './Plot.module.css'

/** The library is loaded with the first chart. */
function useMaker(): PlotMaker | null {
  const [maker, setMaker] = useState<PlotMaker | null>(null)
  useEffect(() => {
    let isWanted = true
    void Promise.all([import('uplot'), import('uplot/dist/uPlot.min.css')]).then(([{ default: made }]) => {
      if (isWanted) setMaker(() => made)
    })
    return () => {
      isWanted = false
    }
  }, [])
  return maker
}

interface PlotProps {
  shape: PlotShape
  data: Aligned
  inks: Inks
  /** What it shows, for those who do not see it. */
  label: string
  isTall?: boolean
  /** Told a place of the x axis when somebody points at it. */
  onPoint?: (x: number) => void
}

/** A chart in a place of fixed height. The line of the cursor is placed by the style sheet, from `--at` of whoever is around. */
export function Plot({ shape, data, inks, label, isTall = false, onPoint }: PlotProps) {
  const target = useRef<HTMLDivElement>(null)
  const chart = useRef<uPlot | null>(null)
  const latest = useRef({ inks, data })
  useEffect(() => {
    latest.current = { inks, data }
  })
  const maker = useMaker()
  useEffect(() => {
    const element = target.current
    if (element === null || maker === null) return
    const plot = createPlot(maker, element, { shape, data: latest.current.data, inks: () => latest.current.inks })
    chart.current = plot
    place(element, plot)
    const observer = new ResizeObserver(() => {
      plot.setSize({ width: element.clientWidth, height: element.clientHeight })
      place(element, plot)
    })
    observer.observe(element)
    return () => {
      observer.disconnect()
      plot.destroy()
      chart.current = null
    }
    // Type sizes are part of the layout, colours are not.
  }, [maker, shape, inks.fontSize, inks.lineWidth])
  useEffect(() => chart.current?.setData(data as uPlot.AlignedData), [data])
  useEffect(() => chart.current?.redraw(false), [inks])
  const point = (event: PointerEvent) => {
    const plot = chart.current
    if (plot === null || onPoint === undefined) return
    const { left, width } = plot.over.getBoundingClientRect()
    onPoint(shape.from + Math.min(1, Math.max(0, (event.clientX - left) / width)) * (shape.to - shape.from))
  }
  return (
    <div
      ref={target}
      role="img"
      aria-label={label}
      className={classes(styles['plot'], isTall && styles['tall'], shape.hasTimes && styles['timed'])}
      onPointerMove={point}
      onPointerDown={point}
    >
      {onPoint !== undefined && <span className={styles['cursor']} />}
    </div>
  )
}

/** Says where the drawing area lies, for the line of the cursor. */
function place(element: HTMLElement, { over }: uPlot): void {
  element.style.setProperty('--plot-left', `${over.offsetLeft}px`)
  element.style.setProperty('--plot-width', `${over.offsetWidth}px`)
  element.style.setProperty('--plot-height', `${over.offsetHeight}px`)
  element.style.setProperty('--plot-top', `${over.offsetTop}px`)
}
