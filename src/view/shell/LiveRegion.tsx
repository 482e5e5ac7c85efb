import { useStore } from 'zustand'
import type { Announcer } from './announcer'
import styles from './LiveRegion.module.css'

/** The page's one polite live region. */
export function LiveRegion({ announcer }: { announcer: Announcer }) {
  return (
    <div role="status" aria-live="polite" className={styles['region']}>
      {useStore(announcer.store)}
    </div>
  )
}
