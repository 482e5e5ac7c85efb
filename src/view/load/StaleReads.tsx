import { useEffect, useRef, useState } from 'react'
import type { LoadResult, StaleRead } from '../../model/load/result'
import type { Strategy } from '../../model/load/strategy'
import type { Workload } from '../../model/load/workload/workload'
import { askWorker } from '../../workers/load/client'
import { Button } from '../ui/Button'
import { shown, timeText } from './format'
import { letterOf } from './letters'
import { Swatch } from './Swatch'
import styles from './StaleReads.module.css'

/** So many are shown of each strategy. */
const SHOWN_MAX = 5

interface StaleReadsProps {
  workload: Workload
  strategies: readonly Strategy[]
  results: readonly (LoadResult | null)[]
}

/** The first stale reads of each strategy, each to be opened in the Lab as the exact interleaving of those involved. */
export function StaleReads({ workload, strategies, results }: StaleReadsProps) {
  const found = results.flatMap((run, place) => {
    const strategy = strategies[place]
    return run === null || strategy === undefined || run.staleReads.length === 0 ? [] : [{ run, strategy, place }]
  })
  if (found.length === 0) return <p className={styles['none']}>No strategy gave a stale answer in this run.</p>
  return (
    <div className={styles['lists']}>
      {found.map(({ run, strategy, place }) => (
        <section key={place} aria-label={`Stale reads of strategy ${letterOf(place)}`}>
          <h3 className={styles['heading']}>
            <Swatch index={place} />
            {(run.metrics['staleReads'] ?? 0).toLocaleString('en')} in all
          </h3>
          <ol>
            {run.staleReads.slice(0, SHOWN_MAX).map((read) => (
              <li key={read.operation} className={styles['read']}>
                <p>
                  At {timeText(read.atMs)} a read of key {read.key.toLocaleString('en')} returned version {read.version}
                  . Version {read.newest} was there, and the answer was {shown(read.ageMs, 'ms')} old.
                </p>
                <Opener
                  {...{ workload, strategy, read }}
                  name={`${letterOf(place)}, key ${read.key} at ${timeText(read.atMs)}`}
                />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

interface OpenerProps {
  workload: Workload
  strategy: Strategy
  read: StaleRead
  name: string
}

type State = 'idle' | 'looking' | { readonly problem: string }

/** Takes the run again up to the read, in a worker, and goes to the Lab with what it finds. */
function Opener({ workload, strategy, read, name }: OpenerProps) {
  const [state, setState] = useState<State>('idle')
  const control = useRef<AbortController | null>(null)
  useEffect(() => () => control.current?.abort('the page was left'), [])
  const open = async () => {
    control.current = new AbortController()
    const { signal } = control.current
    setState('looking')
    try {
      const answer = await askWorker({ type: 'zoom', workload, strategy, read }, { signal })
      if ('link' in answer) location.hash = answer.link
      else setState({ problem: answer.message })
    } catch (error) {
      if (!signal.aborted) setState({ problem: error instanceof Error ? error.message : 'The run stopped.' })
    }
  }
  if (typeof state === 'object') return <p className={styles['problem']}>{state.problem}</p>
  return (
    <Button
      look="quiet"
      className={styles['open']}
      aria-label={`Open in the Lab: ${name}`}
      reason={state === 'looking' ? 'The run is taken again' : null}
      onClick={() => void open()}
    >
      {state === 'looking' ? 'Taking the run again …' : 'Open in the Lab'}
    </Button>
  )
}
