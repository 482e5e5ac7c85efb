/**
 * The schedule map: the first client's steps go right, the second's go up, and every path from corner to corner is one
 * interleaving. Where the path goes can be changed on the map itself, with the pointer or with the arrow keys.
 */
import type { ScheduleMap } from '../../../model/explore/scheduleMap'
import { Select } from '../../ui/Select'
import { Panel, Skeleton } from '../Panel'
import { MapGrid } from './MapGrid'
import styles from './MapPanel.module.css'
import type { RunFates } from './mapPath'
import type { MapProperty } from './mapWords'

export interface MapPanelProps {
  /** The map, why there is none, or null while it is being made. */
  readonly map: ScheduleMap | { readonly reason: string } | null
  /** The schedule up to the playhead, and what comes after it in this run. */
  readonly path: readonly string[]
  readonly future: readonly string[]
  /** How schedules end that begin as this run did; without it the map says only what holds for all runs. */
  readonly run?: RunFates | null
  readonly properties: readonly MapProperty[]
  /** The name of the shown one. */
  readonly property: string
  readonly onProperty: (name: string) => void
  /** Leads the run through a point. */
  readonly onRoute: (x: number, y: number) => void
  /** Lets a client take its next step. */
  readonly onStep: (client: string) => void
  /** Takes the last step back. */
  readonly onBack: () => void
}

export function MapPanel(props: MapPanelProps) {
  const { map, properties, property } = props
  const chosen = properties.find(({ name }) => name === property)
  const drawn = map && 'points' in map ? map : null
  const title = drawn
    ? `Schedule map: every way ${drawn.clients[0]} and ${drawn.clients[1]} can interleave`
    : 'Schedule map'
  return (
    <Panel title={title} isBusy={map === null}>
      {drawn && chosen ? (
        <MapGrid {...props} map={drawn} chosen={chosen} />
      ) : map && 'reason' in map ? (
        <p className={styles['reason']}>{map.reason}</p>
      ) : (
        <Skeleton lines={6} />
      )}
      {!(map && 'reason' in map) && <PropertyChoice {...props} />}
    </Panel>
  )
}

const PropertyChoice = ({ properties, property, onProperty }: MapPanelProps) =>
  properties.length < 2 ? null : (
    <div className={styles['choice']}>
      <span aria-hidden="true">Coloured by</span>
      <Select
        label="Property that colours the map"
        value={property}
        options={properties.map(({ name, title }) => ({ value: name, title }))}
        onChange={onProperty}
        className={styles['select']}
      />
    </div>
  )
