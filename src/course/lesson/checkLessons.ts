/** Lessons as a gate: what the unit tests, the build and the command line ask. */
import { compileLesson } from './compile'
import type { Surroundings } from './context'
import type { Lesson } from './lesson'
import type { LessonProblem } from './problem'

/** All that is wrong with one lesson; empty when it compiles and everything that it claims comes true. */
export function checkLesson(text: string, file: string, surroundings: Surroundings): readonly LessonProblem[] {
  const compiled = compileLesson(text, file, surroundings)
  return 'problems' in compiled ? compiled.problems : []
}

/** What is wrong with lessons together: two with one slug, or two with one number. */
export function checkCourse(
  lessons: readonly { readonly file: string; readonly lesson: Lesson }[],
): readonly LessonProblem[] {
  return lessons.flatMap(({ file, lesson }, index) => {
    const twin = lessons
      .slice(0, index)
      .find((other) => other.lesson.slug === lesson.slug || other.lesson.number === lesson.number)
    if (twin === undefined) return []
    const message = `Lesson ${lesson.number}, "${lesson.slug}", shares its number or its name with ${twin.file}: rename the folder.`
    return [{ file, line: 1, column: 1, rule: 'folder', message }]
  })
}
