/** The lessons as the build hands them to the page. */
declare module 'virtual:lessons' {
  import type { Lesson, LessonInfo } from './lesson'

  export interface LessonEntry extends LessonInfo {
    readonly load: () => Promise<Lesson>
  }

  /** In the order of the course. */
  export const lessons: readonly LessonEntry[]
}
