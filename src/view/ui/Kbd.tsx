import styles from './Kbd.module.css'

/** A key, as it is printed on the keyboard. Decoration beside a control that has a name of its own. */
export function Kbd({ children }: { children: string }) {
  return (
    <kbd className={styles['key']} aria-hidden="true">
      {children}
    </kbd>
  )
}
