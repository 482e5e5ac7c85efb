import { lessons } from 'virtual:lessons'
import { usePageTitle } from '../shell/usePageTitle'
import { ButtonLink } from '../ui/Button'
import { Famous } from './home/Famous'
import { HeroPicture } from './home/HeroPicture'
import styles from './HomePage.module.css'

/** What this is, on one screen, and the anomalies that it is best met with. */
export default function HomePage() {
  usePageTitle(null)
  const [lesson] = lessons
  return (
    <div className={styles['page']}>
      <section className={styles['hero']}>
        <div className={styles['words']}>
          <h1 className={styles['title']}>Two clients, one cache. You decide who goes first.</h1>
          <p className={styles['lead']}>
            Step a reader and a writer against a cache and a database until an old value stays behind. Then switch on a
            guard, and every other order is checked while you watch.
          </p>
          <p className={styles['ways']}>
            <ButtonLink look="primary" href="#/lab/stale-fill" className={styles['way']}>
              Break it yourself
            </ButtonLink>
            {lesson !== undefined && (
              <ButtonLink href={`#/lesson/${lesson.slug}`} className={styles['way']}>
                Read the lesson
              </ButtonLink>
            )}
          </p>
        </div>
        <HeroPicture />
      </section>
      <Famous />
    </div>
  )
}
