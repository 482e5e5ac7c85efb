import { useState } from 'react'
import { metricNamed } from '../../../model/load/metrics'
import type { Strategy } from '../../../model/load/strategy'
import type { Workload } from '../../../model/load/workload/workload'
import type { SweepTitle } from '../../../workers/load/messages'
import { Button } from '../../ui/Button'
import { Note } from '../../ui/Note'
import { Select } from '../../ui/Select'
import { Definition } from '../Definition'
import { Swatch } from '../Swatch'
import { agreementOf } from './agreement'
import { SweepChart } from './SweepChart'
import styles from './Sweeps.module.css'
import { useSweep, useSweepTitles, type SweepState } from './useSweep'

interface SweepsProps {
  workload: Workload
  strategies: readonly Strategy[]
}

/** One parameter along the x axis, a run at each of its values, and the boundary that the explorer has proved. */
export function Sweeps(props: SweepsProps) {
  const titles = useSweepTitles(props.strategies)
  const [name, setName] = useState('')
  const fitting = titles.find(({ lacks }) => lacks.includes(null))
  const sweep = titles.find((each) => each.name === name) ?? fitting ?? titles[0]
  if (sweep === undefined) return <div className={styles['wait']} />
  return (
    <>
      <label className={styles['choice']}>
        <span>Sweep</span>
        <Select
          label="Sweep"
          value={sweep.name}
          options={titles.map((each) => ({ value: each.name, title: each.title }))}
          onChange={setName}
        />
      </label>
      <OneSweep key={sweep.name} {...props} sweep={sweep} />
    </>
  )
}

function OneSweep({ workload, strategies, sweep }: SweepsProps & { sweep: SweepTitle }) {
  const state = useSweep(workload, strategies, sweep)
  const [metric, setMetric] = useState(sweep.metrics[0] ?? '')
  const places = strategies.flatMap((_, place) => (sweep.lacks[place] === null ? [place] : []))
  const known = metricNamed(metric)
  const hasPoints = state.points.some((row) => row.some((point) => point !== null))
  if (places.length === 0) return <Lacks sweep={sweep} />
  return (
    <div className={styles['sweep']}>
      <Controls state={state} runs={places.length * sweep.values.length} />
      {state.problem !== null && <Note tone="bad">{state.problem}</Note>}
      {hasPoints && known !== undefined && (
        <>
          <div className={styles['metric']}>
            <Select
              label="Shown over it"
              value={metric}
              options={sweep.metrics.map((each) => ({ value: each, title: metricNamed(each)?.title ?? each }))}
              onChange={setMetric}
            />
            <Definition of={known.title} says={known.says} />
          </div>
          <SweepChart sweep={sweep} places={places} state={state} metric={known} />
        </>
      )}
      <Boundaries sweep={sweep} places={places} state={state} />
      <Lacks sweep={sweep} />
    </div>
  )
}

const Controls = ({ state: { progress, run, cancel }, runs }: { state: SweepState; runs: number }) =>
  progress === null ? (
    <div className={styles['controls']}>
      <Button onClick={run}>Run the sweep</Button>
      <span className={styles['cost']}>{runs} runs of this workload</span>
    </div>
  ) : (
    <div className={styles['controls']}>
      <Button onClick={cancel}>Cancel the sweep</Button>
      <progress className={styles['progress']} value={progress} aria-label="Runs of the sweep" />
    </div>
  )

interface BoundariesProps {
  sweep: SweepTitle
  places: readonly number[]
  state: SweepState
}

/** What the explorer says of each strategy, with the scenario that it has searched. */
const Boundaries = ({ sweep, places, state: { boundaries, points } }: BoundariesProps) => (
  <ul className={styles['boundaries']}>
    {places.map((place) => {
      const boundary = boundaries[place]
      if (boundary === null || boundary === undefined) return null
      return (
        <li key={place}>
          <Swatch index={place} />
          <p>
            {boundary.says} {agreementOf(boundary, sweep.values, points[place] ?? [])}{' '}
            {boundary.link !== null && <a href={boundary.link}>See it proved in the Lab</a>}
          </p>
        </li>
      )
    })}
  </ul>
)

/** Strategies that the sweep says nothing about. */
function Lacks({ sweep: { lacks } }: { sweep: SweepTitle }) {
  const lacking = lacks.flatMap((says, place) => (says === null ? [] : [{ place, says }]))
  const sentences = [...new Set(lacking.map(({ says }) => says))]
  return (
    <ul className={styles['boundaries']}>
      {sentences.map((says) => (
        <li key={says} className={styles['lacks']}>
          {lacking
            .filter((each) => each.says === says)
            .map(({ place }) => (
              <Swatch key={place} index={place} />
            ))}
          <p>{says}</p>
        </li>
      ))}
    </ul>
  )
}
