import { useState } from 'react'
import { presetNamed, presets } from '../../model/load/workload/presets'
import { Select } from '../ui/Select'
import { factsOf } from './facts'
import { WorkloadForm } from './form/WorkloadForm'
import type { Editor } from './useExperiment'
import styles from './WorkloadPanel.module.css'

const options = presets.map(({ workload: { workload, title } }) => ({ value: workload, title }))

/** What the strategies meet: one of the presets, and how far it was changed. */
export function WorkloadPanel({ editor }: { editor: Editor }) {
  const { experiment, draft, problems, open, write } = editor
  const { workload } = experiment
  const [isOpen, setOpen] = useState(false)
  const choose = (name: string) => {
    const preset = presetNamed(name)
    if (preset !== undefined) open(preset)
  }
  return (
    <div className={styles['panel']}>
      <label className={styles['choice']}>
        <span>Workload</span>
        <Select
          label="Workload"
          value={workload.workload}
          options={options}
          onChange={choose}
          className={styles['select']}
        />
      </label>
      <p className={styles['about']}>{workload.about}</p>
      <ul className={styles['facts']}>
        {factsOf(workload).map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <details className={styles['change']} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          Change the workload
          {problems.size > 0 && <span className={styles['wrong']}> · {problems.size} to mend</span>}
        </summary>
        {isOpen && <WorkloadForm draft={draft} problems={problems} write={write} />}
      </details>
    </div>
  )
}
