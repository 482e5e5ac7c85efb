import { catalogue, scenarioNamed } from '../../model/scenario/catalogue'
import { choosesTheSame } from '../../model/scenario/edits'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { Select } from '../ui/Select'
import styles from './Intro.module.css'
import { headingOf } from './heading'
import { useLab, useLabState } from './labContext'

const options = catalogue.map(({ scenario, title }) => ({ value: scenario, title }))

/** Chooses another scenario of the catalogue, with the run that it is best met with. The native select lies over the words. */
function ScenarioPicker({ isShort }: { isShort: boolean }) {
  const { player } = useLab()
  const name = useLabState((state) => state.base.scenario)
  const choose = (value: string) => {
    const base = scenarioNamed(value)
    if (base !== undefined) player.open({ base, schedule: base.schedule, step: 0 })
  }
  const at = options.findIndex((option) => option.value === name) + 1
  return (
    <span className={styles['picker']}>
      <span aria-hidden="true" className={isShort ? styles['title'] : undefined}>
        {isShort ? options[at - 1]?.title : `Scenario ${at} of ${options.length}`}
      </span>
      <Icon name="down" />
      <Select label="Scenario" value={name} options={options} onChange={choose} className={styles['over']} />
    </span>
  )
}

/** Says that the scenario is not as the catalogue has it, and takes it back there. */
function Edited() {
  const { player } = useLab()
  const { base, isEdited } = useLabState((state) => ({
    base: state.base,
    isEdited: !choosesTheSame(state.base, state.scenario),
  }))
  if (!isEdited) return null
  return (
    <Button
      look="quiet"
      className={styles['reset']}
      title="Patterns, guards and faults as the catalogue has them"
      onClick={() => player.edit(base)}
    >
      Set back
    </Button>
  )
}

/** Which scenario this is and what it is about. */
export function Intro({ isShort = false }: { isShort?: boolean }) {
  const { title, about } = useLabState(headingOf)
  const { playhead, count } = useLabState(({ playhead, trace }) => ({ playhead, count: trace.steps.length }))
  return (
    <div className={isShort ? styles['short'] : styles['intro']}>
      <div className={styles['choice']}>
        <ScenarioPicker isShort={isShort} />
        {isShort ? (
          <span className={styles['step']}>
            step {playhead} of {count}
          </span>
        ) : (
          <Edited />
        )}
      </div>
      <h1 className={isShort ? styles['unseen'] : undefined}>{title}</h1>
      {!isShort && about !== '' && <p className={styles['about']}>{about}</p>}
    </div>
  )
}
