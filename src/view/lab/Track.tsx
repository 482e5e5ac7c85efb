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

const segmentsOf = (trace: Trace): readonly Segment[] =>
  trace.steps.map((step) => ({
    colour: colourOf(trace.scenario, step.word),
    isBad: narrate(trace, step.number).tone === 'bad',
  }))

/** The run as a row of coloured steps, with a native slider over it. */
export function Track() {
  const { player } = useLab()
  const { trace, playhead } = useLabState(({ trace, playhead }) => ({ trace, playhead }))
  const segments = useMemo(() => segmentsOf(trace), [trace])
  const goesOn = trace.refused === null && trace.enabled.length > 0
  const count = segments.length
  const words = playhead === 0 ? 'the start' : spoken(narrate(trace, playhead))
  return (
    <div className={styles['track']} style={{ '--gap': count > 60 ? '1px' : count > 24 ? '2px' : '5px' }}>
      <div className={styles['run']} style={{ flexGrow: Math.max(count, 0.001) }}>
        {segments.map(({ colour, isBad }, index) => (
          <span
            key={index}
            className={styles['step']}
            data-is={index < playhead ? 'taken' : 'ahead'}
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
