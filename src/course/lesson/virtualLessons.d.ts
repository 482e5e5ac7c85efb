/** The lessons as the build hands them to the page. */
declare module 'virtual:lessons' {
  export interface LessonEntry extends LessonInfo {
    readonly load: () => Promise<Lesson>
  }

  /** In the order of the course. */
  export const lessons: readonly LessonEntry[]

  type Lesson = import('./lesson').Lesson
  type LessonInfo = import('./lesson').LessonInfo
}
