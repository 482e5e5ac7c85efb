/**
 * Two or three scenarios on one schedule, with one playhead: their stages side by side, or one at a time on a phone with
 * the switch at the thumb. Where they part is marked on all of them and said below.
 */
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { differencesOf, lineInWords, sharedTranscript } from '../../course/narration/sideBySide'
import { announcer } from '../shell/announcer'
import { castLanes } from '../scene'
import { useLab, useLabState } from '../lab/labContext'
import { Button } from '../ui/Button'
import { Disclosure } from '../ui/Disclosure'
import { Column } from './Column'
import { DifferenceButtons, Differences } from './Differences'
import { SharedTranscript } from './SharedTranscript'
import { StageSwitch } from './StageSwitch'
import { letters, nextBeside } from './variants'
import styles from './Compare.module.css'

/** Everything that is derived from the runs; a step leaves it as it is. */
function useCompared() {
  const traces = useLabState(({ trace, besideTraces }) => [trace, ...besideTraces])
  return useMemo(() => {
    const names = letters.slice(0, traces.length)
    const differences = differencesOf(traces)
    return {
      traces,
      names,
      differences,
      different: differences.map(({ step }) => step),
      lines: sharedTranscript(names, traces),
      peers: traces.map(({ scenario }) => castLanes(scenario)),
    }
  }, [traces])
}

type Compared = ReturnType<typeof useCompared>

/** Says the step at the playhead for all of them, in one message. */
function useAnnouncedStep({ lines }: Compared, playhead: number): void {
  const line = lines[playhead - 1]
  const said = line === undefined ? null : lineInWords(line)
  useEffect(() => {
    if (said !== null) announcer.announce(said)
  }, [said])
}

function Head({ children }: { children: ReactNode }) {
  const { player } = useLab()
  const { base, scenario, beside } = useLabState((state) => ({
    base: state.base,
    scenario: state.scenario,
    beside: state.beside,
  }))
  const next = useMemo(() => nextBeside(base, [scenario, ...beside]), [base, scenario, beside])
  return (
    <header className={styles['head']}>
      <h1>{base.title}, on one schedule</h1>
      <div className={styles['ways']}>
        {children}
        {next !== null && <Button onClick={() => player.compareWith([...beside, next])}>Add a third</Button>}
        <Button onClick={() => player.compareWith([])}>Back to one</Button>
      </div>
    </header>
  )
}

function Columns({ compared, only }: { compared: Compared; only: number | null }) {
  const { playhead, moved } = useLabState(({ playhead, moved }) => ({ playhead, moved }))
  return (
    <div className={styles['columns']} style={{ '--columns': only === null ? compared.traces.length : 1 }}>
      {compared.traces.map((trace, index) =>
        only !== null && only !== index ? null : (
          <Column
            key={letters[index]}
            place={index}
            trace={trace}
            playhead={playhead}
            isMoving={moved === 'step'}
            different={compared.different}
            peers={compared.peers}
          />
        ),
      )}
    </div>
  )
}

interface CompareProps {
  readonly notes: ReactNode
  /** There is room for one stage. */
  readonly isPhone: boolean
  /** The Lab's own; what comes on demand takes it from there, so that nothing of the Lab is loaded another way. */
  readonly transport: ReactNode
  /** What has no room on a phone. */
  readonly more: ReactNode
}

export function Compare({ notes, isPhone, transport, more }: CompareProps) {
  const compared = useCompared()
  const { playhead } = useLabState((state) => ({ playhead: state.playhead }))
  const [chosen, setChosen] = useState(0)
  const only = isPhone ? Math.min(chosen, compared.traces.length - 1) : null
  useAnnouncedStep(compared, playhead)
  return (
    <div className={styles['page']}>
      <div className={styles['body']}>
        <Head>{!isPhone && <DifferenceButtons differences={compared.differences} playhead={playhead} />}</Head>
        <div className={styles['notes']}>{notes}</div>
        <Columns compared={compared} only={only} />
        <Differences {...compared} playhead={playhead} />
        {isPhone && (
          <div className={styles['ways']}>
            <DifferenceButtons differences={compared.differences} playhead={playhead} />
          </div>
        )}
        <SharedTranscript lines={compared.lines} playhead={playhead} />
        {isPhone && <Disclosure title="More">{more}</Disclosure>}
      </div>
      <div className={styles['transport']}>
        {only !== null && <StageSwitch names={compared.names} chosen={only} onChoose={setChosen} />}
        {transport}
      </div>
    </div>
  )
}
