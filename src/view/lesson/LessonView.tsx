import type { Block, Lesson } from '../../course/lesson/lesson'
import type { Clock } from '../player/clock'
import { Claim } from './Claim'
import styles from './LessonView.module.css'
import { ProseBlock } from './Prose'
import { SceneSection } from './SceneSection'

/** A whole lesson. Notes are for the speaker and stay out of it. */
export function LessonView({ lesson, clock }: { lesson: Lesson; clock?: Clock }) {
  return (
    <article className={styles['lesson']}>
      <LessonHead lesson={lesson} />
      {lesson.blocks.map((block, index) => (
        <LessonBlock key={index} block={block} {...(clock === undefined ? {} : { clock })} />
      ))}
    </article>
  )
}

function LessonBlock({ block, clock }: { block: Block; clock?: Clock }) {
  if (block.type === 'scene') return <SceneSection scene={block} {...(clock === undefined ? {} : { clock })} />
  return (
    <div className={styles['column']}>
      {block.type === 'claim' ? <Claim claim={block} /> : <ProseBlock block={block} />}
    </div>
  )
}

function LessonHead({ lesson }: { lesson: Lesson }) {
  return (
    <header className={styles['head']}>
      <div>
        <p className={styles['place']}>
          Part {lesson.part.number} · {lesson.part.title} · lesson {lesson.number}
        </p>
        <h1 className={styles['title']}>{lesson.title}</h1>
        <p className={styles['summary']}>
          {lesson.minutes} minutes · {lesson.summary}
        </p>
      </div>
      <div className={styles['aims']}>
        <section aria-labelledby="objectives">
          <h2 id="objectives">Afterwards you can</h2>
          <ul>
            {lesson.objectives.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </section>
        {lesson.prerequisites.length > 0 && (
          <section aria-labelledby="prerequisites">
            <h2 id="prerequisites">You know already</h2>
            <ul>
              {lesson.prerequisites.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </header>
  )
}
