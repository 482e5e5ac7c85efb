import { classes } from '../ui/classes'
import styles from './PageSkeleton.module.css'

/**
 * Keeps a page's place while it loads, without moving. A page that scrolls has a tall one, so that the scroll bar is there
 * from the beginning and takes no width later.
 */
export function PageSkeleton({ isTall = false }: { isTall?: boolean }) {
  return (
    <div className={classes(styles['page'], isTall && styles['tall'])} aria-busy="true">
      <span className={styles['unseen']}>Loading the page</span>
      <div className={styles['title']} />
      <div className={styles['line']} />
      <div className={styles['line']} />
      <div className={styles['block']} />
    </div>
  )
}
