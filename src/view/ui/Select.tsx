import { classes } from './classes'
import styles from './Select.module.css'

interface SelectProps<Value extends string> {
  label: string
  value: Value
  options: readonly { readonly value: Value; readonly title: string }[]
  onChange: (value: Value) => void
  className?: string | undefined
}

/** The native select: its menu is the system's own, by keyboard and on touch. */
export function Select<Value extends string>({ label, value, options, onChange, className }: SelectProps<Value>) {
  return (
    <select
      className={classes(styles['select'], className)}
      aria-label={label}
      value={value}
      onChange={(event) => {
        const option = options.find((each) => each.value === event.currentTarget.value)
        if (option !== undefined) onChange(option.value)
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.title}
        </option>
      ))}
    </select>
  )
}
