/** What can be done with the branch that is shown: name it, and lay it beside another one. */
import { useState } from 'react'
import { BRANCH_NAME_MAX, branchAt, plainName, type Branch } from '../../player/branches'
import { Button } from '../../ui/Button'
import { Select } from '../../ui/Select'
import type { RunTreeProps } from './runTreeProps'
import styles from './RunTreePanel.module.css'

function NameField({ branch, onName }: { readonly branch: Branch; readonly onName: RunTreeProps['onName'] }) {
  const [draft, setDraft] = useState(branch.name)
  const keep = () => {
    const name = plainName(draft)
    if (name !== branch.name) onName(branch.id, name)
    if (name === '') setDraft(branch.name)
  }
  return (
    <label className={styles['field']}>
      <span>Name</span>
      <input
        type="text"
        className={styles['input']}
        value={draft}
        maxLength={BRANCH_NAME_MAX}
        autoComplete="off"
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep()
          if (event.key === 'Escape') setDraft(branch.name)
        }}
      />
    </label>
  )
}

function CompareField({ branch, branches, onCompare }: RunTreeProps & { readonly branch: Branch }) {
  const others = branches.filter(({ id }) => id !== branch.id)
  const [wish, setWish] = useState('')
  const other = others.find(({ id }) => String(id) === wish) ?? others[0]
  if (other === undefined) return null
  return (
    <div className={styles['field']}>
      <span aria-hidden="true">Beside</span>
      <Select
        label={`Run to lay beside ${branch.name}`}
        value={String(other.id)}
        options={others.map(({ id, name }) => ({ value: String(id), title: name }))}
        onChange={setWish}
        className={styles['select']}
      />
      <Button onClick={() => onCompare(branch.id, other.id)}>Compare</Button>
    </div>
  )
}

export function BranchTools(props: RunTreeProps) {
  const branch = branchAt(props.tree, props.tip)
  if (branch === undefined) return null
  return (
    <div role="group" aria-label="The present run" className={styles['tools']}>
      <NameField key={`${branch.id} ${branch.name}`} branch={branch} onName={props.onName} />
      <CompareField key={branch.id} {...props} branch={branch} />
    </div>
  )
}
