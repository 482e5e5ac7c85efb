/** The map as one widget: it takes the focus, the arrow keys and the pointer, and says in words where the run stands. */
import { useId, useRef, type KeyboardEvent, type PointerEvent } from 'react'
import type { ScheduleMap } from '../../../model/explore/scheduleMap'
import { classes } from '../../ui/classes'
import { Hidden } from '../Panel'
import { useInSight, useSizes } from './frameSizes'
import { MapDrawing } from './MapDrawing'
import { layoutOf, placeOf, pointAt } from './mapLayout'
import type { MapPanelProps } from './MapPanel'
import styles from './MapPanel.module.css'
import { fatesOf, samePlace, walk, type Place } from './mapPath'
import { caption, position, type MapProperty } from './mapWords'

interface MapGridProps extends Omit<MapPanelProps, 'map'> {
  readonly map: ScheduleMap
  readonly chosen: MapProperty
}

/** Of the right column, until it has been measured. */
const assumed = { width: 270, letter: 6 }
const RULER = '0123456789'

export function MapGrid({ map, chosen, path, future, run = null, onRoute, onStep, onBack }: MapGridProps) {
  const id = useId()
  const frame = useRef<HTMLDivElement>(null)
  const ruler = useRef<HTMLSpanElement>(null)
  const { width, letter } = useSizes(frame, ruler, RULER.length, assumed)
  const layout = layoutOf(map, width, letter)
  const taken = walk(path, map.clients)
  const planned = walk(future, map.clients, taken.end)
  useInSight(frame, placeOf(layout, taken.end))
  const fates = fatesOf(map, run, path, map.clients)
  const point = map.points.find((candidate) => samePlace(candidate, taken.end))
  const isOver = future.length === 0 && point?.isEnd === true
  const fate = run ? fates.of(taken.end) : null
  const keys = useKeys(map.clients, onStep, onBack)
  const pointer = usePointer((left, top) => pointAt(layout, map.points, left, top), taken.end, onRoute)
  return (
    <>
      <div ref={frame} className={styles['frame']}>
        <span ref={ruler} className={styles['ruler']} aria-hidden="true">
          {RULER}
        </span>
        <svg
          className={styles['map']}
          width={layout.width}
          height={layout.height}
          viewBox={`0 0 ${String(layout.width)} ${String(layout.height)}`}
          role="application"
          aria-roledescription="schedule map"
          aria-label={`Schedule map of ${map.clients[0]} and ${map.clients[1]}`}
          aria-describedby={`${id}-caption ${id}-position ${id}-keys`}
          tabIndex={0}
          onKeyDown={keys}
          {...pointer}
        >
          <MapDrawing
            map={map}
            layout={layout}
            fates={fates}
            path={taken.segments}
            future={planned.segments}
            current={taken.end}
          />
        </svg>
      </div>
      <p id={`${id}-caption`} className={styles['caption']}>
        {caption(map, chosen, fate, isOver)}
      </p>
      <Legend />
      <Hidden>
        <span id={`${id}-position`}>{position(map.clients, taken.end, layout.columns, layout.rows)}</span>
        <span id={`${id}-keys`}>
          Right steps {map.clients[0]}, up steps {map.clients[1]}, left or down takes the last step back.
        </span>
      </Hidden>
    </>
  )
}

function useKeys(clients: readonly [string, string], onStep: MapGridProps['onStep'], onBack: MapGridProps['onBack']) {
  const commands: Readonly<Record<string, () => void>> = {
    ArrowRight: () => onStep(clients[0]),
    ArrowUp: () => onStep(clients[1]),
    ArrowLeft: onBack,
    ArrowDown: onBack,
  }
  return (event: KeyboardEvent) => {
    const command = commands[event.key]
    if (!command || event.ctrlKey || event.metaKey || event.altKey) return
    // The page has arrow keys of its own; here they belong to the map.
    event.preventDefault()
    event.stopPropagation()
    command()
  }
}

/** A press or a drag leads the run through the point under it; each point is asked for once. */
function usePointer(
  find: (left: number, top: number) => Place | null,
  current: Place,
  onRoute: MapGridProps['onRoute'],
) {
  const last = useRef<Place | null>(null)
  const route = (event: PointerEvent<SVGSVGElement>) => {
    const frame = event.currentTarget.getBoundingClientRect()
    const point = find(event.clientX - frame.left, event.clientY - frame.top)
    if (!point || samePlace(point, last.current ?? current)) return
    last.current = { x: point.x, y: point.y }
    onRoute(point.x, point.y)
  }
  return {
    onPointerDown(event: PointerEvent<SVGSVGElement>) {
      if (event.button !== 0) return
      last.current = current
      event.currentTarget.setPointerCapture(event.pointerId)
      route(event)
    },
    onPointerMove(event: PointerEvent<SVGSVGElement>) {
      if (last.current) route(event)
    },
    onPointerUp: () => (last.current = null),
    onPointerCancel: () => (last.current = null),
  }
}

const legend = [
  ['safe', 'none'],
  ['mixed', 'some'],
  ['doomed', 'all'],
] as const

const Legend = () => (
  <p className={styles['legend']}>
    <span className={styles['legendTitle']}>Bad schedules through a line:</span>
    {legend.map(([fate, words]) => (
      <span key={fate} className={styles['sample']}>
        <svg width="22" height="8" aria-hidden="true">
          <line className={classes(styles['edge'], styles[fate])} x1="1" y1="4" x2="21" y2="4" />
        </svg>
        {words}
      </span>
    ))}
  </p>
)
