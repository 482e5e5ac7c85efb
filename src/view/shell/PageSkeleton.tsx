import styles from './PageSkeleton.module.css'

/** Keeps a page's place while it loads, without moving. */
export function PageSkeleton() {
  return (
    <div className={styles['page']} aria-busy="true">
      <span className={styles['unseen']}>Loading the page</span>
      <div className={styles['title']} />
      <div className={styles['line']} />
      <div className={styles['line']} />
      <div className={styles['block']} />
    </div>
  )
}
