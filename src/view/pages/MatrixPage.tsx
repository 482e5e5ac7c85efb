import { useEffect, useState } from 'react'
import { allProperties, profiles, type Setup } from '../../model/explore/matrix'
import { propertyNamed } from '../../model/properties'
import { protocols } from '../../model/protocols'
import { MatrixLegend } from '../matrix/MatrixLegend'
import { MatrixTable } from '../matrix/MatrixTable'
import { addressOf, setupOf } from '../matrix/setup'
import { useMatrix } from '../matrix/useMatrix'
import { replaceAddress } from '../shell/hashLocation'
import { usePageTitle } from '../shell/usePageTitle'
import { Disclosure } from '../ui/Disclosure'
import { Note } from '../ui/Note'
import { Select } from '../ui/Select'
import styles from './MatrixPage.module.css'

const reads = Object.entries(protocols.read).map(([value, { title }]) => ({ value, title }))
const faults = profiles.map(({ id, title }) => ({ value: id, title }))
const starts = [
  { value: 'cold', title: 'Cold' },
  { value: 'warm', title: 'Warm' },
] as const

/** Whether a property has a mark of its own beside the worst verdict. */
const isEndless = (name: string): boolean => propertyNamed(name)?.endless !== undefined

/** Every write pattern under every single guard, judged while one looks. */
export default function MatrixPage() {
  usePageTitle('Matrix')
  const [setup, setSetup] = useState(() => setupOf(location.hash))
  const matrix = useMatrix(setup)
  useEffect(() => replaceAddress(addressOf(setup)), [setup])
  const { done, all, problem } = matrix
  return (
    <div className={styles['page']}>
      <h1 className={styles['title']}>Which guard repairs which pattern</h1>
      <p className={styles['lead']}>
        Two readers of two reads each and one writer share a key. Each cell is the worst verdict over all their
        interleavings, and says how long somebody who reads for ever beside the writer may see an old version. Open it
        to walk the shortest run that breaks.
      </p>
      <Controls setup={setup} onChange={setSetup} />
      <p role="status" className={styles['progress']}>
        {done < all ? `Checked ${done} of ${all} cells` : `All ${all} cells checked`}
      </p>
      {problem !== null && <Note>{problem}</Note>}
      <MatrixLegend
        hasVerdicts={setup.check.some((name) => !isEndless(name))}
        hasStaleness={setup.check.some(isEndless)}
      />
      <MatrixTable matrix={matrix} />
    </div>
  )
}

function Controls({ setup, onChange }: { setup: Setup; onChange: (setup: Setup) => void }) {
  return (
    <div className={styles['controls']}>
      <label className={styles['control']}>
        <span>Reads</span>
        <Select label="Reads" value={setup.read} options={reads} onChange={(read) => onChange({ ...setup, read })} />
      </label>
      <label className={styles['control']}>
        <span>What may go wrong</span>
        <Select
          label="What may go wrong"
          value={setup.profile.id}
          options={faults}
          onChange={(id) => onChange({ ...setup, profile: profiles.find((each) => each.id === id) ?? setup.profile })}
        />
      </label>
      <label className={styles['control']}>
        <span>The key at the start</span>
        <Select
          label="The key at the start"
          value={setup.isWarm ? 'warm' : 'cold'}
          options={starts}
          onChange={(start) => onChange({ ...setup, isWarm: start === 'warm' })}
        />
      </label>
      <Properties setup={setup} onChange={onChange} />
    </div>
  )
}

/** At least one stays chosen: a matrix that judges nothing would be all green. */
function Properties({ setup, onChange }: { setup: Setup; onChange: (setup: Setup) => void }) {
  const toggle = (name: string, on: boolean) => {
    const check = allProperties.filter((each) => (each === name ? on : setup.check.includes(each)))
    if (check.length > 0) onChange({ ...setup, check })
  }
  return (
    <Disclosure title={`Properties: ${setup.check.length} of ${allProperties.length}`}>
      <fieldset className={styles['properties']}>
        <legend className={styles['unseen']}>Properties that are judged</legend>
        {allProperties.map((name) => (
          <label key={name} className={styles['property']}>
            <input
              type="checkbox"
              checked={setup.check.includes(name)}
              onChange={(event) => toggle(name, event.currentTarget.checked)}
            />
            {propertyNamed(name)?.title ?? name}
          </label>
        ))}
      </fieldset>
    </Disclosure>
  )
}
