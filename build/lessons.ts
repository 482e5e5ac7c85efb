/**
 * Compiles `lessons/` to data: `virtual:lessons` lists what there is, and each lesson is a module of its own that loads
 * when it is opened. The Markdown and YAML parsers and the explorer run here, so that none of them travels with the page. A
 * lesson that is wrong, or that claims what the engine does not find, stops the build with file, line and reason.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { Plugin } from 'vite'
import { checkCourse } from '../src/course/lesson/checkLessons'
import { compileLesson } from '../src/course/lesson/compile'
import type { Lesson, LessonInfo } from '../src/course/lesson/lesson'
import { printProblem, type LessonProblem } from '../src/course/lesson/problem'
import { parseScenario } from '../src/model/scenario/parse'
import type { Scenario } from '../src/model/scenario/scenario'

const MODULE = 'virtual:lessons'

const slashed = (path: string): string => path.replaceAll('\\', '/')

/** The lessons under `root`, in the order of their folders. */
export function lessonFiles(root: string): readonly string[] {
  const folder = join(root, 'lessons')
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?:^|[\\/])lesson\.md$/.test(name))
    .map((name) => join(folder, name))
    .sort()
}

/** The catalogue, read where its modules cannot be: the build's own configuration is no part of the page. */
export function readCatalogue(root: string): readonly Scenario[] {
  const folder = join(root, 'src/model/scenario/catalogue')
  const names = readdirSync(folder).filter((name) => name.endsWith('.scenario.yaml'))
  return names.sort().flatMap((name) => {
    const parsed = parseScenario(readFileSync(join(folder, name), 'utf8'), name)
    return 'scenario' in parsed ? [parsed.scenario] : []
  })
}

/** Reads a file of the lesson's own folder, and of no other. */
export const readBeside =
  (lessonFile: string, watch: (file: string) => void = () => {}) =>
  (name: string): string | null => {
    const file = join(dirname(lessonFile), name)
    if (!/^[a-z0-9-]+\.(?:svg|json)$/.test(name) || !existsSync(file)) return null
    watch(file)
    return readFileSync(file, 'utf8')
  }

/** The lesson; throws one line a problem. */
export function compiledLesson(root: string, file: string, watch: (file: string) => void = () => {}): Lesson {
  watch(file)
  const surroundings = { scenarios: readCatalogue(root), readBeside: readBeside(file, watch) }
  const compiled = compileLesson(readFileSync(file, 'utf8'), slashed(relative(root, file)), surroundings)
  if ('problems' in compiled) throw refusal(compiled.problems)
  return compiled.lesson
}

const refusal = (problems: readonly LessonProblem[]) => new Error(problems.map(printProblem).join('\n'))

const infoOf = ({ slug, number, part, title, minutes, summary }: Lesson): LessonInfo => ({
  ...{ slug, number, part },
  ...{ title, minutes, summary },
})

/** The module that lists the lessons: what the course page shows, and how to load the rest. */
export function indexModule(root: string, watch: (file: string) => void = () => {}): string {
  const lessons = lessonFiles(root).map((file) => ({ file, lesson: compiledLesson(root, file, watch) }))
  const problems = checkCourse(lessons.map(({ file, lesson }) => ({ file: slashed(relative(root, file)), lesson })))
  if (problems.length > 0) throw refusal(problems)
  const entries = lessons.map(({ file, lesson }) => {
    const path = JSON.stringify(slashed(file))
    return `  { ...${JSON.stringify(infoOf(lesson))}, load: () => import(${path}).then(({ lesson }) => lesson) },`
  })
  return `export const lessons = [\n${entries.join('\n')}\n]\n`
}

export function lessons(): Plugin {
  let root = process.cwd()
  return {
    name: 'cachescope-lessons',
    enforce: 'pre',
    configResolved(config) {
      root = config.root
    },
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : null),
    load(id) {
      const watch = (file: string) => {
        this.addWatchFile(file)
      }
      if (id === `\0${MODULE}`) return indexModule(root, watch)
      const path = id.split('?', 1)[0] ?? id
      if (!path.endsWith('/lesson.md') || !slashed(path).startsWith(slashed(join(root, 'lessons')))) return null
      const lesson = JSON.stringify(compiledLesson(root, path, watch))
      return { code: `export const lesson = ${lesson}\n`, map: null, moduleType: 'js' }
    },
  }
}
