import { useMemo } from 'react'
import { narrate, spoken } from '../../course/narration'
import type { Trace } from '../../model/engine/trace'
import type { Scenario } from '../../model/scenario/scenario'
import { clientColour } from '../panels/clientColour'
import { useLab, useLabState } from './labContext'
import styles from './Track.module.css'

interface Segment {
  readonly colour: string
  readonly isBad: boolean
}

/** The colour of whoever took the step; nobody's steps are neutral. */
function colourOf(scenario: Scenario, word: string): string {
  const actor = word.split(/[:!]/, 1)[0]
  const index = scenario.clients.findIndex((client) => client.name === actor)
  return index === -1 ? 'var(--dim)' : clientColour(index)
}

/** More steps than this are drawn as as many stretches, which do not tell good from bad. */
const SEGMENTS_MAX = 400
const STRETCHES = 200

function segmentsOf(trace: Trace): readonly Segment[] {
  const { steps, scenario } = trace
  if (steps.length <= SEGMENTS_MAX)
    return steps.map(({ word, number }) => ({
      colour: colourOf(scenario, word),
      isBad: narrate(trace, number).tone === 'bad',
    }))
  return Array.from({ length: STRETCHES }, (_, index) => ({
    colour: colourOf(scenario, steps[Math.floor((index * steps.length) / STRETCHES)]?.word ?? ''),
    isBad: false,
  }))
}

/** The run as a row of coloured steps, with a native slider over it. */
export function Track() {
  const { player } = useLab()
  const { trace, playhead } = useLabState(({ trace, playhead }) => ({ trace, playhead }))
  const segments = useMemo(() => segmentsOf(trace), [trace])
  const goesOn = trace.refused === null && trace.enabled.length > 0
  const count = trace.steps.length
  const taken = (playhead * segments.length) / Math.max(1, count)
  const words = playhead === 0 ? 'the start' : spoken(narrate(trace, playhead))
  return (
    <div
      className={styles['track']}
      style={{ '--gap': count > SEGMENTS_MAX ? '0px' : count > 60 ? '1px' : count > 24 ? '2px' : '5px' }}
    >
      <div className={styles['run']} style={{ flexGrow: Math.max(count, 0.001) }}>
        {segments.map(({ colour, isBad }, index) => (
          <span
            key={index}
            className={styles['step']}
            data-is={index < taken ? 'taken' : 'ahead'}
            data-bad={isBad || undefined}
            style={{ '--client': colour }}
          />
        ))}
        <input
          type="range"
          className={styles['slider']}
          aria-label="Step"
          aria-valuetext={`Step ${playhead} of ${count}: ${words}`}
          min={0}
          max={count}
          step={1}
          value={playhead}
          onChange={(event) => player.seek(event.currentTarget.valueAsNumber)}
        />
      </div>
      {goesOn && <span className={styles['next']} />}
    </div>
  )
}
