import { lessons, type LessonEntry } from 'virtual:lessons'
import { usePageTitle } from '../shell/usePageTitle'
import styles from './CoursePage.module.css'

/** The lessons that there are, by part; nothing is announced that cannot be opened. */
export default function CoursePage() {
  usePageTitle('Course')
  const parts = [...new Set(lessons.map(({ part }) => part.number))]
  return (
    <div className={styles['page']}>
      <h1 className={styles['title']}>Course</h1>
      <p className={styles['lead']}>
        Each lesson is a run that you step yourself, with a question before the step that answers it. Every claim in it
        has been checked over all interleavings.
      </p>
      {parts.map((number) => (
        <Part key={number} entries={lessons.filter(({ part }) => part.number === number)} />
      ))}
    </div>
  )
}

function Part({ entries }: { entries: readonly LessonEntry[] }) {
  const [first] = entries
  if (first === undefined) return null
  const id = `part-${first.part.number}`
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={styles['part']}>
        Part {first.part.number} · {first.part.title}
      </h2>
      <ol className={styles['lessons']}>
        {entries.map((entry) => (
          <LessonLine key={entry.slug} entry={entry} />
        ))}
      </ol>
    </section>
  )
}

const LessonLine = ({ entry: { slug, number, title, minutes, summary } }: { entry: LessonEntry }) => (
  <li>
    <a className={styles['lesson']} href={`#/lesson/${slug}`}>
      <span className={styles['number']} aria-hidden="true">
        {number}
      </span>
      <span>
        <span className={styles['name']}>{title}</span>
        <span className={styles['summary']}>{summary}</span>
      </span>
      <span className={styles['minutes']}>{minutes} min</span>
    </a>
  </li>
)
