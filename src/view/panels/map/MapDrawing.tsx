/** The drawing of the schedule map. Fate is told by stroke as well as by colour; the run lies over it in the clients' colours. */
import type { Fate, ScheduleMap } from '../../../model/explore/scheduleMap'
import { classes } from '../../ui/classes'
import { clientColour } from '../clientColour'
import { placeOf, type MapLayout } from './mapLayout'
import { endOf, regionOf, samePlace, type fatesOf, type Place, type Segment } from './mapPath'
import styles from './MapPanel.module.css'

interface DrawingProps {
  readonly map: ScheduleMap
  readonly layout: MapLayout
  readonly fates: ReturnType<typeof fatesOf>
  readonly path: readonly Segment[]
  readonly future: readonly Segment[]
  readonly current: Place
}

const fateClass = (fate: Fate | null): string | undefined => styles[fate ?? 'other']

export function MapDrawing({ map, layout, fates, path, future, current }: DrawingProps) {
  const doomed = map.points.filter((point) => fates.of(point) === 'doomed' && !fates.isMissed(point))
  return (
    <>
      <Region places={doomed} layout={layout} />
      {map.edges.map((edge) => (
        <Line
          key={`${String(edge.x)} ${String(edge.y)} ${edge.axis}`}
          segment={edge}
          layout={layout}
          className={classes(
            styles['edge'],
            fateClass(fates.of(edge, edge.axis)),
            (fates.isMissed(edge) || fates.isMissed(endOf(edge))) && styles['missed'],
          )}
        />
      ))}
      <Route segments={future} layout={layout} className={styles['future']} />
      <Route segments={path} layout={layout} className={styles['path']} />
      {map.points.map((point) => (
        <Point
          key={`${String(point.x)} ${String(point.y)}`}
          layout={layout}
          place={point}
          fate={fates.of(point)}
          isCurrent={samePlace(point, current)}
          isMissed={fates.isMissed(point)}
        />
      ))}
      <Labels layout={layout} />
    </>
  )
}

interface LineProps {
  readonly segment: Segment
  readonly layout: MapLayout
  readonly className: string | undefined
  readonly stroke?: string
}

function Line({ segment, layout, className, stroke }: LineProps) {
  const from = placeOf(layout, segment)
  const [right, up] = segment.axis === 'x' ? [layout.cellX, 0] : [0, layout.cellY]
  return (
    <line
      className={className}
      x1={from.left}
      y1={from.top}
      x2={from.left + right}
      y2={from.top - up}
      style={stroke === undefined ? undefined : { stroke }}
    />
  )
}

const Route = (props: {
  readonly segments: readonly Segment[]
  readonly layout: MapLayout
  readonly className: string | undefined
}) =>
  props.segments.map((segment, index) => (
    <Line
      key={index}
      segment={segment}
      layout={props.layout}
      className={props.className}
      stroke={clientColour(segment.axis === 'x' ? 0 : 1)}
    />
  ))

function Point(props: {
  readonly layout: MapLayout
  readonly place: Place
  readonly fate: Fate | null
  readonly isCurrent: boolean
  readonly isMissed: boolean
}) {
  const { left, top } = placeOf(props.layout, props.place)
  const isSmall = Math.min(props.layout.cellX, props.layout.cellY) < 26
  const radius = (isSmall ? 3.5 : 5.5) + (props.isCurrent ? 2.5 : 0)
  return (
    <g
      className={classes(
        fateClass(props.fate),
        props.isCurrent && styles['current'],
        props.isMissed && styles['missed'],
      )}
    >
      {props.isCurrent && <circle className={styles['ring']} cx={left} cy={top} r={radius + 3} />}
      <circle className={styles['body']} cx={left} cy={top} r={radius} />
      {props.fate === 'mixed' && !props.isCurrent && (
        <circle className={styles['pip']} cx={left} cy={top} r={isSmall ? 1 : 1.8} />
      )}
    </g>
  )
}

/** The points from which every completion goes wrong, as one shape: its border first, then the same again, thinner. */
function Region({ places, layout }: { readonly places: readonly Place[]; readonly layout: MapLayout }) {
  const { links, cells } = regionOf(places)
  const width = Math.min(26, layout.cellX - 2, layout.cellY - 2)
  return ['border', 'inside'].map((layer, index) => (
    <g key={layer} className={styles[layer]} strokeWidth={width - 2 * index}>
      {places.map((place) => {
        const { left, top } = placeOf(layout, place)
        return <line key={`${String(left)} ${String(top)}`} x1={left} y1={top} x2={left} y2={top} />
      })}
      {links.map((link) => (
        <Line
          key={`${String(link.x)} ${String(link.y)} ${link.axis}`}
          segment={link}
          layout={layout}
          className={undefined}
        />
      ))}
      {cells.map(({ x, y }) => {
        const { left, top } = placeOf(layout, { x, y: y + 1 })
        return <rect key={`${String(x)} ${String(y)}`} x={left} y={top} width={layout.cellX} height={layout.cellY} />
      })}
    </g>
  ))
}

function Labels({ layout }: { readonly layout: MapLayout }) {
  const { labelsX, labelsY, originX, originY, cellX, cellY, columns, isUpright } = layout
  const right = originX + columns * cellX + 14
  return (
    <g className={styles['labels']}>
      {labelsX.map((label, step) => {
        const left = originX + (step + 0.5) * cellX
        const top = originY + (isUpright ? 14 : 22)
        return (
          <text
            key={step}
            x={left}
            y={top}
            textAnchor={isUpright ? 'end' : 'middle'}
            dominantBaseline={isUpright ? 'central' : 'auto'}
            transform={isUpright ? `rotate(-90 ${String(left)} ${String(top)})` : undefined}
            style={{ fill: clientColour(0) }}
          >
            {label}
          </text>
        )
      })}
      {labelsY.map((label, step) => (
        <text
          key={step}
          x={right}
          y={originY - (step + 0.5) * cellY}
          dominantBaseline="central"
          style={{ fill: clientColour(1) }}
        >
          {label}
        </text>
      ))}
    </g>
  )
}
