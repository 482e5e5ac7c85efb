/** A scene of one of several runs on one schedule: what was left out is a row with a sign of its own and no arrow. */
import { isSkipped } from '../../model/engine/adapted'
import type { Trace } from '../../model/engine/trace'
import { clientLane, sceneOf, type Scene } from '../scene'

/** The lane of whoever would have taken the step. */
export function laneOfWord(trace: Trace, word: string): string {
  const [name = ''] = word.split(/[:!]/, 1)
  const isClient = trace.scenario.clients.some((client) => client.name === name)
  return isClient ? clientLane(name) : 'cache'
}

const silent = { kind: 'crash', slot: null, label: '', short: '', reply: '', shortReply: '' } as const

export function comparedScene(trace: Trace, playhead: number): Scene {
  const scene = sceneOf(trace, playhead)
  const rows = scene.rows.map((row) => {
    const step = trace.steps[row.number - 1]
    if (step === undefined || !isSkipped(step)) return row
    const lane = laneOfWord(trace, row.word)
    return { ...row, ...silent, from: lane, to: lane }
  })
  return { ...scene, rows }
}
