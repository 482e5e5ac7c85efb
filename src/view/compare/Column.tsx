/** One of the scenarios side by side: what it chooses, its stage, and what its step at the playhead did. */
import { useState } from 'react'
import { narrate } from '../../course/narration'
import type { Trace } from '../../model/engine/trace'
import type { Scenario } from '../../model/scenario/scenario'
import { contentsInWords } from '../lab/contentsInWords'
import { useLab, useLabState } from '../lab/labContext'
import { Hidden } from '../panels/Panel'
import { Button, IconButton } from '../ui/Button'
import { CompareStage, type CompareStageProps } from './CompareStage'
import { VariantEditor } from './VariantEditor'
import { choicesInWords, letters } from './variants'
import styles from './Compare.module.css'

/** What can be done to one of the scenarios. The first one is the Lab's own. */
function useVariant(place: number) {
  const { player } = useLab()
  const all = useLabState(({ scenario, beside }) => [scenario, ...beside])
  const others = all.slice(1)
  return {
    all,
    change: (scenario: Scenario) =>
      place === 0 ? player.edit(scenario) : player.compareWith(others.with(place - 1, scenario)),
    remove: () => player.compareWith(others.filter((_, index) => index !== place - 1)),
  }
}

export function Column({
  place,
  trace,
  playhead,
  ...stage
}: Pick<CompareStageProps, 'isMoving' | 'different' | 'peers'> & {
  readonly place: number
  readonly trace: Trace
  readonly playhead: number
}) {
  const { player } = useLab()
  const { all, change, remove } = useVariant(place)
  const [isEditing, setEditing] = useState(false)
  const letter = letters[place] ?? ''
  const words = choicesInWords(trace.scenario, all)
  const { headline, text, tone } = narrate(trace, playhead)
  return (
    <section className={styles['column']} aria-label={`${letter}: ${words}`}>
      <div className={styles['variant']}>
        <h2>
          <span className={styles['letter']}>{letter}</span> {words}
        </h2>
        <Button aria-label={`Change ${letter}`} onClick={() => setEditing(true)}>
          Change
        </Button>
        {place > 0 && <IconButton icon="close" label={`Take ${letter} away`} look="quiet" onClick={remove} />}
      </div>
      <CompareStage {...stage} trace={trace} playhead={playhead} onSeek={player.seek} label={`${letter}, ${words}`} />
      <Hidden>{contentsInWords(trace, playhead)}</Hidden>
      <p className={styles['sentence']} data-tone={tone}>
        {headline !== null && <strong>{headline} </strong>}
        {text}
      </p>
      <VariantEditor
        title={`What ${letter} chooses`}
        scenario={trace.scenario}
        isOpen={isEditing}
        onChange={change}
        onClose={() => setEditing(false)}
      />
    </section>
  )
}
