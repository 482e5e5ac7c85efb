import { useId, type ReactNode } from 'react'
import styles from './Switch.module.css'

interface SwitchProps {
  isOn: boolean
  onChange: (isOn: boolean) => void
  label: ReactNode
  /** One line below the label. */
  says?: ReactNode
  disabled?: boolean
}

/** A native checkbox that is a switch; the whole row is its label. */
export function Switch({ isOn, onChange, label, says, disabled = false }: SwitchProps) {
  const id = useId()
  return (
    <label className={styles['row']}>
      <input
        type="checkbox"
        role="switch"
        className={styles['track']}
        checked={isOn}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
        aria-labelledby={`${id}-label`}
        aria-describedby={says === undefined ? undefined : `${id}-says`}
      />
      <span>
        <span id={`${id}-label`} className={styles['label']}>
          {label}
        </span>
        {says !== undefined && (
          <span id={`${id}-says`} className={styles['says']}>
            {says}
          </span>
        )}
      </span>
    </label>
  )
}
