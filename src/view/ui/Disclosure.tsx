import type { ReactNode } from 'react'
import styles from './Disclosure.module.css'

/** Native details: what is inside is there for those who ask. */
export function Disclosure({
  title,
  children,
  isOpen = false,
}: {
  title: string
  children: ReactNode
  isOpen?: boolean
}) {
  return (
    <details className={styles['disclosure']} open={isOpen}>
      <summary className={styles['title']}>{title}</summary>
      <div className={styles['inside']}>{children}</div>
    </details>
  )
}
