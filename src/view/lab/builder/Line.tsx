import { useId } from 'react'
import { classes } from '../../ui/classes'
import styles from './Builder.module.css'

interface LineProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** What one could write. */
  readonly example?: string
  readonly suggestions?: readonly string[]
  readonly isWrong?: boolean
  /** The label is there for screen readers only. */
  readonly isBare?: boolean
  readonly width?: 'short' | 'long'
}

/** One line to type into; whatever is typed goes into the text as it is. */
export function Line(props: LineProps) {
  const { label, value, onChange, example, suggestions = [], isWrong = false, isBare = false, width = 'short' } = props
  const id = useId()
  const input = (
    <input
      type="text"
      className={classes(styles['input'], styles[width])}
      aria-label={isBare ? label : undefined}
      aria-invalid={isWrong || undefined}
      value={value}
      placeholder={example}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      list={suggestions.length > 0 ? id : undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
  return (
    <>
      {isBare ? (
        input
      ) : (
        <label className={styles['label']}>
          <span>{label}</span>
          {input}
        </label>
      )}
      {suggestions.length > 0 && (
        <datalist id={id}>
          {suggestions.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      )}
    </>
  )
}
