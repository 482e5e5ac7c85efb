/** A full grid in which everything is safe, from the labels along its axes. */
import type { MapEdge, MapPoint, ScheduleMap } from '../../../model/explore/scheduleMap'

export function gridOf(labelsX: readonly string[], labelsY: readonly string[]): ScheduleMap {
  const points: MapPoint[] = []
  const edges: MapEdge[] = []
  for (let x = 0; x <= labelsX.length; x++)
    for (let y = 0; y <= labelsY.length; y++) {
      points.push({ x, y, isEnd: x === labelsX.length && y === labelsY.length, fate: 'safe' })
      const [right, up] = [labelsX[x], labelsY[y]]
      if (right !== undefined) edges.push({ x, y, axis: 'x', fate: 'safe', label: right })
      if (up !== undefined) edges.push({ x, y, axis: 'y', fate: 'safe', label: up })
    }
  return { clients: ['T1', 'T2'], property: 'converges', points, edges, schedules: 10, bad: 0 }
}
