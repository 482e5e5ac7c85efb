import { parts } from '../../../model/load/workload/parts'
import { groups, labelOf } from './labels'
import { ShapeField, type Editing } from './ShapeField'
import styles from './WorkloadForm.module.css'

/** Every part of a workload, as fields that are made from its shape. */
export const WorkloadForm = (editing: Editing) => (
  <div className={styles['form']}>
    {groups.map(({ title, parts: names }) => (
      <fieldset key={title} className={styles['group']}>
        <legend className={styles['legend']}>{title}</legend>
        {names.map((name) => (
          <PartField key={name} name={name} {...editing} />
        ))}
      </fieldset>
    ))}
  </div>
)

function PartField({ name, ...editing }: Editing & { name: string }) {
  const part = parts.find((each) => each.name === name)
  if (part === undefined) return null
  const label = labelOf(name)
  return (
    <div className={styles['part']}>
      <div className={styles['label']}>
        {label.title}
        {label.says !== undefined && <span className={styles['says']}>{label.says}</span>}
      </div>
      <ShapeField {...editing} shape={part.shape} place={name} label={label} name={label.title} />
    </div>
  )
}
