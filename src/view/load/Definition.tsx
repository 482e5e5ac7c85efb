import { useId } from 'react'
import styles from './Definition.module.css'

interface DefinitionProps {
  of: string
  /** One definition, or several with a title each. */
  says: string | readonly { readonly title: string; readonly says: string }[]
}

/** What a measure means, one click away: a native popover beside its name. */
export function Definition({ of, says }: DefinitionProps) {
  const id = useId()
  const all = typeof says === 'string' ? [{ title: of, says }] : says
  return (
    <>
      <button type="button" className={styles['ask']} popoverTarget={id} aria-label={`What “${of}” means`}>
        ?
      </button>
      <div id={id} popover="auto" className={styles['says']} role="note" aria-label={of}>
        <dl>
          {all.map((each) => (
            <div key={each.title}>
              <dt>{each.title}</dt>
              <dd>{each.says}</dd>
            </div>
          ))}
        </dl>
      </div>
    </>
  )
}
