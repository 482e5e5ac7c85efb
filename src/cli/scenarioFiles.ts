/** Finds scenarios on the disk. What cannot be read becomes a problem like any other. */
import { resolve } from 'node:path'
import { filesAt, textIn } from './files'
import { isLesson, lessonProblems } from './lessonFiles'
import { fencesOf } from './lessonFences'
import type { LessonProblem } from '../course/lesson/problem'
import { FILE_MAX } from '../model/scenario/limits'
import { parseScenario } from '../model/scenario/parse'
import type { Problem } from '../model/scenario/problem'
import type { Scenario } from '../model/scenario/scenario'

/** A scenario with the file that it was read from. */
export interface Found {
  readonly file: string
  readonly scenario: Scenario
}

export interface Finding {
  readonly found: readonly Found[]
  /** Files of lessons, each held to its claims. */
  readonly lessons: readonly { readonly file: string; readonly problems: readonly LessonProblem[] }[]
  readonly problems: readonly Problem[]
}

/** Scenarios in the order of the arguments; in a folder by name. A file that is named twice is read once. */
export function scenariosIn(paths: readonly string[]): Finding {
  const found: Found[] = []
  const lessons: { file: string; problems: readonly LessonProblem[] }[] = []
  const problems: Problem[] = []
  const seen = new Set<string>()
  for (const path of paths) {
    const listed = filesAt(path, (name) => /\.(scenario\.yaml|md)$/.test(name))
    if (typeof listed === 'string') problems.push(about(path, listed))
    const before = found.length + lessons.length + problems.length
    let isRepeated = false
    for (const file of typeof listed === 'string' ? [] : listed) {
      const absolute = resolve(file)
      if (seen.has(absolute)) isRepeated = true
      else read(file, { found, lessons, problems })
      seen.add(absolute)
    }
    if (typeof listed !== 'string' && found.length + lessons.length + problems.length === before && !isRepeated)
      problems.push(
        about(
          path,
          'There is no scenario here. Scenario files end with ".scenario.yaml", lessons are called "lesson.md".',
        ),
      )
  }
  return { found, lessons, problems }
}

const about = (file: string, message: string): Problem => ({ file, line: 1, column: 1, message })

interface Collected {
  readonly found: Found[]
  readonly lessons: { file: string; problems: readonly LessonProblem[] }[]
  readonly problems: Problem[]
}

function read(file: string, { found, lessons, problems }: Collected): void {
  const text = textIn(file, FILE_MAX)
  if (text === null) {
    problems.push(about(file, 'This file is too large, unreadable or not UTF-8. A scenario is a short text file.'))
    return
  }
  if (isLesson(file, text)) lessons.push({ file, problems: lessonProblems(file, text) })
  for (const block of file.endsWith('.md') ? fencesOf(text) : [{ text, firstLine: 1 }]) {
    const parsed = parseScenario(block.text, file, block.firstLine)
    if ('scenario' in parsed) found.push({ file, scenario: parsed.scenario })
    else problems.push(...parsed.problems)
  }
}
