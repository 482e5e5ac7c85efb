/** The picture itself: lifelines, ribbons, bars and rows, in this order from back to front. */
import { useId, type MouseEvent, type ReactNode } from 'react'
import type { HoldMark, Ribbon, Scene, Span } from '../scene'
import { arrowOf } from './arrow'
import { BarView, CrashView, HoldView } from './Bars'
import { MarkerView } from './MarkerView'
import { clientPaint } from './colours'
import { FlightView } from './FateView'
import { heightOf, laneX, lowerEnd, yOf, type Geometry } from './geometry'
import { RibbonView } from './Ribbons'
import hatching from './Ribbons.module.css'
import { RowGround, rowsWithin, RowView } from './Rows'
import styles from './Stage.module.css'
import type { RowWindow } from './useRowWindow'

interface Props {
  readonly scene: Scene
  readonly geometry: Geometry
  readonly rowWindow: RowWindow
  readonly animates: boolean
  readonly onSeek: ((step: number) => void) | undefined
  readonly overlay: ((geometry: Geometry) => ReactNode) | undefined
}

/** Hatching is the sign of a wrong version: one way for stale, the other for ahead of the database. */
function Hatching({ id, scale }: { id: string; scale: number }) {
  return (
    <defs>
      {(['stale', 'ahead'] as const).map((standing) => (
        <pattern
          key={standing}
          id={`${id}-${standing}`}
          className={hatching['hatch']}
          data-standing={standing}
          width={7 * scale}
          height={7 * scale}
          patternUnits="userSpaceOnUse"
          patternTransform={`rotate(${standing === 'stale' ? 45 : -45})`}
        >
          <rect width={7 * scale} height={7 * scale} />
          <line x1={1.5 * scale} y1="0" x2={1.5 * scale} y2={7 * scale} strokeWidth={3 * scale} />
        </pattern>
      ))}
    </defs>
  )
}

/** What lasts until the end of the run lasts until the end of the picture. */
const toTheEnd = <Stretch extends Span>(stretch: Stretch, rows: number): Stretch =>
  stretch.to >= rows + 1 ? { ...stretch, to: lowerEnd(rows) } : stretch

function Lifelines({ scene, geometry, height }: { scene: Scene; geometry: Geometry; height: number }) {
  return scene.lanes
    .filter(({ kind }) => ['client', 'loader', 'timer', 'log'].includes(kind))
    .map(({ id, client }) => {
      const crash = scene.crashes.find((mark) => mark.lane === id && !mark.isGhost)
      const x = laneX(geometry, id)
      const end = crash ? yOf(geometry, crash.at) : height
      return (
        <g key={id} className={styles['lifeline']} style={clientPaint(client)}>
          <line x1={x} x2={x} y1={0} y2={end} />
          {crash && <line x1={x} x2={x} y1={end} y2={height} data-kind="gone" />}
        </g>
      )
    })
}

/** Whether a lease stands in a ribbon, whose sign then gives way to its key. */
const overlaps = (ribbon: Ribbon) => (lease: HoldMark) =>
  !lease.isBeside && lease.key === ribbon.key && lease.from < ribbon.to && lease.to > ribbon.from

/** What a ribbon takes the place of, stretched over it for as long as the change has not arrived. */
function replacedBy(ribbon: Ribbon, ribbons: readonly Ribbon[]): Ribbon | null {
  const before = ribbons.find(({ lane, key, to }) => lane === ribbon.lane && key === ribbon.key && to === ribbon.from)
  return before ? { ...before, from: ribbon.from, to: ribbon.to } : null
}

/** What lasts: the states of the resources, and what the clients are up to. */
function Lasting({ scene, geometry, rowWindow: { first, last }, animates }: Omit<Props, 'onSeek' | 'overlay'>) {
  const hatch = `hatch${useId().replace(/[^a-zA-Z0-9]/g, '')}`
  const { count } = scene
  const isIn = ({ from, to }: Span) => to >= first && from <= last
  const ribbons = scene.ribbons.map((ribbon) => toTheEnd(ribbon, count)).filter(isIn)
  const nameOf = (client: number) => scene.lanes.find((lane) => lane.client === client)?.title ?? ''
  return (
    <>
      <Hatching id={hatch} scale={geometry.scale} />
      {ribbons.map((ribbon) => (
        <RibbonView
          key={`${ribbon.lane} ${ribbon.key} ${ribbon.from} ${String(ribbon.isGhost)}`}
          {...{ ribbon, geometry, hatch, first, last }}
          isLeased={ribbon.lane === 'cache' && ribbon.version === null && scene.holds.some(overlaps(ribbon))}
          replaced={animates && ribbon.from === scene.playhead ? replacedBy(ribbon, ribbons) : null}
        />
      ))}
      {scene.holds.filter(isIn).map((mark) => (
        <HoldView
          key={`${mark.what} ${mark.key} ${mark.from}`}
          mark={toTheEnd(mark, count)}
          geometry={geometry}
          holder={nameOf(mark.holder)}
        />
      ))}
      {scene.markers.filter(isIn).map((mark) => (
        <MarkerView key={`${mark.key} ${mark.from}`} mark={toTheEnd(mark, count)} geometry={geometry} />
      ))}
      {scene.bars.filter(isIn).map((bar) => (
        <BarView
          key={`${bar.lane} ${bar.kind} ${bar.from} ${bar.slot}`}
          bar={toTheEnd(bar, count)}
          geometry={geometry}
        />
      ))}
      {scene.flights.filter(isIn).map((flight) => (
        <FlightView
          key={`${flight.lane} ${flight.from} ${String(flight.isGhost)}`}
          flight={toTheEnd(flight, count)}
          geometry={geometry}
        />
      ))}
      {scene.crashes.map((mark) => (
        <CrashView key={mark.lane} mark={mark} geometry={geometry} />
      ))}
    </>
  )
}

export function Drawing(props: Props) {
  const { scene, geometry, rowWindow, animates, onSeek } = props
  const height = heightOf(geometry, scene.count)
  const rows = rowsWithin(scene, rowWindow.first, rowWindow.last)
  const liveness = (number: number) => {
    const isLive = number === scene.playhead
    return { isLive, animates: isLive && animates }
  }
  // One handler for all rows: a function of its own for each would draw them all anew at each step.
  const seek = ({ target }: MouseEvent) => {
    const step = target instanceof SVGElement ? Number(target.dataset['step']) : NaN
    if (Number.isInteger(step)) onSeek?.(step)
  }
  return (
    <svg className={styles['drawing']} width={geometry.width} height={height} aria-hidden="true" onClick={seek}>
      {rows.map(({ number, tone, isGhost }) => (
        <RowGround
          key={number}
          {...{ number, tone, isGhost, geometry }}
          canSeek={onSeek !== undefined}
          {...liveness(number)}
        />
      ))}
      <Lifelines scene={scene} geometry={geometry} height={height} />
      <Lasting scene={scene} geometry={geometry} rowWindow={rowWindow} animates={animates} />
      <g className={styles['arrows']}>
        {rows.map((row) => (
          <RowView
            key={row.number}
            {...{ row, geometry }}
            arrow={arrowOf(geometry, scene, row)}
            {...liveness(row.number)}
          />
        ))}
      </g>
      {props.overlay?.(geometry)}
    </svg>
  )
}
