/** Lessons on the disk, held to everything that the build holds them to: form, names, beats, claims, diagrams. */
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { checkLesson } from '../course/lesson/checkLessons'
import type { LessonProblem } from '../course/lesson/problem'
import { catalogue } from '../model/scenario/catalogue'

/** A lesson goes by its name and opens with its front matter; other Markdown may carry scenarios all the same. */
export const isLesson = (file: string, text: string): boolean =>
  basename(file) === 'lesson.md' && text.startsWith('---')

/** A file of the lesson's own folder, and of no other; null where there is none. */
const beside = (file: string) => (name: string) => {
  const path = join(dirname(file), name)
  return /^[a-z0-9-]+\.(?:svg|json)$/.test(name) && existsSync(path) ? readFileSync(path, 'utf8') : null
}

/** All that is wrong with a lesson; empty when everything that it claims comes true. */
export const lessonProblems = (file: string, text: string): readonly LessonProblem[] =>
  checkLesson(text, file, { scenarios: catalogue, readBeside: beside(file) })
