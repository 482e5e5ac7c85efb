import { useEffect, useState } from 'react'
import { lessons } from 'virtual:lessons'
import type { Lesson } from '../../course/lesson/lesson'
import { suggestion } from '../../model/scenario/names'
import { quoted } from '../../model/scenario/problem'
import { LessonView } from '../lesson/LessonView'
import { PageSkeleton } from '../shell/PageSkeleton'
import type { PageProps } from '../shell/routes'
import { usePageTitle } from '../shell/usePageTitle'
import { Button, ButtonLink } from '../ui/Button'
import styles from './LessonPage.module.css'

type Loading = { readonly slug: string; readonly lesson: Lesson | null; readonly attempt: number }

export default function LessonPage({ params }: PageProps) {
  const slug = params['slug'] ?? ''
  const entry = lessons.find((candidate) => candidate.slug === slug)
  const [attempt, setAttempt] = useState(0)
  const [loaded, setLoaded] = useState<Loading | null>(null)
  usePageTitle(entry?.title ?? 'No such lesson')
  useEffect(() => {
    let isWanted = true
    const settle = (lesson: Lesson | null) => {
      if (isWanted) setLoaded({ slug, lesson, attempt })
    }
    entry?.load().then(settle, () => settle(null))
    return () => {
      isWanted = false
    }
  }, [entry, slug, attempt])
  if (entry === undefined) return <NoLesson slug={slug} />
  if (loaded?.slug !== slug || loaded.attempt !== attempt) return <PageSkeleton />
  if (loaded.lesson === null) return <NotLoaded title={entry.title} onRetry={() => setAttempt(attempt + 1)} />
  return <LessonView key={slug} lesson={loaded.lesson} />
}

function NoLesson({ slug }: { slug: string }) {
  return (
    <div className={styles['notice']}>
      <h1>There is no lesson {quoted(slug)}</h1>
      <p>
        {suggestion(
          slug,
          lessons.map((lesson) => lesson.slug),
        )}
      </p>
      <ButtonLink href="#/course">See all lessons</ButtonLink>
    </div>
  )
}

function NotLoaded({ title, onRetry }: { title: string; onRetry: () => void }) {
  return (
    <div className={styles['notice']} role="alert">
      <h1>{title} did not load</h1>
      <p>
        The network may be gone, or the program was updated while this page was open. Try again, or reload the page.
      </p>
      <Button look="primary" onClick={onRetry}>
        Try again
      </Button>
    </div>
  )
}
